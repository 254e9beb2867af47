"""What is due before the next overleg, for the people of the party that has the lead.

Where that party has nobody in the area, who writes down what was agreed there is asked.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.urls import reverse

from areas.access import PERMISSIONS, active_memberships, memberships_on
from areas.enums import Permission
from areas.models import User
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.board_meetings.rules import asked_until
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.text import dutch

WRITERS = frozenset(role for role, granted in PERMISSIONS.items() if Permission.EDIT_BOARD_OUTCOMES in granted)


@dataclass(frozen=True)
class Due:
    """Something agreed that is due before the next overleg."""

    name: str
    text: str
    day: date
    lead: str
    area: str
    url: str

    def words_on(self, today: date) -> tuple[str, bool]:
        """Say how long there is, and whether it is late."""
        late = dutch.late(self.day, today)
        return (
            late or f"{dutch.days_until(self.day, today).capitalize()}, uiterlijk op {dutch.long_date(self.day)}",
            bool(late),
        )


def due_outcomes(today: date, later: date) -> QuerySet[Any]:
    """Return what is due in an area before its next overleg, the earliest first. No query of its own.

    `later` is until when is asked in an area without one: `asked_until(None, today)`.
    """
    coming = Checkpoint.objects.filter(
        area_links__area=OuterRef("area"), kind=CheckpointKind.BOARD_MEETING, date__gte=today
    )
    until = Coalesce(Subquery(coming.order_by("date").values("date")[:1]), Value(later), output_field=DateField())
    rows = still_open(with_state(BoardOutcome.objects.exclude(area=None))).annotate(until=until)
    due: QuerySet[Any] = rows.filter(due_on__lte=F("until")).order_by("due_on", "pk")
    return due


def due_of(user: User, today: date) -> list[Due]:
    """Return what the user is asked for: of their own party, and of parties without anybody where they keep the list.

    One query; none for who has no role in an area.
    """
    mine, nobody = Q(), Q()
    for seat in active_memberships(user):
        if seat.area_id and seat.organisation_id:
            mine |= Q(area=seat.area_id, lead=seat.organisation_id)
        if seat.area_id and seat.role in WRITERS:
            nobody |= Q(area=seat.area_id)
    if not (mine or nobody):
        return []
    seats = memberships_on(today).select_related(None)
    people = seats.filter(area=OuterRef("area"), organisation=OuterRef("lead"), user__is_active=True)
    asked = (mine or Q(pk=None)) | ((nobody & ~Exists(people)) if nobody else Q(pk=None))
    rows = due_outcomes(today, asked_until(None, today)).filter(asked).select_related("checkpoint", "area", "lead")
    return [_due(row) for row in rows]


def _due(row: Any) -> Due:
    url = reverse("board-outcome-report", args=[row.area.slug, row.pk])
    return Due(str(row), row.text, row.due_on, row.lead.name if row.lead else "", row.area.name, url)
