from django.urls import path

from areas.accounts.views import invitations, members

_HERE = "gebieden/<slug:slug>/leden/"

urlpatterns = [
    path(_HERE, members.members, name="members"),
    path(_HERE + "uitnodigen/", members.invite_member, name="invite"),
    path(_HERE + "uitnodigingen/<uuid:pk>/intrekken/", members.invitation_revoke, name="invitation-revoke"),
    path(_HERE + "<uuid:pk>/beeindigen/", members.membership_end, name="membership-end"),
    path("uitnodiging/<str:token>/", invitations.invitation, name="invitation"),
]
