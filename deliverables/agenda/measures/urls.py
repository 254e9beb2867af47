from django.urls import path

from deliverables.agenda.measures.views import agenda, measure

_HERE = "gebieden/<slug:slug>/"
_AGENDA = _HERE + "uitvoeringsagenda/"
_MEASURE = _AGENDA + "maatregelen/<uuid:pk>/"

urlpatterns = [
    path(_AGENDA, agenda.agenda, name="agenda"),
    path(_HERE + "uitvoeringsagenda.csv", agenda.agenda_csv, name="agenda-csv"),
    path(_MEASURE, measure.measure, name="measure"),
]
