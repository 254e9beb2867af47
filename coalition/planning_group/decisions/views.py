"""Decisions, and where each party stands on them."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.agreement.document.queries import parties_of_the_agreement
from coalition.planning_group.decisions.access import decision_for, position_for
from coalition.planning_group.decisions.actions import change_decision, record_decision, state_position
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.forms import DecisionForm, PositionForm
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.queries import (
    SIGNS,
    changes_of_decision,
    decision_page,
    position_rows,
    stand_together,
)
from novex_portal.toolkit.forms.still_typing import on_top_of
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.problems import Conflict, Problem

FORM = "coalition/planning_group/decisions/decision_form.html"

POSITION = "coalition/planning_group/decisions/decision_position.html"


@require_safe
def decisions(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_BACKBONE)
    waiting = request.GET.get("wacht") == "ja"
    context = {
        "area": area,
        "page": decision_page(area, request.user, waiting=waiting, number=request.GET.get("page", "")),
        "waiting": waiting,
        "may_work": may(request.user, area, Permission.WORK_IN_BACKBONE),
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
        "summary": stand_together(rows),
        "may_state": any(row.may_state for row in rows),
        "changes": changes_of_decision(found),
        "may_work": may(request.user, found.area, Permission.WORK_IN_BACKBONE),
    }
    return render(request, "coalition/planning_group/decisions/decision.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.WORK_IN_BACKBONE)
    initial = {"meeting": request.GET.get("overleg", "")}
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        area=area,
        likely=parties_of_the_agreement(area),
        initial=initial,
    )
    if form.is_valid():
        try:
            made = record_decision(area=area, actor=request.user, token=form.cleaned_data["form_id"], **_values(form))
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "decision", slug, made.pk, note="Besluit vastgelegd.")
    return _form_page(request, area, form, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    found = decision_for(request.user, slug, pk, Permission.WORK_IN_BACKBONE)
    form = DecisionForm(request.POST if request.method == "POST" else None, area=found.area, decision=found)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_decision(decision=found, actor=request.user, version=version, **_values(form))
        except Conflict:
            theirs = decision_for(request.user, slug, pk, Permission.WORK_IN_BACKBONE)
            on_top_of(form, request.POST, theirs.version)
            return _form_page(request, theirs.area, form, theirs, status=409, theirs=theirs)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "decision", slug, pk, note="Besluit gewijzigd.")
    return _form_page(request, found.area, form, found, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def decision_position(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say where a party stands: the planning group for any, an executive for their own."""
    position = position_for(request.user, slug, pk)
    form = PositionForm(request.POST if request.method == "POST" else None, position=position)
    if form.is_valid():
        values = form.cleaned_data
        try:
            state_position(position=position, actor=request.user, **{**values, "version": values["version"] or 0})
        except Conflict:
            theirs = position_for(request.user, slug, pk)
            form = PositionForm(request.POST, position=theirs)
            on_top_of(form, request.POST, theirs.version)
            return _position_page(request, theirs, form, status=409, is_conflict=True)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            note = f"{position.organisation}: {DecisionStatus(values['status']).label.lower()}."
            return go_to(request, "decision", slug, position.decision_id, note=note)
    return _position_page(request, position, form, status=422 if form.is_bound else 200)


def _values(form: DecisionForm) -> dict[str, Any]:
    names = ("title", "text", "body", "decided_on", "meeting")
    return {"organisations": form.organisations, **{name: form.cleaned_data[name] for name in names}}


def _form_page(
    request: SignedInRequest,
    area: Area,
    form: DecisionForm,
    found: Decision | None = None,
    *,
    status: int = 200,
    theirs: Decision | None = None,
) -> HttpResponse:
    return render(request, FORM, {"area": area, "form": form, "decision": found, "theirs": theirs}, status=status)


def _position_page(
    request: SignedInRequest,
    position: DecisionPosition,
    form: PositionForm,
    *,
    status: int = 200,
    is_conflict: bool = False,
) -> HttpResponse:
    context = {
        "area": position.decision.area,
        "decision": position.decision,
        "position": position,
        "sign": SIGNS[DecisionStatus(position.status)],
        "form": form,
        "is_conflict": is_conflict,
    }
    return render(request, POSITION, context, status=status)
