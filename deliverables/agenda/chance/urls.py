from django.urls import path

from deliverables.agenda.chance import views

_AGENDA = "gebieden/<slug:slug>/uitvoeringsagenda/"

urlpatterns = [
    path(_AGENDA + "kans/", views.agenda_chance, name="agenda-chance"),
    path(_AGENDA + "maatregelen/<uuid:pk>/schatting/", views.measure_estimate, name="measure-estimate"),
]
