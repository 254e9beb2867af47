from django.urls import path

from areas.factsheet.views import duo, factsheet, prints

_HERE = "gebieden/<slug:slug>/factsheet/"

urlpatterns = [
    path(_HERE, factsheet.factsheet, name="factsheet"),
    path(_HERE + "schuurpunten/", duo.frictions, name="frictions"),
    path(_HERE + "duo/<uuid:pk>/verbeteren/", duo.duo_edit, name="duo-edit"),
    path(_HERE + "duo/<slug:kind>/", duo.duo_change, name="duo-change"),
    path(_HERE + "<slug:heading>/bewerken/", factsheet.factsheet_edit, name="factsheet-edit"),
    path(_HERE + "<slug:heading>/geschiedenis/", factsheet.factsheet_history, name="factsheet-history"),
    path(_HERE + "afdrukken/", prints.factsheet_print, name="factsheet-print"),
    path("overzicht/factsheets/afdrukken/", prints.factsheets_print, name="factsheets-print"),
]
