"""Decisions, and where each party stands on them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.queries import parties_of_the_agreement
from coalition.planning_group.decisions.access import decision_for, position_for
from coalition.planning_group.decisions.actions import change_decision, record_decision, state_position
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.forms import DecisionForm, PositionForm
from coalition.planning_group.decisions.queries import (
    SIGNS,
    changes_of_decision,
    decision_page,
    may_write,
    position_rows,
    positions_together,
)
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part

FORM = "coalition/planning_group/decisions/decision_form.html"

POSITION = "coalition/planning_group/decisions/decision_position.html"


@require_safe
def decisions(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_PLANNING_GROUP)
    waiting = request.GET.get("wacht") == "ja"
    context = {
        "area": area,
        "page": decision_page(area, request.user, waiting=waiting, number=request.GET.get("page", "")),
        "waiting": waiting,
        "may_work": may(request.user, area, Permission.WORK_IN_PLANNING_GROUP),
    }
    return render_part(request, "coalition/planning_group/decisions/decisions.html", "list", context)


@require_safe
def decision(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    found = decision_for(request.user, slug, pk)
    rows = position_rows(found, request.user)
    context = {
        "area": found.area,
        "decision": found,
        "rows": rows,
        "summary": positions_together(rows),
        "may_state": any(row.may_state for row in rows),
        "changes": changes_of_decision(found),
        "may_work": may(request.user, found.area, Permission.WORK_IN_PLANNING_GROUP),
    }
    return render(request, "coalition/planning_group/decisions/decision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    initial = {"meeting": request.GET.get("overleg", "")}
    form = DecisionForm(
        posted(request),
        area=area,
        likely=parties_of_the_agreement(area),
        initial=initial,
    )
    if form.is_valid():
        with form.refusals():
            made = record_decision(area=area, actor=request.user, token=form.cleaned_data["token"], **_values(form))
            return go_to(request, "decision", slug, made.pk, note="Besluit vastgelegd.")
    return answer_form(request, FORM, form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def decision_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    found = decision_for(request.user, slug, pk, Permission.WORK_IN_PLANNING_GROUP)
    form = DecisionForm(posted(request), area=found.area, decision=found)
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.refusals():
            change_decision(decision=found, actor=request.user, version=version, **_values(form))
            return go_to(request, "decision", slug, pk, note="Besluit gewijzigd.")
    if form.conflict:
        found = form.on_top_of(decision_for(request.user, slug, pk, Permission.WORK_IN_PLANNING_GROUP))
    return answer_form(request, FORM, form, {"area": found.area, "decision": found})


@require_http_methods(["GET", "HEAD", "POST"])
def decision_position(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say where a party stands: the planning group for any, an executive for their own."""
    position, given_as = position_for(request.user, slug, pk)
    form = PositionForm(posted(request), position=position, given_as=given_as)
    if form.is_valid():
        with form.refusals():
            state_position(position=position, actor=request.user, **form.cleaned_data)
            note = f"{position.organisation}: {DecisionStatus(form.cleaned_data['status']).label.lower()}."
            return go_to(request, "decision", slug, position.decision_id, note=note)
    if form.conflict:
        position = form.on_top_of(position_for(request.user, slug, pk)[0])
    context = {
        "area": position.decision.area,
        "decision": position.decision,
        "position": position,
        "organisation": position.organisation,
        "given_as": given_as,
        "is_stale": position.is_stale(position.decision),
        "may_write": given_as in may_write(position),
        "sign": SIGNS[DecisionStatus(position.status)],
    }
    return answer_form(request, POSITION, form, context)


def _values(form: DecisionForm) -> dict[str, Any]:
    names = ("title", "text", "body", "decided_on", "meeting")
    return {"organisations": form.organisations, **{name: form.cleaned_data[name] for name in names}}
