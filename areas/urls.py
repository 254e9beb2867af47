from django.urls import URLPattern, path

from areas.accounts.views import invitations, members
from areas.area import views as areas
from areas.factsheet.views import duo as factsheet_duo
from areas.factsheet.views import factsheet
from areas.factsheet.views import prints as factsheet_prints
from areas.imports import views as imports
from areas.parties.views import edit as party_edit
from areas.parties.views import new as parties
from areas.people import views as people
from areas.people.mandates import views as mandates
from areas.printouts import views as printouts
from areas.programmes import views as programmes

urlpatterns: list[URLPattern] = [
    path("gebieden/", areas.area_list, name="areas"),
    path("gebieden/<slug:slug>/partijen/invoer/", imports.party_import, name="party-import"),
    path(
        "gebieden/<slug:slug>/partijen/invoer/voorbeeld.<slug:kind>",
        imports.party_import_example,
        name="party-import-example",
    ),
    path("gebieden/<slug:slug>/partijen/invoer/<uuid:pk>/", imports.party_import_one, name="party-import-one"),
    path(
        "gebieden/<slug:slug>/partijen/invoer/<uuid:pk>/stand/",
        imports.party_import_status,
        name="party-import-status",
    ),
    path(
        "gebieden/<slug:slug>/partijen/invoer/<uuid:pk>/verbeteren/",
        imports.party_import_correct,
        name="party-import-correct",
    ),
    path(
        "gebieden/<slug:slug>/partijen/invoer/<uuid:pk>/invoeren/",
        imports.party_import_confirm,
        name="party-import-confirm",
    ),
    path(
        "gebieden/<slug:slug>/partijen/invoer/<uuid:pk>/weggooien/",
        imports.party_import_cancel,
        name="party-import-cancel",
    ),
    path("gebieden/<slug:slug>/partijen/nieuw/", parties.party_new, name="party-new"),
    path("gebieden/<slug:slug>/partijen/lijkt-op/", parties.party_similar, name="party-similar"),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/bewerken/", party_edit.party_edit, name="party-edit"),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/koepels/", party_edit.umbrella_add, name="umbrella-add"),
    path(
        "gebieden/<slug:slug>/partijen/<uuid:pk>/koepels/<uuid:umbrella_link>/weghalen/",
        party_edit.umbrella_remove,
        name="umbrella-remove",
    ),
    path("gebieden/<slug:slug>/partijen/<uuid:pk>/personen/nieuw/", people.person_new, name="person-new"),
    path("gebieden/<slug:slug>/rollen/<uuid:pk>/bewerken/", people.person_edit, name="person-edit"),
    path("gebieden/<slug:slug>/partijen/mandaten/", mandates.mandates, name="mandates"),
    path("gebieden/<slug:slug>/partijen/mandaten/mandaten.csv", mandates.mandate_export, name="mandate-export"),
    path("gebieden/<slug:slug>/partijen/mandaten/nieuw/", mandates.mandate_new, name="mandate-new"),
    path("gebieden/<slug:slug>/partijen/mandaten/<uuid:pk>/", mandates.mandate_edit, name="mandate-edit"),
    path("gebieden/<slug:slug>/leden/", members.members, name="members"),
    path("gebieden/<slug:slug>/leden/uitnodigen/", members.invite_member, name="invite"),
    path(
        "gebieden/<slug:slug>/leden/uitnodigingen/<uuid:pk>/intrekken/",
        members.invitation_revoke,
        name="invitation-revoke",
    ),
    path("gebieden/<slug:slug>/leden/<uuid:pk>/beeindigen/", members.membership_end, name="membership-end"),
    path("uitnodiging/<str:token>/", invitations.invitation, name="invitation"),
    path("afdrukken/", printouts.printouts, name="printouts"),
    path("afdrukken/<uuid:pk>/", printouts.printout, name="printout"),
    path("afdrukken/<uuid:pk>/stand/", printouts.printout_status, name="printout-status"),
    path("afdrukken/<uuid:pk>/pdf/", printouts.printout_pdf, name="printout-pdf"),
    path("afdrukken/<uuid:pk>/opnieuw/", printouts.printout_retry, name="printout-retry"),
    path("gebieden/<slug:slug>/factsheet/", factsheet.factsheet, name="factsheet"),
    path("gebieden/<slug:slug>/factsheet/schuurpunten/", factsheet_duo.frictions, name="frictions"),
    path("gebieden/<slug:slug>/factsheet/duo/<uuid:pk>/verbeteren/", factsheet_duo.duo_edit, name="duo-edit"),
    path("gebieden/<slug:slug>/factsheet/duo/<slug:kind>/", factsheet_duo.duo_change, name="duo-change"),
    path("gebieden/<slug:slug>/factsheet/<slug:heading>/bewerken/", factsheet.factsheet_edit, name="factsheet-edit"),
    path(
        "gebieden/<slug:slug>/factsheet/<slug:heading>/geschiedenis/",
        factsheet.factsheet_history,
        name="factsheet-history",
    ),
    path("overzicht/programmas/", programmes.programmes, name="programmes"),
    path("overzicht/programmas/nieuw/", programmes.programme_new, name="programme-new"),
    path("overzicht/programmas/<uuid:pk>/", programmes.programme_edit, name="programme-edit"),
    path("gebieden/<slug:slug>/factsheet/afdrukken/", factsheet_prints.factsheet_print, name="factsheet-print"),
    path("overzicht/factsheets/afdrukken/", factsheet_prints.factsheets_print, name="factsheets-print"),
]
