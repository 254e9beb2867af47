"""One bestuurlijk overleg: the one object that its pages and its papers show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from areas.models import Area
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.enums import OPEN, OutcomeKind
from deliverables.board_meetings.models import BoardSeat, BoardTable
from deliverables.board_meetings.queries.meetings import due_before
from deliverables.board_meetings.queries.reports import with_state
from deliverables.board_meetings.queries.rows import OutcomeRow, outcome_rows
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True)
class SeatRow:
    """A party at the table, with those it speaks for besides."""

    name: str
    speaks_for: list[str]


@dataclass(frozen=True)
class MeetingPage:
    """An overleg as a reader of these areas sees it: what is due before it, what goes on, and what was agreed there.

    Of an overleg that has been, only what was agreed there.
    """

    meeting: Checkpoint
    when: str
    is_over: bool
    due: list[OutcomeRow]
    running: list[OutcomeRow]
    own: list[OutcomeRow]
    seats: list[SeatRow]

    @property
    def late(self) -> int:
        """How many that should have been done are not."""
        return sum(row.is_late for row in (*self.due, *self.running, *self.own))


def meeting_page(areas: Sequence[Area], meeting: Checkpoint, today: date) -> MeetingPage:
    """Return an overleg for a reader of these areas. Seven queries, however much was agreed."""
    is_over = meeting.date < today
    wanted = Q(checkpoint=meeting)
    if not is_over:
        wanted |= Q(checkpoint__date__lte=meeting.date, state__in=OPEN) & ~Q(kind=OutcomeKind.NOTED)
    found = with_state(outcomes_in(areas)).filter(wanted)
    rows = outcome_rows(found.order_by("checkpoint__date", "checkpoint__name", "number"), areas, today)
    before = [row for row in rows if row.outcome.checkpoint_id != meeting.pk]
    due = [row for row in before if row.outcome.due_on and row.outcome.due_on <= meeting.date]
    return MeetingPage(
        meeting=meeting,
        when=dutch.days_until(meeting.date, today),
        is_over=is_over,
        due=sorted(due, key=lambda row: row.outcome.due_on or today),
        running=[row for row in before if row not in due],
        own=[row for row in rows if row.outcome.checkpoint_id == meeting.pk],
        seats=seats_at(areas, meeting),
    )


def due_rows(area: Area, meeting: Checkpoint, today: date) -> list[OutcomeRow]:
    """Return what is due in an area before an overleg that is still to come. Five queries at most."""
    if meeting.date < today:
        return []
    return outcome_rows(due_before([area], meeting.date, besides=meeting.pk), [area], today)


def seats_at(areas: Sequence[Area], meeting: Checkpoint) -> list[SeatRow]:
    """Return who sits at the table for these areas, by name, and for whom each speaks besides. One query."""
    rows = BoardSeat.objects.filter(table__checkpoint=meeting, table__area__in=areas)
    spoken: dict[str, set[str]] = {}
    for who, by in rows.values_list("organisation__name", "represented_by__name"):
        names = spoken.setdefault(by or who, set())
        if by:
            names.add(who)
    return [
        SeatRow(name, sorted(names, key=str.lower))
        for name, names in sorted(spoken.items(), key=lambda it: it[0].lower())
    ]


def table_of(meeting: Checkpoint, area: Area) -> BoardTable | None:
    """Return the table of an area at an overleg; None when nobody said yet who sits there. One query."""
    return BoardTable.objects.filter(checkpoint=meeting, area=area).first()
