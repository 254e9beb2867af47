"""Points of no agreement."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.open_points.access import open_point_for, stand_on_point_for
from coalition.agreement.open_points.actions import add_open_point, change_open_point, state_on_open_point
from coalition.agreement.open_points.forms import OpenPointForm, SettleForm, StandForm
from coalition.agreement.open_points.queries import point_rows
from coalition.planning_group.decisions.access import speaks_for
from novex_portal.toolkit.forms.still_typing import on_top_of
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem


@require_safe
def open_points(request: SignedInRequest, slug: str) -> HttpResponse:
    """What there is no agreement on, and where each party stands."""
    agreement = existing_agreement_for(request.user, slug)
    rows = point_rows(agreement, settled=False)
    parties = {row.party.organisation_id for point in rows[:1] for row in point.stands}
    context = {
        "area": agreement.area,
        "rows": rows,
        "settled": point_rows(agreement, settled=True),
        "own": {party for party in parties if speaks_for(request.user, agreement.area, party)},
        "may_edit": may(request.user, agreement.area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/agreement/open_points/open_points.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = OpenPointForm(request.POST if request.method == "POST" else None, agreement=agreement)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("title", "text", "article", "token")}
        try:
            add_open_point(agreement=agreement, actor=request.user, **values)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "open-points", slug, note="Het punt staat erbij. Vul nu in waar partijen staan.")
    context = {"area": agreement.area, "form": form}
    return render(
        request, "coalition/agreement/open_points/open_point_form.html", context, status=422 if form.is_bound else 200
    )


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    point = open_point_for(request.user, slug, pk)
    form = SettleForm(request.POST if request.method == "POST" else None, agreement=point.agreement, point=point)
    context: dict[str, Any] = {"area": point.agreement.area, "form": form, "point": point}
    status = 422 if form.is_bound else 200
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("title", "text", "article", "settled_on", "outcome")}
        try:
            change_open_point(point=point, actor=request.user, version=form.cleaned_data["version"] or 0, **values)
        except Conflict:
            context["theirs"] = theirs = open_point_for(request.user, slug, pk)
            on_top_of(form, request.POST, theirs.version)
            status = 409
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "open-points", slug, note="Punt gewijzigd.")
    return render(request, "coalition/agreement/open_points/open_point_form.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def open_point_stand(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    """Say where a party stands on a point, in its own words."""
    point, organisation = stand_on_point_for(request.user, slug, pk, party)
    said = point.stands.filter(organisation=organisation).first()
    form = StandForm(request.POST if request.method == "POST" else None, said=said)
    status, problem = (422 if form.is_bound else 200), ""
    if form.is_valid():
        version, words = form.cleaned_data["version"] or 0, form.cleaned_data["words"]
        try:
            state_on_open_point(
                point=point, organisation=organisation, actor=request.user, version=version, words=words
            )
        except Conflict as conflict:
            said = point.stands.filter(organisation=organisation).first()
            on_top_of(form, request.POST, said.version if said else 0)
            status, problem = 409, str(conflict)
        except Problem as wrong:
            form.add_error(None, str(wrong))
        else:
            return go_to(request, "open-points", slug, note=f"Bewaard waar {organisation} staat.")
    context = {"area": point.agreement.area, "point": point, "organisation": organisation, "form": form}
    context |= {"said": said, "problem": problem}
    return render(request, "coalition/agreement/open_points/open_point_stand.html", context, status=status)
