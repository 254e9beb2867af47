"""Saying what waits for what, from the page of a measure; and answering what another area proposes."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from deliverables.agenda.measures.access import measure_for
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.access import asked_dependency_for, own_dependency_for
from deliverables.agenda.plan.actions.dependencies import (
    add_dependency,
    answer_dependency,
    change_dependency,
    remove_dependency,
)
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.forms import DependencyForm, TieForm
from deliverables.agenda.plan.models import Dependency
from deliverables.agenda.plan.queries.choosing import measure_names
from deliverables.agenda.plan.queries.dependencies import own_side, tie_page
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/agenda/plan/"


@require_http_methods(["GET", "HEAD", "POST"])
def dependency_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Let a measure wait for another, or another for it."""
    measure = measure_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    form = DependencyForm(posted(request), measure=measure)
    if form.is_valid():
        with form.refusals():
            before, after = form.pair()
            made = add_dependency(
                area=measure.area, before=before, after=after, actor=request.user, tie=form.tie(),
                token=form.cleaned_data["token"],
            )  # fmt: skip
            return go_to(request, "measure", slug, pk, note=_said(made))
    context = {"area": measure.area, "measure": measure, "names": measure_names(measure.area)}
    return answer_form(request, _PAGES + "dependency_new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def dependency_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say otherwise how one measure waits for another."""
    area, dependency = own_dependency_for(request.user, slug, pk)
    form = TieForm(posted(request), dependency=dependency)
    if form.is_valid():
        with form.refusals():
            given = {"version": form.cleaned_data["version"], "tie": form.tie()}
            changed = change_dependency(dependency=dependency, actor=request.user, **given)
            return _to_measure(request, area, changed, note=_said(changed))
    if form.conflict:
        dependency = form.on_top_of(own_dependency_for(request.user, slug, pk)[1])
    return answer_form(request, _PAGES + "dependency_edit.html", form, _about(request, area, dependency))


@require_http_methods(["GET", "HEAD", "POST"])
def dependency_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether one measure need no longer wait for another, and let it go."""
    area, dependency = own_dependency_for(request.user, slug, pk)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or dependency.version
        remove_dependency(dependency=dependency, actor=request.user, version=version)
        note = f"{dependency.after.code} wacht niet meer op {dependency.before.code}."
        return _to_measure(request, area, dependency, note=note)
    return render(request, _PAGES + "dependency_remove.html", _about(request, area, dependency))


@require_http_methods(["GET", "HEAD", "POST"])
def dependency_answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say yes or no to what another area proposes."""
    area, dependency = asked_dependency_for(request.user, slug, pk)
    if request.method == "POST" and request.POST.get("antwoord") in {"ja", "nee"}:
        confirms = request.POST["antwoord"] == "ja"
        version = whole_number(request.POST.get("version")) or dependency.version
        answer_dependency(dependency=dependency, actor=request.user, version=version, confirms=confirms)
        note = "U bent het eens. Dit telt nu mee." if confirms else "U bent het niet eens. Dit telt niet mee."
        return _to_measure(request, area, dependency, note=note)
    status = 422 if request.method == "POST" else 200
    context = _about(request, area, dependency) | {"has_errors": status != 200}
    return render(request, _PAGES + "dependency_answer.html", context, status=status)


@require_safe
def plan_rules(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Say how the portal reckons with dates."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    return render(request, _PAGES + "rules.html", {"area": area})


def _about(request: SignedInRequest, area: Area, dependency: Dependency) -> dict[str, object]:
    return {"area": area, "dependency": dependency, "tie": tie_page(dependency, area, request.user)}


def _to_measure(request: SignedInRequest, area: Area, dependency: Dependency, *, note: str) -> HttpResponseBase:
    own: Measure = own_side(dependency, area)
    return go_to(request, "measure", area.slug, own.pk, note=note)


def _said(dependency: Dependency) -> str:
    words = f"{dependency.after.code} wacht op {dependency.before.code}."
    if dependency.state != DependencyState.PROPOSED:
        return words
    return words.removesuffix(".") + ", als het andere gebied ja zegt. De planningsgroep daar krijgt bericht."
