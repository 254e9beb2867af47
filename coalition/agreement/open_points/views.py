"""Points of no agreement."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import agreement_for, existing_agreement_for
from coalition.agreement.open_points.access import open_point_for, position_on_point_for
from coalition.agreement.open_points.actions import add_open_point, change_open_point, state_on_open_point
from coalition.agreement.open_points.forms import OpenPointForm, SettleForm, StandForm
from coalition.agreement.open_points.queries import point_rows, stands_of
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.rules import said_as
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

FORM = "coalition/agreement/open_points/open_point_form.html"


@require_safe
def open_points(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """What there is no agreement on, and where each party stands."""
    _, agreement = agreement_for(request.user, slug)
    if agreement is None:
        return go_to(request, "agreement", slug)
    rows = point_rows(agreement, settled=False)
    parties = {row.party.organisation_id for point in rows[:1] for row in point.positions}
    context = {
        "area": agreement.area,
        "rows": rows,
        "settled": point_rows(agreement, settled=True),
        "own": {party for party in parties if speaks_as(request.user, agreement.area, party)},
        "may_edit": may(request.user, agreement.area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/agreement/open_points/open_points.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = OpenPointForm(posted(request), agreement=agreement)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("title", "text", "article", "token")}
        with form.refusals():
            add_open_point(agreement=agreement, actor=request.user, **values)
            return go_to(request, "open-points", slug, note="Het punt staat erbij. Vul nu in waar partijen staan.")
    return answer_form(request, FORM, form, {"area": agreement.area})


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    point = open_point_for(request.user, slug, pk)
    form = SettleForm(posted(request), agreement=point.agreement, point=point)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("title", "text", "article", "settled_on", "outcome")}
        with form.refusals():
            change_open_point(point=point, actor=request.user, version=form.cleaned_data["version"], **values)
            return go_to(request, "open-points", slug, note="Punt gewijzigd.")
    if form.conflict:
        form.on_top_of(open_point_for(request.user, slug, pk))
    return answer_form(request, FORM, form, {"area": point.agreement.area, "point": point})


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_position(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    """Say where a party stands on a point, in its own words."""
    point, organisation, given_as = position_on_point_for(request.user, slug, pk, party)
    known = stands_of(point, organisation.pk)
    form = StandForm(posted(request), point=point, given_as=given_as, said=said_as(known, given_as))
    if form.is_valid():
        with form.refusals():
            state_on_open_point(point=point, organisation=organisation, actor=request.user, **form.cleaned_data)
            return go_to(request, "open-points", slug, note=f"Bewaard waar {organisation} staat.")
    if form.conflict:
        point, _, _ = position_on_point_for(request.user, slug, pk, party)
        known = stands_of(point, organisation.pk)
        form.on_top_of(said_as(known, given_as), point_version=point.version)
    context = {
        "area": point.agreement.area,
        "point": point,
        "organisation": organisation,
        "given_as": given_as,
        "said": said_as(known, given_as),
        "known": [(row, row.is_stale(point)) for row in known],
    }
    return answer_form(request, "coalition/agreement/open_points/open_point_position.html", form, context)
