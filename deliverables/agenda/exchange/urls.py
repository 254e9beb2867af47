from django.urls import path

from deliverables.agenda.exchange import views

_HERE = "gebieden/<slug:slug>/"
_IMPORT = _HERE + "uitvoeringsagenda/invoer/"

urlpatterns = [
    path(_HERE + "uitvoeringsagenda.xlsx", views.agenda_xlsx, name="agenda-xlsx"),
    path(_IMPORT, views.agenda_import, name="agenda-import"),
    path(_IMPORT + "nu.<slug:kind>", views.agenda_import_example, name="agenda-import-example"),
    path(_IMPORT + "<uuid:pk>/", views.agenda_import_one, name="agenda-import-one"),
    path(_IMPORT + "<uuid:pk>/stand/", views.agenda_import_status, name="agenda-import-status"),
    path(_IMPORT + "<uuid:pk>/verbeteren/", views.agenda_import_correct, name="agenda-import-correct"),
    path(_IMPORT + "<uuid:pk>/invoeren/", views.agenda_import_confirm, name="agenda-import-confirm"),
    path(_IMPORT + "<uuid:pk>/weggooien/", views.agenda_import_cancel, name="agenda-import-cancel"),
]
