"""Where everything stands on the timeline of an agenda, in per cents of its width. Pure: dates in, numbers out.

Every row of the table has a drawing of its own over the same axis, so that a bar can never slip from its row and a
printed page may break between rows. A line from one measure to another is cut into a piece per row it passes. Page and
PDF draw the same shapes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.rules.plan import Deadline, Planned, Relation

FEWEST_YEARS, MOST_YEARS = 4, 10
QUARTERS_UNTIL = 6
"""With more years than this quarters are too narrow to tell apart."""
_NARROWEST = 0.4  # a day must be seen
_INSET = 0.35  # a line goes down just inside the bar it leads to

Look = Literal["idea", "plan", "run", "stopped", "done", "gone"]
LOOKS: dict[str, Look] = {
    MeasureStatus.PROPOSED: "idea",
    MeasureStatus.PLANNED: "plan",
    MeasureStatus.RUNNING: "run",
    MeasureStatus.STOPPED: "stopped",
    MeasureStatus.DONE: "done",
    MeasureStatus.DROPPED: "gone",
}


@dataclass(frozen=True, slots=True)
class Axis:
    """The years a timeline shows, whole ones."""

    first_year: int
    last_year: int

    @classmethod
    def over(cls, days: Iterable[date], today: date) -> "Axis":
        """Return the axis that shows these days and today: at least four years, at most ten from the first."""
        years = [day.year for day in days] + [today.year]
        first = min(max(min(years), today.year - MOST_YEARS + FEWEST_YEARS), today.year)
        last = min(max(*years, first + FEWEST_YEARS - 1), first + MOST_YEARS - 1)
        return cls(first, last)

    @property
    def years(self) -> range:
        return range(self.first_year, self.last_year + 1)

    def at(self, day: date) -> float:
        """Return where the morning of a day stands; a day outside stands on the edge."""
        first, after = date(self.first_year, 1, 1), date(self.last_year + 1, 1, 1)
        part = days_between(first, day) / days_between(first, after)
        return round(100 * min(max(part, 0.0), 1.0), 2)

    def evening(self, day: date) -> float:
        """Return where the evening of a day stands."""
        return self.at(date.fromordinal(day.toordinal() + 1))

    def year_lines(self) -> list[tuple[int, float]]:
        """Return each year with where it begins."""
        return [(year, self.at(date(year, 1, 1))) for year in self.years]

    def quarter_lines(self) -> list[float]:
        """Return where quarters begin inside the years; none when they would be too narrow."""
        if len(self.years) > QUARTERS_UNTIL:
            return []
        return [self.at(date(year, month, 1)) for year in self.years for month in (4, 7, 10)]


@dataclass(frozen=True, slots=True)
class Bar:
    """A measure in its row: from where, how wide, and what it looks like; `late` when a deadline is broken."""

    x: float
    width: float
    look: Look
    late: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a line that lies in one row; y in per cents of the row's height."""

    x1: float
    x2: float
    y1: int
    y2: int
    critical: bool = False


@dataclass(frozen=True, slots=True)
class Flag:
    """The last day a measure may end, red when it ends later."""

    x: float
    broken: bool


@dataclass
class Row:
    """All that is drawn in the row of one measure."""

    key: str
    bar: Bar
    was: Bar | None = None
    flags: list[Flag] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    heads: list[tuple[float, bool]] = field(default_factory=list)  # where an arrow ends, and whether it points up
    critical: bool = False


def draw(
    measures: Sequence[Planned],
    relations: Iterable[Relation],
    axis: Axis,
    *,
    deadlines: Iterable[Deadline] = (),
    baseline: Mapping[str, Planned] | None = None,
    critical: Iterable[str] = (),
) -> list[Row]:
    """Return a row per measure, in their order, with bars, lines to what waits for them, and last days.

    `baseline` are the dates they had, drawn where they differ. Relations to a measure that has no row are left out.
    """
    deciding = set(critical)
    by_key = {measure.key: measure for measure in measures}
    ends = {row.measure: row for row in sorted(deadlines, key=lambda row: row.day, reverse=True)}
    rows = [_row(measure, axis, ends.get(measure.key), (baseline or {}).get(measure.key)) for measure in measures]
    place = {row.key: number for number, row in enumerate(rows)}
    for row in rows:
        row.critical = row.key in deciding
    for relation in relations:
        if relation.before in place and relation.after in place:
            line = _line(relation, by_key, axis)
            _lay(
                rows,
                place[relation.before],
                place[relation.after],
                line,
                {relation.before, relation.after} <= deciding,
            )
    return rows


def bar_of(measure: Planned, axis: Axis, *, late: bool = False) -> Bar:
    """Return the bar of a measure: never too narrow to be seen, and never beyond the edge."""
    x, end = axis.at(measure.first), axis.evening(measure.last)
    width = max(round(end - x, 2), _NARROWEST)
    return Bar(round(min(x, 100 - width), 2), width, LOOKS[measure.status], late)


def _row(measure: Planned, axis: Axis, deadline: Deadline | None, was: Planned | None) -> Row:
    late = deadline is not None and measure.last > deadline.day
    moved = was is not None and (was.first, was.last) != (measure.first, measure.last)
    return Row(
        measure.key,
        bar_of(measure, axis, late=late),
        was=bar_of(was, axis) if was and moved else None,
        flags=[Flag(axis.evening(deadline.day), late)] if deadline else [],
    )


def _line(relation: Relation, measures: Mapping[str, Planned], axis: Axis) -> tuple[float, float]:
    """Return where a line leaves its measure, and where it goes down to the other."""
    before, after = bar_of(measures[relation.before], axis), bar_of(measures[relation.after], axis)
    leaves = before.x + before.width if relation.waits_for_end else before.x
    arrives = after.x + after.width - _INSET if relation.binds_end else after.x + _INSET
    return round(leaves, 2), round(arrives, 2)


def _lay(rows: Sequence[Row], start: int, end: int, line: tuple[float, float], critical: bool) -> None:
    """Cut one line into a piece per row: out of its bar, straight through the rows between, into the other bar."""
    leaves, arrives = line
    down = end > start
    rows[start].pieces += [
        Piece(leaves, arrives, 50, 50, critical),
        Piece(arrives, arrives, 50, 100 if down else 0, critical),
    ]
    for row in rows[min(start, end) + 1 : max(start, end)]:
        row.pieces.append(Piece(arrives, arrives, 0, 100, critical))
    rows[end].pieces.append(Piece(arrives, arrives, 0 if down else 100, 50, critical))
    rows[end].heads.append((arrives, not down))
