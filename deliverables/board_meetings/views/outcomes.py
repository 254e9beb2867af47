"""What was agreed at a bestuurlijk overleg: one of them, writing one down, changing it, reporting on it, taking it over."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.board_meetings.access import (
    may_record,
    may_report,
    meeting_for,
    meetings_to_continue_at,
    outcome_for,
    outcome_to_report_on_for,
    reporting_for,
)
from deliverables.board_meetings.actions.outcomes import change_outcome, continue_outcome, record_outcome
from deliverables.board_meetings.actions.reports import report_outcome
from deliverables.board_meetings.enums import OutcomeState
from deliverables.board_meetings.forms.outcome import ContinueForm, EditOutcomeForm, NewOutcomeForm
from deliverables.board_meetings.forms.report import ReportForm
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.queries.chain import steps_around
from deliverables.board_meetings.queries.history import changes_of_outcome
from deliverables.board_meetings.queries.reports import newest_report
from deliverables.board_meetings.queries.rows import outcome_row
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text import dutch

_PAGES = "deliverables/board_meetings/"


@require_safe
def board_outcome(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show one outcome: what was agreed, what became of it, and the line over the years it stands in."""
    area, found = outcome_for(request.user, slug, pk)
    row = outcome_row(found, [area], timezone.localdate())
    context = {
        "area": area,
        "outcome": found,
        "row": row,
        "steps": steps_around(found, [area]),
        "reports": found.reports.select_related("organisation", "reported_by"),
        "changes": changes_of_outcome(found),
        "may_record": may_record(request.user, found.checkpoint, found.area),
        "may_report": row.is_reported_on and may_report(request.user, area, found),
    }
    return render(request, _PAGES + "outcome.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def board_outcome_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write down what was agreed at an overleg."""
    area, meeting = meeting_for(request.user, slug, pk, Permission.EDIT_BOARD_OUTCOMES)
    choose = meeting.areas.count() > 1 and may_record(request.user, meeting, None)
    form = NewOutcomeForm(posted(request), meeting=meeting, area=area, choose=choose)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("number", "token")}
            made = record_outcome(
                meeting=meeting, area=form.place, actor=request.user, data=form.outcome_data(), **given
            )
            return go_to(request, "area-board-meeting", slug, pk, note=f"{made} is vastgelegd.")
    return answer_form(request, _PAGES + "outcome_form.html", form, {"area": area, "meeting": meeting})


@require_http_methods(["GET", "HEAD", "POST"])
def board_outcome_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change what was agreed; who comes second sees what the first one saved."""
    area, found = outcome_for(request.user, slug, pk, Permission.EDIT_BOARD_OUTCOMES)
    form = EditOutcomeForm(posted(request), outcome=found, areas=[area])
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_outcome(outcome=found, actor=request.user, version=version, data=form.outcome_data())
            return go_to(request, "board-outcome", slug, pk, note=f"{found} is gewijzigd.")
    if form.conflict:
        found = form.on_top_of(outcome_for(request.user, slug, pk)[1])
    theirs = _in_words(found) if form.conflict else None
    context = {"area": area, "meeting": found.checkpoint, "outcome": found, "theirs": theirs}
    return answer_form(request, _PAGES + "outcome_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def board_outcome_report(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what became of it; who comes second sees what the first one said."""
    area, found = outcome_to_report_on_for(request.user, slug, pk)
    organisation = reporting_for(request.user, area, found)
    newest = newest_report(found)
    form = ReportForm(posted(request), outcome=found, now=newest.state if newest else OutcomeState.NEW)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("version", "token")}
            report_outcome(outcome=found, actor=request.user, said=form.said(), organisation=organisation, **given)
            return go_to(request, "board-outcome", slug, pk, note="De stand is gemeld.")
    if form.conflict:
        found = form.on_top_of(outcome_for(request.user, slug, pk)[1])
    context = {"area": area, "outcome": found, "row": outcome_row(found, [area], timezone.localdate())}
    context |= {"organisation": organisation, "theirs": _in_words(found) if form.conflict else None}
    context["may_record"] = may_record(request.user, found.checkpoint, found.area)
    return answer_form(request, _PAGES + "report_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def board_outcome_continue(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take it over to a next overleg: its successor is made, and it stands as carried over."""
    area, found = outcome_for(request.user, slug, pk, Permission.EDIT_BOARD_OUTCOMES)
    meetings = meetings_to_continue_at(request.user, found, area)
    form = ContinueForm(posted(request), outcome=found, area=area, meetings=meetings)
    if form.is_valid():
        with form.refusals():
            names = ("meeting", "version", "as_of", "reason", "number", "token")
            given = {name: form.cleaned_data[name] for name in names}
            made = continue_outcome(outcome=found, actor=request.user, data=form.outcome_data(), **given)
            return go_to(request, "board-outcome", slug, made.pk, note=f"{found} gaat verder als {made}.")
    if form.conflict:
        found = form.on_top_of(outcome_for(request.user, slug, pk)[1])
    context = {"area": area, "outcome": found, "theirs": _in_words(found) if form.conflict else None}
    return answer_form(request, _PAGES + "continue_form.html", form, context)


def _in_words(outcome: BoardOutcome) -> dict[str, str]:
    """Return what was saved meanwhile, to be shown above the form."""
    newest = newest_report(outcome)
    said = f"Stand op {dutch.short_date(newest.as_of)}: {newest.get_state_display().lower()}" if newest else ""
    until = f"Uiterlijk op {dutch.short_date(outcome.due_on)}" if outcome.due_on else ""
    lead = f"Trekker: {outcome.lead}" if outcome.lead else ""
    return {"title": str(outcome), "text": "\n".join(filter(None, (outcome.text, lead, until, said)))}
