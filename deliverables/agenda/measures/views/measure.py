"""The page of one measure; other concepts of the agenda add their section to it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.access import may_report, measure_for
from deliverables.agenda.measures.queries.measure import links_of, sides_of
from deliverables.agenda.measures.queries.origin import origin_of
from deliverables.agenda.moving.queries.batches import asked_of
from deliverables.agenda.plan.queries.conditions import conditions_of
from deliverables.agenda.plan.queries.deadlines import deadlines_of
from deliverables.agenda.reports.queries.reports import reported
from deliverables.agenda.timeline.queries.around import around
from deliverables.agenda.versions.queries.memory import remembered
from deliverables.board_meetings.queries.rows import rows_of_measure


@require_safe
def measure(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show one measure: how it stands, what it waits for, what was agreed, what moved and where it comes from."""
    found = measure_for(request.user, slug, pk)
    today = timezone.localdate()
    context = {
        "area": found.area,
        "measure": found,
        "sides": sides_of(found),
        "links": links_of(found),
        "reported": reported(found, today),
        "around": around(request.user, found, today),
        "conditions": conditions_of(found),
        "deadlines": deadlines_of(found),
        "memory": remembered(found),
        "asked": asked_of(found),
        "outcomes": rows_of_measure(found, today),
        "origin": origin_of(found, request.user),
        "may_edit": may(request.user, found.area, Permission.EDIT_AGENDA),
        "may_report": may_report(request.user, found),
    }
    return render(request, "deliverables/agenda/measures/measure.html", context)
