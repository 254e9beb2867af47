from django.urls import path

from coalition.conversations.feedback import views

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "gesprekken/<uuid:pk>/terugkoppeling/", views.feedback_edit, name="feedback-edit"),
    path(_HERE + "gesprekken/<uuid:pk>/terugkoppeling/brief/", views.letter_new, name="feedback-letter-new"),
    path(_HERE + "terugkoppeling/", views.feedback_list, name="feedback"),
    path(_HERE + "terugkoppeling/<uuid:pk>/", views.letter, name="feedback-letter"),
    path(_HERE + "terugkoppeling/<uuid:pk>/pdf/", views.letter_print, name="feedback-letter-print"),
]
