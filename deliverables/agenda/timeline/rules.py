"""Where everything stands on the timeline of an agenda, in per cents of its width. Pure: dates in, numbers out.

Every row of the table has a drawing of its own over the same axis, so that a bar can never slip from its row and a
printed page may break between rows. A line from one measure to another is cut into a piece per row it passes. Page and
PDF draw the same shapes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, NamedTuple

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.rules.plan import Deadline, Planned, Relation

FEWEST_YEARS, MOST_YEARS = 4, 10
QUARTERS_UNTIL = 6
"""With more years than this quarters are too narrow to tell apart."""
_NARROWEST = 0.4  # a day must be seen
_POINT = 0.8  # narrower is drawn as a point
_INSET = 0.35  # a line goes down just inside the bar it leads to

Look = Literal["idea", "plan", "run", "stopped", "done", "gone", "else"]
LOOKS: dict[str, Look] = {
    MeasureStatus.PROPOSED: "idea",
    MeasureStatus.PLANNED: "plan",
    MeasureStatus.RUNNING: "run",
    MeasureStatus.STOPPED: "stopped",
    MeasureStatus.DONE: "done",
    MeasureStatus.DROPPED: "gone",
}
_OWED = frozenset({MeasureStatus.PLANNED, MeasureStatus.RUNNING, MeasureStatus.STOPPED})


class Paint(NamedTuple):
    """Colours of a shape. They stand beside its class, because on paper the style of a page does not reach a drawing."""

    fill: str
    stroke: str
    dash: str = "none"


INK, INK_SOFT = "#14262a", "#4a5b5f"
LATE = Paint("#a4202c", "#a4202c")
PAINTS: dict[str, Paint] = {
    "run": Paint("#0a4a55", "#0a4a55"),
    "plan": Paint("#a9cdd0", "#0a4a55"),
    "idea": Paint("#ffffff", "#0a4a55", "3 2"),
    "stopped": Paint("#ffffff", "#8a4b00"),
    "done": Paint("#6f8286", "#6f8286"),
    "gone": Paint("none", "#6f8286", "1 2"),
    "else": Paint("#e9f2f2", "#2b7a84"),
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

    @property
    def middle(self) -> float:
        return round(self.x + self.width / 2, 2)

    @property
    def is_point(self) -> bool:
        """Whether it is too short for a bar."""
        return self.width < _POINT

    @property
    def paint(self) -> Paint:
        return LATE if self.late else PAINTS[self.look]

    @property
    def classes(self) -> str:
        """Its look in words of the style sheet, for a bar and for a point alike."""
        return f"g-is-{self.look} g-is-late" if self.late else f"g-is-{self.look}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on which something from outside is expected; `bad` when that is too late, `met` when it is there."""

    x: float
    look: Literal["plan", "bad", "run"] = "plan"

    @property
    def paint(self) -> Paint:
        return Paint("#ffffff", "#8a4b00") if self.look == "bad" else PAINTS[self.look]


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a line that lies in one row; y in per cents of the row's height."""

    x1: float
    x2: float
    y1: int
    y2: int
    critical: bool = False

    @property
    def paint(self) -> str:
        return INK if self.critical else INK_SOFT

    @property
    def weight(self) -> int:
        return 2 if self.critical else 1


@dataclass(frozen=True, slots=True)
class Flag:
    """The last day a measure may end, red when it ends later."""

    x: float
    broken: bool

    @property
    def paint(self) -> str:
        return LATE.stroke if self.broken else INK


@dataclass
class Row:
    """All that is drawn in one row: of a measure, of something from outside (a mark), or only lines that pass."""

    key: str = ""
    bar: Bar | None = None
    was: Bar | None = None
    flags: list[Flag] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    heads: list[tuple[float, bool]] = field(default_factory=list)  # where an arrow ends, and whether it points up
    mark: Mark | None = None
    critical: bool = False


def draw(
    lines: Sequence[Planned | None],
    relations: Iterable[Relation],
    axis: Axis,
    *,
    deadlines: Iterable[Deadline] = (),
    baseline: Mapping[str, Planned] | None = None,
    critical: Iterable[str] = (),
    outside: Iterable[str] = (),
    today: date | None = None,
) -> list[Row]:
    """Return a row per line of the table, in their order, with bars, lines to what waits for them, and last days.

    None stands for a line without a measure, such as a heading: lines pass through it. `baseline` are the dates they
    had, drawn where they differ. Relations to a measure that has no row are left out. What is of others (`outside`)
    looks so. Late is what breaks a last day, or should be ready before `today` and is not.
    """
    deciding, others = set(critical), set(outside)
    by_key = {measure.key: measure for measure in lines if measure}
    ends = {row.measure: row for row in sorted(deadlines, key=lambda row: row.day, reverse=True)}
    rows = []
    for measure in lines:
        row = _row(measure, axis, ends.get(measure.key), today) if measure else Row()
        if measure and row.bar:
            row.critical = measure.key in deciding
            row.was = _was((baseline or {}).get(measure.key), measure, axis)
            if measure.key in others and row.bar.look != "gone":
                row.bar = replace(row.bar, look="else")
        rows.append(row)
    place = {row.key: number for number, row in enumerate(rows) if row.key}
    for relation in relations:
        if relation.before in place and relation.after in place:
            critical_line = {relation.before, relation.after} <= deciding
            _lay(rows, place[relation.before], place[relation.after], _line(relation, by_key, axis), critical_line)
    for row in rows:  # what lies on top of each other is drawn once
        row.pieces, row.heads = list(dict.fromkeys(row.pieces)), list(dict.fromkeys(row.heads))
    return rows


def bar_of(measure: Planned, axis: Axis, *, late: bool = False) -> Bar:
    """Return the bar of a measure: never too narrow to be seen, and never beyond the edge."""
    x, end = axis.at(measure.first), axis.evening(measure.last)
    width = max(round(end - x, 2), _NARROWEST)
    return Bar(round(min(x, 100 - width), 2), width, LOOKS[measure.status], late)


def mark_of(day: date, axis: Axis, look: Literal["plan", "bad", "run"] = "plan") -> Mark:
    """Return the mark of a day."""
    return Mark(axis.at(day), look)


def labels(points: Sequence[tuple[float, str]], *, width: float = 21.0) -> list[tuple[float, str, str]]:
    """Return the words of points for which there is room above the axis: where, on which side, which words.

    Words stand after their point, in the last part of the axis before it; a point too near the words before it has none.
    """
    free, found = 0.0, []
    for x, words in points:
        before = x + width > 100
        start = x - width if before else x
        if start >= free:
            found.append((x, "end" if before else "start", words))
            free = x if before else x + width
    return found


def _row(measure: Planned, axis: Axis, deadline: Deadline | None, today: date | None) -> Row:
    broken = deadline is not None and measure.last > deadline.day
    overdue = today is not None and measure.last < today and measure.status in _OWED
    flags = [Flag(axis.evening(deadline.day), broken)] if deadline else []
    return Row(measure.key, bar_of(measure, axis, late=broken or overdue), flags=flags)


def _was(was: Planned | None, measure: Planned, axis: Axis) -> Bar | None:
    """Return the bar of the dates a measure had, when they differ from those it has."""
    moved = was is not None and (was.first, was.last) != (measure.first, measure.last)
    return bar_of(was, axis) if was and moved else None


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
