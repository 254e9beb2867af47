"""The samenwerkingsscan of an area: its measurements, what they tell, who is asked, what is made of them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, limits_of_all, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.analysis.scan.access import READ_SCAN, is_open, scan_for, scan_invitation_for
from coalition.analysis.scan.actions.scans import (
    add_improvement,
    close_scan,
    invite_party,
    open_scan,
    renew_link,
    revoke_scan_invitation,
)
from coalition.analysis.scan.forms import AskPartyForm, ScanForm
from coalition.analysis.scan.models import CooperationScan
from coalition.analysis.scan.queries.scans import (
    HEADINGS,
    answers_by_party,
    invitations_of,
    parties_to_ask,
    scan_cells,
    scan_page,
    scan_rows,
)
from coalition.planning_group.action_items.forms import ActionItemForm
from coalition.planning_group.action_items.queries import owner_called
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


def _shared(request: SignedInRequest, area: Area) -> dict[str, Any]:
    """What every page of the scan shows: the area, and which ways lead on for this user."""
    return {
        "area": area,
        "may_analyse": may(request.user, area, Permission.VIEW_ANALYSIS),
        "may_edit": may(request.user, area, Permission.EDIT_ANALYSIS),
    }


@require_safe
def scans(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, READ_SCAN)
    rows = scan_rows(area, timezone.localdate())
    return render(request, "coalition/analysis/scan/scans.html", {**_shared(request, area), "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
def scan_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Open a measurement."""
    area = area_for(request.user, slug, Permission.EDIT_ANALYSIS)
    form = ScanForm(posted(request))
    if form.is_valid():
        with form.refusals():
            scan = open_scan(area=area, actor=request.user, today=timezone.localdate(), **form.cleaned_data)
            return go_to(request, "scan-parties", slug, scan.pk, note="Scan geopend. Vraag nu de partijen.")
    return answer_form(request, "coalition/analysis/scan/scan_new.html", form, {**_shared(request, area)})


@require_safe
def scan(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What a measurement tells, as far as this user may know."""
    found = scan_for(request.user, slug, pk)
    page = scan_page(found, request.user, timezone.localdate())
    context = {
        **_shared(request, found.area),
        "page": page,
        "scan": found,
        "limits": limits_of_all(),
    }
    return render(request, "coalition/analysis/scan/scan.html", context)


@require_safe
def scan_export(request: SignedInRequest, slug: str, pk: UUID) -> StreamingHttpResponse:
    """The table as CSV: the same sums, with the same rights."""
    found = scan_for(request.user, slug, pk)
    page = scan_page(found, request.user, timezone.localdate())
    name = f"samenwerkingsscan-{found.area.slug}-{found.opened_on:%Y-%m-%d}.csv"
    return csv_answer(HEADINGS, scan_cells(page.lines), name)


@require_POST
def scan_close(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    found = scan_for(request.user, slug, pk, Permission.EDIT_ANALYSIS)
    close_scan(scan=found, actor=request.user)
    return go_to(request, "scan", slug, pk, note="Scan gesloten. Alle leden van het gebied zien nu de uitkomst.")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scan_parties(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Who is asked, and what each answered; a POST asks one more party."""
    found = scan_for(request.user, slug, pk, Permission.EDIT_ANALYSIS)
    form = AskPartyForm(posted(request), parties=parties_to_ask(found))
    if form.is_valid():
        with form.refusals():
            asked = invite_party(scan=found, actor=request.user, today=timezone.localdate(), **form.cleaned_data)
            return go_to(request, "scan-parties", slug, pk, note=f"{asked.organisation} is gevraagd.")
    return _parties(request, found, form)


@never_cache
@require_POST
def scan_link_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Make a link for a party and show it, this once."""
    invitation = scan_invitation_for(request.user, slug, pk)
    link = renew_link(invitation=invitation, actor=request.user, today=timezone.localdate())
    form = AskPartyForm(parties=parties_to_ask(invitation.scan))
    return _parties(request, invitation.scan, form, link=link, linked=invitation)


@require_POST
def scan_invitation_revoke(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    invitation = scan_invitation_for(request.user, slug, pk)
    revoke_scan_invitation(invitation=invitation, actor=request.user, today=timezone.localdate())
    return go_to(request, "scan-parties", slug, invitation.scan_id, note="Uitnodiging ingetrokken.")


@require_http_methods(["GET", "HEAD", "POST"])
def scan_improve(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Make a point of improvement of a dimension; `?onderdeel=` names it."""
    found = scan_for(request.user, slug, pk, Permission.EDIT_ANALYSIS)
    dimension = request.GET.get("onderdeel", "")
    form = ActionItemForm(posted(request), area=found.area)
    if form.is_valid():
        given = form.cleaned_data
        owner = owner_called(found.area, given["owner"], request.user, timezone.localdate())
        words = {"dimension": dimension, "what": given["what"], "due_on": given["due_on"], "token": given["token"]}
        with form.refusals():
            add_improvement(scan=found, actor=request.user, owner=owner, **words)
            return go_to(request, "scan", slug, pk, note="Verbeterpunt bewaard. Het staat ook bij de afspraken.")
    context = {**_shared(request, found.area), "scan": found, "dimension": dimension}
    return answer_form(request, "coalition/analysis/scan/scan_improve.html", form, context)


def _parties(request: SignedInRequest, found: CooperationScan, form: AskPartyForm, **more: Any) -> HttpResponse:
    context = {
        **_shared(request, found.area),
        "scan": found,
        "is_open": is_open(found, timezone.localdate()),
        "invitations": invitations_of(found),
        "answers": answers_by_party(found),
        **more,
    }
    return answer_form(request, "coalition/analysis/scan/scan_parties.html", form, context)
