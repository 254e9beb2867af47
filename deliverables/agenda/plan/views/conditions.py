"""Conditions from outside: what the measures of an area wait for that others must do."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.access import measure_for
from deliverables.agenda.plan.access import condition_for, keeping_area, kept_condition_for, may_keep
from deliverables.agenda.plan.actions.conditions import (
    add_condition,
    change_condition,
    link_condition,
    set_condition_state,
    unlink_condition,
)
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.forms import ConditionForm, ConditionMeasureForm
from deliverables.agenda.plan.queries.choosing import measure_names
from deliverables.agenda.plan.queries.conditions import condition_row, condition_rows
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, refusals_told
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/agenda/plan/"
_BECOMES = {ConditionState.OPEN: "Toch weer open", ConditionState.MET: "Is vervuld", ConditionState.VOID: "Vervalt"}


@require_safe
def conditions(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    context = {"area": area, "rows": condition_rows(area), "may_add": may_keep(request.user, area, None)}
    return render(request, _PAGES + "conditions.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def condition_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Write down a condition of the area; the regieteam writes down one of all areas."""
    area = keeping_area(request.user, slug)
    national = may(request.user, area, Permission.MANAGE_PROGRAMMES)
    form = ConditionForm(
        posted(request), area=area, choose=national and may(request.user, area, Permission.EDIT_AGENDA)
    )
    if form.is_valid():
        everywhere = form.cleaned_data.get("national", national)
        with form.refusals():
            token = form.cleaned_data["token"]
            place = None if everywhere else area
            made = add_condition(area=place, actor=request.user, facts=form.facts(), token=token)
            return go_to(request, "condition", slug, made.pk, note=f"“{made.title}” staat bij de voorwaarden.")
    return answer_form(request, _PAGES + "condition_form.html", form, {"area": area, "national": national})


@require_http_methods(["GET", "HEAD", "POST"])
def condition(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Show a condition and what waits for it; posting lets one more measure wait."""
    area, found = condition_for(request.user, slug, pk)
    may_link = may(request.user, area, Permission.EDIT_AGENDA)
    if request.method == "POST":
        area_for(request.user, slug, Permission.EDIT_AGENDA)
    form = ConditionMeasureForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals("measure"):
            measure = form.cleaned_data["measure"]
            link_condition(condition=found, measure=measure, actor=request.user)
            return go_to(request, "condition", slug, pk, note=f"{measure.code} wacht hierop.")
    states = followers(ConditionState, found.state)
    context = {
        "area": area,
        "row": condition_row(area, found),
        "names": measure_names(area) if may_link else [],
        "may_link": may_link,
        "may_keep": may_keep(request.user, area, found),
        "next_states": [(state, _BECOMES[ConditionState(state)]) for state in sorted(states)],
    }
    return answer_form(request, _PAGES + "condition.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def condition_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    area, found = kept_condition_for(request.user, slug, pk)
    form = ConditionForm(posted(request), area=area, condition=found)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_condition(condition=found, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "condition", slug, pk, note="Voorwaarde gewijzigd.")
    if form.conflict:
        found = form.on_top_of(kept_condition_for(request.user, slug, pk)[1])
    return answer_form(request, _PAGES + "condition_form.html", form, {"area": area, "condition": found})


@require_POST
def condition_state(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say that a condition is met, falls away, or is open again."""
    _, found = kept_condition_for(request.user, slug, pk)
    with refusals_told(request):
        version = whole_number(request.POST.get("version")) or found.version
        state = request.POST.get("stand", "")
        done = set_condition_state(condition=found, actor=request.user, version=version, state=state)
        return go_to(request, "condition", slug, pk, note=f"Deze voorwaarde staat nu op: {done.get_state_display()}.")
    return go_to(request, "condition", slug, pk)


@require_POST
def condition_unlink(request: SignedInRequest, slug: str, pk: UUID, measure: UUID) -> HttpResponseBase:
    """Let a measure no longer wait for a condition."""
    _, found = condition_for(request.user, slug, pk)
    waiting = measure_for(request.user, slug, measure, Permission.EDIT_AGENDA)
    unlink_condition(condition=found, measure=waiting, actor=request.user)
    return go_to(request, "condition", slug, pk, note=f"{waiting.code} wacht hier niet meer op.")
