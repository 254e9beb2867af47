"""The bestuurlijke overleggen of areas, and what is due before the next one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from areas.models import Area
from deliverables.board_meetings.access import meetings_in, outcomes_in
from deliverables.board_meetings.enums import OPEN, OutcomeKind
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class MeetingRow:
    """An overleg in a list, with how much of what the reader may see was agreed there."""

    pk: UUID
    name: str
    place: str
    day: date
    when: str
    is_over: bool
    total: int
    open: int
    late: int


def meeting_rows(areas: Sequence[Area], today: date) -> list[MeetingRow]:
    """Return the overleggen of these areas, the last first. Two queries."""
    still = Q(state__in=OPEN) & ~Q(kind=OutcomeKind.NOTED)
    counts: dict[UUID, dict[str, Any]] = {
        row["checkpoint"]: dict(row)
        for row in with_state(outcomes_in(areas))
        .order_by()
        .values("checkpoint")
        .annotate(
            total=Count("pk"), open=Count("pk", filter=still), late=Count("pk", filter=still & Q(due_on__lt=today))
        )
    }
    nothing = {"total": 0, "open": 0, "late": 0}
    return [
        _row(meeting, today, counts.get(meeting.pk, nothing))
        for meeting in meetings_in(areas).order_by("-date", "name")
    ]


def due_before(areas: Sequence[Area], day: date, *, besides: UUID | None = None) -> QuerySet[Any]:
    """Return what must be done on this day at the latest and is not, the earliest first; one overleg may be left out."""
    rows = still_open(with_state(outcomes_in(areas))).filter(due_on__lte=day)
    return rows.exclude(checkpoint=besides).order_by("due_on", "checkpoint__date", "number")


def _row(meeting: Checkpoint, today: date, counts: dict[str, Any]) -> MeetingRow:
    return MeetingRow(
        pk=meeting.pk,
        name=meeting.name,
        place=meeting.place,
        day=meeting.date,
        when=dutch.days_until(meeting.date, today),
        is_over=meeting.date < today,
        **{name: counts[name] for name in ("total", "open", "late")},
    )
