"""Giving a measure other dates: which, what that does, and why."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.access import moving_for
from deliverables.agenda.moving.actions.moves import move_measure
from deliverables.agenda.moving.actions.proposals import propose_dates
from deliverables.agenda.moving.forms import MoveForm, SaveForm
from deliverables.agenda.moving.models import DateProposal
from deliverables.agenda.moving.queries.batches import asked, open_proposal, proposed_dates
from deliverables.agenda.moving.queries.breaks import breaks_of
from deliverables.agenda.moving.queries.preview import preview_of, reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.timeline.queries.drawings import Moment, points_of, timeline_of
from novex_portal.toolkit.forms.base import answer_form
from novex_portal.toolkit.fragments import go_to

_PAGES = "deliverables/agenda/moving/"


@require_http_methods(["GET", "HEAD", "POST"])
def measure_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask for the dates, show what they do, and save what was chosen: nothing moves before that."""
    measure = moving_for(request.user, slug, pk)
    if request.method == "POST":
        return _save(request, measure)
    if proposal := _proposal(request, measure, request.GET.get("voorstel")):
        return _preview(request, measure, proposed_dates(proposal), proposal=proposal)
    form = MoveForm(request.GET if "begin" in request.GET else None, measure=measure)
    if form.is_valid():
        return _preview(request, measure, form.cleaned_data["dates"])
    return answer_form(request, _PAGES + "measure_move.html", form, {"area": measure.area, "measure": measure})


def _save(request: SignedInRequest, measure: Measure) -> HttpResponseBase:
    """Do what the button says; whatever stands in the way, the preview comes back with what was typed."""
    slug, chosen = measure.area.slug, request.POST.get("do")
    if chosen == "no":
        return go_to(request, "measure", slug, measure.pk, note="Er is niets veranderd en niemand kreeg bericht.")
    if chosen in {"push", "only"}:
        area_for(request.user, slug, Permission.EDIT_AGENDA)
    form = SaveForm(request.POST)
    if not form.is_valid() and {"begin", "eind"} & set(form.errors):
        again = MoveForm(request.POST, measure=measure)
        context = {"area": measure.area, "measure": measure}
        return answer_form(request, _PAGES + "measure_move.html", again, context, status=422)
    dates = form.dates()
    proposal = _proposal(request, measure, request.POST.get("voorstel"))
    if form.is_valid():
        given: dict[str, Any] = {"dates": dates, "reason": form.cleaned_data["reason"]}
        given |= {"measure": measure, "actor": request.user, "token": form.cleaned_data["token"]}
        with form.refusals():
            if chosen == "propose":
                made = propose_dates(**given)
                return go_to(request, "date-proposal", slug, made.pk, note="Voorgesteld aan de planningsgroep.")
            seen = form.cleaned_data["seen"]
            batch = move_measure(**given, seen=seen, push=chosen == "push", proposal=proposal)
            return go_to(request, "plan-batch", slug, batch.pk, note="Opgeslagen. Wie het aangaat, krijgt bericht.")
    return _preview(request, measure, dates, form=form, proposal=proposal)


def _preview(
    request: SignedInRequest,
    measure: Measure,
    dates: Dates,
    *,
    form: SaveForm | None = None,
    proposal: DateProposal | None = None,
) -> HttpResponse:
    """Show what these dates do, with the form that saves them; after a conflict the words that say so."""
    reckoned = reckon(measure, dates)
    preview = preview_of(reckoned, request.user)
    start = {"begin": dates.start, "eind": dates.end, "seen": reckoned.mark, "voorstel": proposal and proposal.pk}
    moment = Moment(timezone.localdate(), points_of(measure.area))
    timeline = timeline_of(preview.after, [[row.key for row in preview.rows]], moment, baseline=preview.before)
    found = breaks_of(preview)
    context = {
        "area": measure.area,
        "measure": reckoned.measure,
        "preview": preview,
        "breaks": found,
        "clashes": not all(row.is_note for row in found),
        "proposal": proposal,
        "proposed_by": asked(proposal).by if proposal else "",
        "timeline": timeline,
        "drawn": [(row, timeline.rows[row.key]) for row in preview.rows],
        "may_save": may(request.user, measure.area, Permission.EDIT_AGENDA),
    }
    form = form.seen_again(reckoned.mark) if form else SaveForm(initial=start)
    return answer_form(request, _PAGES + "preview.html", form, context)


def _proposal(request: SignedInRequest, measure: Measure, key: str | None) -> DateProposal | None:
    """Return the open proposal these dates come from, for who may save it; None without one."""
    return open_proposal(measure, key) if key and may(request.user, measure.area, Permission.EDIT_AGENDA) else None
