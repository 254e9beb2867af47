"""The chance that last days are kept, and the estimates it rests on."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.chance.actions import estimate_measure
from deliverables.agenda.chance.forms import EstimateForm
from deliverables.agenda.chance.queries.asking import wake_reckoning
from deliverables.agenda.chance.queries.chances import estimate_words, questions_of, standings
from deliverables.agenda.measures.access import measure_for, require_may_report
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part


@require_safe
def agenda_chance(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show per last day how likely it is kept, or what is missing to say so; the worker reckons what is asked."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    questions = questions_of(area, timezone.localdate())
    wake_reckoning(questions)
    rows = standings(questions, request.user)
    context = {"area": area, "rows": rows, "waits": any(row.waits for row in rows)}
    return render_part(request, "deliverables/agenda/chance/chance.html", "rows", context)


@require_http_methods(["GET", "HEAD", "POST"])
def measure_estimate(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say how long the rest of a measure takes: shortest, likeliest and longest."""
    measure = measure_for(request.user, slug, pk)
    require_may_report(request.user, measure)
    form = EstimateForm(posted(request), measure=measure)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("version", "drivers", "new_driver")}
        with form.refusals():
            estimate_measure(measure=measure, actor=request.user, weeks=form.weeks(), **values)
            return go_to(request, "measure", slug, pk, note="Schatting opgeslagen.")
    context: dict[str, Any] = {"area": measure.area, "measure": measure}
    if form.conflict:
        theirs = form.on_top_of(measure_for(request.user, slug, pk))
        context["theirs"] = {"title": theirs.title, "text": estimate_words(theirs)}
    return answer_form(request, "deliverables/agenda/chance/estimate_form.html", form, context)
