from django.urls import path

from coalition.conversations.passages import views

_HERE = "gebieden/<slug:slug>/gesprekken/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/passages/nieuw/", views.passage_new, name="passage-new"),
    path(_HERE + "passages/<uuid:pk>/", views.passage_edit, name="passage-edit"),
    path(_HERE + "passages/<uuid:pk>/weghalen/", views.passage_remove, name="passage-remove"),
]
