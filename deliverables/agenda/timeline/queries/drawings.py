"""The timeline of an agenda: what is drawn in each row of a table of measures, for a page and for paper alike.

A page with a table of measures does so:

    timeline = timeline_of(plan, [[code, …], [code, …]], Moment(today, points_of(area)))

with the codes of its rows, per heading of the table and in the order of the page, and gives each row of its table its
drawing (`timeline.rows[code]`, and `timeline.headings[n]` for the heading of the n-th group). In the template:

    {% include "deliverables/agenda/timeline/_axis.html" with timeline=timeline %}                 in the head of .time
    {% include "deliverables/agenda/timeline/_row.html" with row=row.drawing grid=timeline.grid %}  in every td.time

The sheet `css/timeline.css` belongs to it. `Axis.over` takes the first and last years from what is shown.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from areas.models import Area
from deliverables.agenda.plan.queries.plans import AreaPlan, planned
from deliverables.agenda.plan.rules.plan import Plan, Planned, Relation
from deliverables.agenda.timeline.rules import Axis, Row, draw, labels
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.text import dutch

LONG_FROM = 60
"""Of more rows than this only lines inside a group are drawn."""
_LONGEST = 18  # signs of a name above the axis
# The colours stand beside the classes because on paper the style of a page does not reach into a drawing.
_LINE, _INK, _ACCENT = "#d5dedf", "#14262a", "#2b7a84"


@dataclass(frozen=True)
class Point:
    """A checkpoint on the axis."""

    day: date
    name: str

    @property
    def words(self) -> str:
        return f"{self.name}, {dutch.short_date(self.day)}"


@dataclass(frozen=True)
class Moment:
    """From when one looks, and the checkpoints that are shown."""

    today: date
    points: tuple[Point, ...] = ()


@dataclass(frozen=True)
class Timeline:
    """The drawings of a table: by code of the measure, and of each heading; and what they have in common."""

    axis: Axis
    moment: Moment
    rows: Mapping[str, Row]
    headings: Sequence[Row] = field(default=())
    is_long: bool = False  # so many rows that lines between groups are left out

    @property
    def points(self) -> list[Point]:
        """The checkpoints that fall on the axis."""
        return [point for point in self.moment.points if point.day.year in self.axis.years]

    @property
    def words(self) -> str:
        """What the axis shows."""
        return f"Tijdlijn van {self.axis.first_year} tot en met {self.axis.last_year}"

    @property
    def today_at(self) -> float:
        return self.axis.at(self.moment.today)

    @property
    def points_at(self) -> list[float]:
        return [self.axis.at(point.day) for point in self.points]

    @property
    def point_words(self) -> list[tuple[float, str, str]]:
        """Names of the checkpoints to come where there is room for them: where, which side, which words."""
        coming = [point for point in self.points if point.day >= self.moment.today]
        return labels([(self.axis.at(point.day), _shorter(point.name)) for point in coming])

    @cached_property
    def grid(self) -> SafeString:
        """The lines every row has: years, checkpoints, today."""
        lines = [("g-year", _LINE, "none", x) for _, x in self.axis.year_lines() if x]
        lines += [("g-point", _ACCENT, "none", x) for x in self.points_at]
        lines.append(("g-today", _INK, "2 2", self.today_at))
        line = '<line class="{0}" stroke="{1}" stroke-dasharray="{2}" x1="{3}%" x2="{3}%" y2="100%"/>'
        return format_html_join("", line, lines)


def points_of(area: Area) -> tuple[Point, ...]:
    """Return the checkpoints of an area as points. One query."""
    found = Checkpoint.objects.filter(areas=area).order_by("date", "name")
    return tuple(Point(checkpoint.date, checkpoint.name) for checkpoint in found)


def timeline_of(
    plan: AreaPlan,
    groups: Sequence[Sequence[str]],
    moment: Moment,
    *,
    baseline: Mapping[str, Planned] | None = None,
    critical: Iterable[str] = (),
    days: Iterable[date] = (),
) -> Timeline:
    """Return the drawings of the rows of a table: codes per heading, in the order of the page. No query.

    Dates of before (`baseline`) are drawn where they differ; `critical` are the codes to stress; `days` must fall on the
    axis too. What is of others, or of another area, looks so.
    """
    measures = [[planned(plan.measures[code]) for code in group] for group in groups]
    others = [code for group in groups for code in group if _is_outside(plan, code)]
    return drawings_of(measures, plan.plan, moment, baseline=baseline, critical=critical, days=days, outside=others)


def drawings_of(
    groups: Sequence[Sequence[Planned]],
    plan: Plan,
    moment: Moment,
    *,
    baseline: Mapping[str, Planned] | None = None,
    critical: Iterable[str] = (),
    days: Iterable[date] = (),
    outside: Iterable[str] = (),
) -> Timeline:
    """Return the drawings of measures that may come from anywhere: as `timeline_of`. No query."""
    shown = [measure for group in groups for measure in group]
    before = {row.key: was for row in shown if (was := (baseline or {}).get(row.key))}
    ends = [day for row in (*shown, *before.values()) for day in (row.first, row.last)]
    axis = Axis.over([*ends, *days], moment.today)
    lines: list[Planned | None] = []
    for group in groups:
        lines += [None, *group]
    is_long = len(shown) > LONG_FROM
    drawn = draw(
        lines,
        _inside(groups, plan.relations, set(critical)) if is_long else plan.relations,
        axis,
        deadlines=plan.deadlines,
        baseline=before,
        critical=critical,
        outside=outside,
        today=moment.today,
    )
    rows = {row.key: row for row in drawn if row.key}
    return Timeline(axis, moment, rows, [row for row in drawn if not row.key], is_long)


def _inside(groups: Sequence[Sequence[Planned]], relations: Iterable[Relation], deciding: set[str]) -> list[Relation]:
    """Return the relations inside a group, and of what decides: lines over more rows than one sees tell nothing."""
    place = {measure.key: number for number, group in enumerate(groups) for measure in group}
    return [
        row
        for row in relations
        if place.get(row.before) == place.get(row.after) or {row.before, row.after} <= deciding
    ]


def _is_outside(plan: AreaPlan, code: str) -> bool:
    measure = plan.measures[code]
    return measure.is_of_others or measure.area_id != plan.area.pk


def _shorter(name: str) -> str:
    return name if len(name) <= _LONGEST else name[: _LONGEST - 1].rstrip() + "…"
