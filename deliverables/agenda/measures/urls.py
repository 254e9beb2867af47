from django.urls import path

from deliverables.agenda.measures.views import agenda, chapters, edit, measure

_HERE = "gebieden/<slug:slug>/"
_AGENDA = _HERE + "uitvoeringsagenda/"
_MEASURE = _AGENDA + "maatregelen/<uuid:pk>/"

urlpatterns = [
    path(_AGENDA, agenda.agenda, name="agenda"),
    path(_HERE + "uitvoeringsagenda.csv", agenda.agenda_csv, name="agenda-csv"),
    path(_AGENDA + "hoofdstukken/", chapters.agenda_chapters, name="agenda-chapters"),
    path(_AGENDA + "hoofdstukken/<uuid:pk>/", chapters.agenda_chapter, name="agenda-chapter"),
    path(_AGENDA + "maatregelen/nieuw/", edit.measure_new, name="measure-new"),
    path(_MEASURE, measure.measure, name="measure"),
    path(_MEASURE + "bewerken/", edit.measure_edit, name="measure-edit"),
    path(_MEASURE + "stap/", edit.measure_status, name="measure-status"),
    path(_MEASURE + "geschiedenis/", edit.measure_history, name="measure-history"),
]
