"""Filling in a samenwerkingsscan, part by part: behind a link without an account, or as a member of the party."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from areas.accounts.requests import SignedInRequest
from coalition.analysis.scan.access import SCANS, own_scan_invitation
from coalition.analysis.scan.actions.scans import answer_dimension
from coalition.analysis.scan.forms import DimensionAnswersForm
from coalition.analysis.scan.models import ScanDimension, ScanInvitation
from coalition.analysis.scan.queries.questionnaires import rows_of
from coalition.analysis.scan.queries.scans import answers_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.links.pages import dead_link, link_page
from novex_portal.toolkit.links.rules import LinkState

CLOSED = "coalition/analysis/scan/scan_closed.html"


@link_page("GET", "HEAD")
def scan_open(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a link: what is asked, what was answered, and the parts to fill in."""
    invitation = SCANS.behind(token)
    if invitation is None:
        return dead_link(request, CLOSED, None)
    return _overview(request, invitation, reverse("scan-open", args=[token]))


@link_page()
def scan_open_part(request: HttpRequest, token: str, part: int) -> HttpResponseBase:
    """One part behind a link."""
    invitation = SCANS.behind(token)
    if invitation is None:
        return dead_link(request, CLOSED, None)
    return _part(request, invitation, reverse("scan-open", args=[token]), part)


@never_cache
@require_safe
def scan_fill(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """The same for a member, for the own organisation."""
    return _overview(request, own_scan_invitation(request.user, slug, pk), reverse("scan-fill", args=[slug, pk]))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def scan_fill_part(request: SignedInRequest, slug: str, pk: UUID, part: int) -> HttpResponseBase:
    """One part for a member."""
    return _part(request, own_scan_invitation(request.user, slug, pk), reverse("scan-fill", args=[slug, pk]), part)


def _overview(request: HttpRequest, invitation: ScanInvitation, base: str) -> HttpResponse:
    if (state := SCANS.state(invitation, timezone.localdate())) != LinkState.OPEN:
        return dead_link(request, CLOSED, state, **_frame(invitation, base))
    there = answers_of(invitation)
    parts = [
        (number, dimension, [(question, there.get(question.pk)) for question in dimension.questions.all()])
        for number, dimension in enumerate(rows_of(invitation.scan.questionnaire), start=1)
    ]
    first = next((number for number, _, rows in parts if not all(answer for _, answer in rows)), None)
    context = {"parts": parts, "first_open": first, **_frame(invitation, base)}
    return render(request, "coalition/analysis/scan/scan_fill.html", context)


def _part(request: HttpRequest, invitation: ScanInvitation, base: str, part: int) -> HttpResponseBase:
    dimensions = rows_of(invitation.scan.questionnaire)
    if not 1 <= part <= len(dimensions):
        raise Http404("Dit onderdeel is er niet.")
    dimension = dimensions[part - 1]
    there = answers_of(invitation)
    form = DimensionAnswersForm(posted(request), dimension=dimension, answers=there, version=invitation.version)
    if (state := SCANS.state(invitation, timezone.localdate())) != LinkState.OPEN:
        return dead_link(request, CLOSED, state, form, **_frame(invitation, base))
    if form.is_valid():
        with form.refusals():
            return _onward(request, _keep(invitation, dimension, form), base, part, dimensions)
    if form.conflict:
        invitation.refresh_from_db(fields=["version"])
        form.on_top_of(invitation)
    return _form(request, invitation, form, base=base, part=part, dimensions=dimensions)


def _keep(invitation: ScanInvitation, dimension: ScanDimension, form: DimensionAnswersForm) -> ScanInvitation:
    return answer_dimension(
        invitation=invitation,
        dimension=dimension,
        version=form.cleaned_data["version"],
        today=timezone.localdate(),
        answers=form.answer_data(),
    )


def _onward(
    request: HttpRequest, kept: ScanInvitation, base: str, part: int, dimensions: Sequence[ScanDimension]
) -> HttpResponseBase:
    if kept.answered_at or part == len(dimensions):
        return go_to(request, base, note=f"“{dimensions[part - 1].name}” is bewaard.")
    return go_to(request, f"{base}{part + 1}/", note=f"“{dimensions[part - 1].name}” is bewaard.")


def _form(
    request: HttpRequest,
    invitation: ScanInvitation,
    form: DimensionAnswersForm,
    *,
    base: str,
    part: int,
    dimensions: Sequence[ScanDimension],
) -> HttpResponse:
    context = {
        **_frame(invitation, base),
        "part": part,
        "parts": len(dimensions),
        "dimension": dimensions[part - 1],
    }
    return answer_form(request, "coalition/analysis/scan/scan_fill_part.html", form, context)


def _frame(invitation: ScanInvitation, base: str) -> dict[str, Any]:
    """What each page needs: a member fills in within the area, who has a link sees nothing else of the portal."""
    frame = "area_base.html" if base.startswith("/gebieden/") else "guest_base.html"
    return {
        "invitation": invitation,
        "scan": invitation.scan,
        "area": invitation.scan.area,
        "base": base,
        "frame": frame,
    }
