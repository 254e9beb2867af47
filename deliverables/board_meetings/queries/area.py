"""The bestuurlijke overleggen of one area with what was agreed there, as its page shows them."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db.models import Case, Count, F, Q, When

from areas.models import Area
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.enums import OPEN, OutcomeKind
from deliverables.board_meetings.queries.meetings import MeetingRow, due_before, meeting_rows
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.board_meetings.queries.rows import OutcomeRow, outcome_rows, page_of
from deliverables.board_meetings.rules import asked_until

DUE, ALL = "nu", "alle"
_SHOWN_BESIDE = 8


@dataclass(frozen=True)
class AreaOutcomes:
    """The overleggen to come, soonest first, and those that were, last first; and a page of outcomes."""

    coming: list[MeetingRow]
    been: list[MeetingRow]
    page: "Page[OutcomeRow]"
    shows: str
    due: int

    @property
    def next(self) -> MeetingRow | None:
        return self.coming[0] if self.coming else None

    @property
    def total(self) -> int:
        return sum(row.total for row in (*self.coming, *self.been))

    @property
    def open(self) -> int:
        return sum(row.open for row in (*self.coming, *self.been))

    @property
    def late(self) -> int:
        return sum(row.late for row in (*self.coming, *self.been))


@dataclass(frozen=True)
class FollowUp:
    """What became of what was agreed, in few rows for a page about something else; `late` and `total` count all."""

    rows: list[OutcomeRow]
    late: int
    total: int


def follow_up_in(area: Area, today: date) -> FollowUp:
    """Return a few outcomes of an area that are followed, the last overleg first. Seven queries at most.

    Where there are more, what is late comes along first, then what is open, then what was agreed last.
    """
    rows = with_state(outcomes_in([area]).exclude(kind=OutcomeKind.NOTED))
    unfinished = Q(state__in=OPEN)
    late = unfinished & Q(due_on__lt=today)
    newest = (F("checkpoint__date").desc(), "checkpoint__name", "number")
    rank = Case(When(late, then=0), When(unfinished, then=1), default=2)
    chosen = list(rows.order_by(rank, *newest).values_list("pk", flat=True)[:_SHOWN_BESIDE])
    return FollowUp(
        rows=outcome_rows(rows.filter(pk__in=chosen).order_by(*newest), [area], today),
        **rows.order_by().aggregate(total=Count("pk"), late=Count("pk", filter=late)),
    )


def area_outcomes(area: Area, today: date, shows: str, number: str) -> AreaOutcomes:
    """Return what was agreed in an area: what is open, unless what is due before the next overleg or all is asked for.

    Ten queries, however much there is.
    """
    meetings = meeting_rows([area], today)
    coming = [row for row in meetings if not row.is_over][::-1]
    until = asked_until(coming[0].day if coming else None, today)
    due = due_before([area], until)
    rows = with_state(outcomes_in([area]))
    rows = due if shows == DUE else rows if shows == ALL else still_open(rows)
    if shows != DUE:
        rows = rows.order_by(F("checkpoint__date").desc(), "checkpoint__name", "number")
    return AreaOutcomes(
        coming=coming,
        been=[row for row in meetings if row.is_over],
        page=page_of(rows, [area], today, number),
        shows=shows if shows in (DUE, ALL) else "",
        due=due.count(),
    )
