"""The last day a measure may end."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.access import measure_for
from deliverables.agenda.plan.access import deadline_for
from deliverables.agenda.plan.actions.deadlines import add_deadline, change_deadline, remove_deadline
from deliverables.agenda.plan.forms import DeadlineForm
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_FORM = "deliverables/agenda/plan/deadline_form.html"


@require_http_methods(["GET", "HEAD", "POST"])
def deadline_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    measure = measure_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    form = DeadlineForm(posted(request), measure=measure)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("day", "checkpoint", "why", "token")}
            add_deadline(measure=measure, actor=request.user, **given)
            return go_to(request, "measure", slug, pk, note=f"{measure.code} heeft een uiterste datum.")
    return answer_form(request, _FORM, form, {"area": measure.area, "measure": measure})


@require_http_methods(["GET", "HEAD", "POST"])
def deadline_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    deadline = deadline_for(request.user, slug, pk)
    measure = deadline.measure
    form = DeadlineForm(posted(request), measure=measure, deadline=deadline)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("day", "checkpoint", "why", "version")}
            change_deadline(deadline=deadline, actor=request.user, **given)
            return go_to(request, "measure", slug, measure.pk, note="Uiterste datum gewijzigd.")
    if form.conflict:
        deadline = form.on_top_of(deadline_for(request.user, slug, pk))
    return answer_form(request, _FORM, form, {"area": measure.area, "measure": measure, "deadline": deadline})


@require_http_methods(["GET", "HEAD", "POST"])
def deadline_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a last day must go, and take it away."""
    deadline = deadline_for(request.user, slug, pk)
    measure = deadline.measure
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or deadline.version
        remove_deadline(deadline=deadline, actor=request.user, version=version)
        return go_to(request, "measure", slug, measure.pk, note="Uiterste datum verwijderd.")
    context = {"area": measure.area, "measure": measure, "deadline": deadline}
    return render(request, "deliverables/agenda/plan/deadline_remove.html", context)
