from django.urls import URLPattern, path

from areas.views import areas, factsheet_prints, invitations, mandates, members, parties, party_edit, people, printouts

urlpatterns: list[URLPattern] = [
    path("gebieden/", areas.area_list, name="areas"),
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
    path("afdrukken/<uuid:pk>/", printouts.printout, name="printout"),
    path("afdrukken/<uuid:pk>/stand/", printouts.printout_status, name="printout-status"),
    path("afdrukken/<uuid:pk>/pdf/", printouts.printout_pdf, name="printout-pdf"),
    path("afdrukken/<uuid:pk>/opnieuw/", printouts.printout_retry, name="printout-retry"),
    path("gebieden/<slug:slug>/factsheet/afdrukken/", factsheet_prints.factsheet_print, name="factsheet-print"),
    path("overzicht/factsheets/afdrukken/", factsheet_prints.factsheets_print, name="factsheets-print"),
]
