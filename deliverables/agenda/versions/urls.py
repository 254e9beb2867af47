from django.urls import path

from deliverables.agenda.versions.views import memory, versions

_AGENDA = "gebieden/<slug:slug>/uitvoeringsagenda/"
_HERE = _AGENDA + "versies/"

urlpatterns = [
    path(_HERE, versions.agenda_versions, name="agenda-versions"),
    path(_HERE + "nieuw/", versions.agenda_version_new, name="agenda-version-new"),
    path(_HERE + "<int:number>/", versions.agenda_version, name="agenda-version"),
    path(_HERE + "<int:number>.pdf", versions.agenda_version_pdf, name="agenda-version-pdf"),
    path(_HERE + "<int:number>/stand/", versions.agenda_version_status, name="agenda-version-status"),
    path(_HERE + "<int:number>/opnieuw/", versions.agenda_version_retry, name="agenda-version-retry"),
    path(
        _HERE + "<int:number>/verschil/<int:other>/",
        versions.agenda_version_difference,
        name="agenda-version-difference",
    ),
    path(_AGENDA + "geheugen/", memory.agenda_memory, name="agenda-memory"),
    path(_AGENDA + "geheugen.csv", memory.agenda_memory_csv, name="agenda-memory-csv"),
]
