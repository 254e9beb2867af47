from django.urls import URLPattern, path

from areas.views import areas, invitations, members, parties, printouts

urlpatterns: list[URLPattern] = [
    path("gebieden/", areas.area_list, name="areas"),
    path("gebieden/<slug:slug>/partijen/nieuw/", parties.party_new, name="party-new"),
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
]
