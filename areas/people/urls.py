from django.urls import path

from areas.people import views

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "partijen/<uuid:pk>/personen/nieuw/", views.person_new, name="person-new"),
    path(_HERE + "rollen/<uuid:pk>/bewerken/", views.person_edit, name="person-edit"),
]
