"""The bestuurlijke overleggen of one area with what was agreed there, as its page shows them."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page
from django.db.models import F

from areas.models import Area
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.queries.meetings import MeetingRow, due_before, meeting_rows
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.board_meetings.queries.rows import OutcomeRow, page_of
from deliverables.board_meetings.rules import asked_until

DUE, ALL = "nu", "alle"


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
