from django.urls import path

from coalition.conversations.quick_notes import views

_HERE = "gebieden/<slug:slug>/gesprekken/snel/"

urlpatterns = [
    path(_HERE, views.conversation_quick, name="conversation-quick"),
    path(_HERE + "indeling/", views.quick_reading, name="quick-reading"),
]
