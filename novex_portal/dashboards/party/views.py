"""One party of an area: its page, its history, and leaving the area."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import may, party_for, permissions
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.people.queries import people_of
from coalition.merging.leaving.actions import leave_area
from coalition.merging.leaving.queries import what_hangs_on
from novex_portal.dashboards.party.queries.history import changes_of_party
from novex_portal.dashboards.party.queries.party import party_page
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@require_safe
def party(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Who a party is, who speaks for it, and all that happened with it in this area."""
    link = party_for(request.user, slug, pk)
    if link.organisation_id != pk:
        return redirect("party", slug, link.organisation_id)
    today = timezone.localdate()
    granted = permissions(request.user, link.area)
    context = {
        "area": link.area,
        "organisation": link.organisation,
        "party": party_page(link, request.user, today),
        "people": people_of(link.organisation, link.area, today),
        "may_see_contact": Permission.VIEW_CONTACT_DATA in granted,
        "may_edit": Permission.EDIT_PARTIES in granted,
        "may_merge": Permission.MERGE_PARTIES in granted,
        "may_analyse": Permission.VIEW_ANALYSIS in granted,
        "may_hand_over": Permission.HAND_OVER_ROLES in granted,
    }
    return render(request, "dashboards/party/party.html", context)


@require_safe
def party_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Field by field who changed what, newest first."""
    link = party_for(request.user, slug, pk)
    if link.organisation_id != pk:
        return redirect("party-history", slug, link.organisation_id)
    with_notes = may(request.user, link.area, Permission.EDIT_PARTIES)
    changes = changes_of_party(link, with_notes=with_notes)
    context = {"area": link.area, "organisation": link.organisation, "changes": changes}
    return render(request, "dashboards/party/party_history.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def party_leave(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take a party out of this area, when nothing hangs on it; else say what does."""
    link = party_for(request.user, slug, pk, Permission.EDIT_PARTIES)
    if link.organisation_id != pk:
        return redirect("party-leave", slug, link.organisation_id)
    status, problem = 200, ""
    if request.method == "POST":
        try:
            leave_area(area=link.area, organisation=link.organisation, actor=request.user)
        except Problem as refused:
            status, problem = 422, str(refused)
        else:
            note = f"{link.organisation.name} is geen partij meer van {link.area.name}."
            return go_to(request, "parties", slug, note=note)
    context: dict[str, object] = {"area": link.area, "link": link, "organisation": link.organisation}
    context |= {"hanging": what_hangs_on(link.organisation, link.area), "problem": problem}
    return render(request, "dashboards/party/party_leave.html", context, status=status)
