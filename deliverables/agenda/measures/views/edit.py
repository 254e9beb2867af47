"""Proposing a measure, changing it, bringing it to another state, and what changed."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.access import measure_for
from deliverables.agenda.measures.actions.measures import change_measure, propose_measure
from deliverables.agenda.measures.actions.states import change_measure_status
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.forms.measure import EditMeasureForm, NewMeasureForm
from deliverables.agenda.measures.forms.states import StatusForm
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.choices import chapters_of
from deliverables.agenda.measures.queries.history import changes_of_measure
from deliverables.agenda.plan.queries.waiting import waiting_names
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none

_HERE = "deliverables/agenda/measures/"


@require_http_methods(["GET", "HEAD", "POST"])
def measure_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Propose a measure; `?artikel=` and `?ambitie=` say what it comes from."""
    area = area_for(request.user, slug, Permission.PROPOSE_MEASURE)
    asked = {"articles": "artikel", "ambitions": "ambitie"}
    start: dict[str, Any] = {
        name: [key] for name, word in asked.items() if (key := uuid_or_none(request.GET.get(word, "")))
    }
    form = NewMeasureForm(posted(request), area=area, user=request.user, initial=start)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("start", "end", "token")}
            made = propose_measure(
                area=area, actor=request.user, data=form.measure_data(), organisation=form.on_behalf_of, **given
            )
            return go_to(request, "measure", slug, made.pk, note=f"{made.code} staat als voorstel op de agenda.")
    may_edit = may(request.user, area, Permission.EDIT_AGENDA)
    context = {"area": area, "has_chapters": chapters_of(area).exists(), "may_edit": may_edit}
    return answer_form(request, _HERE + "measure_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def measure_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change all of a measure but its dates; who comes second sees what the first one saved."""
    found = measure_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    form = EditMeasureForm(posted(request), measure=found)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_measure(measure=found, actor=request.user, version=version, data=form.measure_data())
            return go_to(request, "measure", slug, pk, note=f"{found.code} is gewijzigd.")
    if form.conflict:
        found = form.on_top_of(measure_for(request.user, slug, pk, Permission.EDIT_AGENDA))
    context = {"area": found.area, "measure": found, "has_chapters": True}
    context["theirs"] = _in_words(found) if form.conflict else None
    return answer_form(request, _HERE + "measure_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def measure_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Bring a measure to another state, or take a proposal over or not; dropping one others wait for is said first."""
    found = measure_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    waiting = waiting_names(request.user, found)
    form = StatusForm(posted(request), measure=found, waiting=waiting)
    if form.is_valid():
        given = {name: form.cleaned_data[name] for name in ("version", "status", "reason")}
        with form.refusals():
            change_measure_status(measure=found, actor=request.user, **given)
            words = MeasureStatus(found.status).label.lower()
            return go_to(request, "measure", slug, pk, note=f"{found.code} staat nu op: {words}.")
    if form.conflict:
        found = form.on_top_of(measure_for(request.user, slug, pk, Permission.EDIT_AGENDA))
    context = {"area": found.area, "measure": found, "waiting": waiting}
    context["theirs"] = _in_words(found) if form.conflict else None
    return answer_form(request, _HERE + "measure_status.html", form, context)


@require_safe
def measure_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show who changed what of a measure, field by field."""
    found = measure_for(request.user, slug, pk)
    context = {"area": found.area, "measure": found, "changes": changes_of_measure(found)}
    return render(request, _HERE + "measure_history.html", context)


def _in_words(measure: Measure) -> dict[str, str]:
    """Return what was saved meanwhile, to be shown above the form."""
    lines = [measure.result, f"Stand: {measure.get_status_display()}", measure.drop_reason]
    return {"title": str(measure), "text": "\n".join(filter(None, lines))}
