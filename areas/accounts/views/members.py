"""Who is a member of an area: the list, inviting, taking back and ending."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for
from areas.accounts.actions.invitations import invite, revoke_invitation
from areas.accounts.actions.memberships import end_membership
from areas.accounts.forms.members import InvitationForm
from areas.accounts.queries import invitation_for, members_page, membership_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, refusals_told


@require_safe
def members(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show who is a member, who was, and who is invited."""
    area = area_for(request.user, slug, Permission.MANAGE_MEMBERS)
    page = members_page(area, timezone.localdate())
    return render(request, "areas/accounts/members.html", {"area": area, "page": page, "now": timezone.now()})


@require_http_methods(["GET", "HEAD", "POST"])
def invite_member(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Invite somebody to the area."""
    area = area_for(request.user, slug, Permission.MANAGE_MEMBERS)
    form = InvitationForm(posted(request), area=area)
    if request.method == "POST" and form.is_valid():
        with form.refusals("email"):
            invitation = invite(area=area, actor=request.user, **form.cleaned_data)
            return go_to(request, "members", slug, note=f"De uitnodiging aan {invitation.email} is verstuurd.")
    return answer_form(request, "areas/accounts/member_invite.html", form, {"area": area})


@require_POST
def invitation_revoke(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take an open invitation back."""
    invitation = invitation_for(request.user, slug, pk)
    revoke_invitation(invitation=invitation, actor=request.user)
    return go_to(request, "members", slug, note=f"De uitnodiging aan {invitation.email} is ingetrokken.")


@require_http_methods(["GET", "HEAD", "POST"])
def membership_end(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a membership must end, and end it."""
    membership = membership_for(request.user, slug, pk)
    if request.method == "POST":
        with refusals_told(request):
            end_membership(membership=membership, actor=request.user)
            messages.success(request, f"{membership.user} is geen lid meer in deze rol.")
        return go_to(request, "members", slug)
    return render(request, "areas/accounts/membership_end.html", {"area": membership.area, "membership": membership})
