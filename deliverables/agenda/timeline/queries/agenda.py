"""The agenda as its page shows it: groups of measures with a drawing in each row, and what stands below them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus, Term
from deliverables.agenda.measures.rules.grouping import Facts, Grouping, Wanted, chosen, grouped
from deliverables.agenda.measures.rules.sums import Sums
from deliverables.agenda.measures.rules.terms import term_words
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.queries.plans import AreaPlan, planned, readable_areas
from deliverables.agenda.plan.rules.attention import Remark
from deliverables.agenda.timeline.queries.comparing import Baseline, Target
from deliverables.agenda.timeline.queries.drawings import Moment, Timeline, points_of, timeline_of
from deliverables.agenda.timeline.queries.rows import (
    MeasureRow,
    OutsideRow,
    elsewhere_row,
    outside_row,
    own_row,
    ties_elsewhere,
)
from deliverables.agenda.timeline.queries.sheet import Sheet, sheet_of
from deliverables.agenda.timeline.rules import Row

OPEN_UNTIL = 60
"""With more measures than this a group comes closed, unless something in it is late."""
ALL = "alles"
POINTS = 3
"""So many checkpoints stand on the axis: the next ones."""
_ONCE = {Grouping.CHAPTER, Grouping.TERM, Grouping.STATUS, Grouping.LEAD}  # a measure is in one group
Groups = Sequence[tuple[str, Sequence[str]]]


@dataclass(frozen=True)
class Group:
    """A part of the table; closed it has no rows."""

    key: str  # what opens it
    title: str
    words: str
    remarks: list[Remark]
    rows: list[MeasureRow]
    drawing: Row
    is_open: bool


@dataclass(frozen=True)
class Agenda:
    """All the page of an agenda shows."""

    sums: Sums
    groups: list[Group]
    timeline: Timeline
    conditions: list[OutsideRow]
    open_conditions: int
    elsewhere: list[MeasureRow]
    shown: int
    chain: list[str]  # what decides whether the target is made
    room: str
    gone: list[str]  # what stood in the baseline and is there no more

    @property
    def has_closed(self) -> bool:
        return not all(group.is_open for group in self.groups)


def agenda_of(
    user: User,
    area: Area,
    today: date,
    wanted: Wanted,
    opened: Collection[str] = (),
    *,
    baseline: Baseline | None = None,
    target: Target | None = None,
) -> Agenda:
    """Return the agenda of an area as somebody wants to see it; `opened` are the groups asked for, ALL for every one.

    Beside the dates of now stand those of the `baseline`; what decides whether the `target` is made is stressed. At most
    thirteen queries, however many measures there are.
    """
    sheet = sheet_of(area, today)
    facts = chosen(sheet.facts, wanted)
    groups = grouped(facts, wanted.grouping)
    shown = _open_groups(sheet, facts, groups, opened)
    ties = ties_elsewhere(sheet.plan)
    drawn = [*((name, codes if name in shown else []) for name, codes in groups), ("", list(ties))]
    timeline = _timeline(sheet, drawn, wanted, baseline, target)
    readable = readable_areas(user) if ties else set()
    conditions = sheet.conditions
    return Agenda(
        sums=sheet.sums(sheet.measures),
        groups=_groups(sheet, groups, timeline, shown, _titles(sheet, wanted.grouping), baseline=baseline),
        timeline=timeline,
        conditions=[outside_row(number, row, area, timeline.axis) for number, row in enumerate(conditions, 1)],
        open_conditions=sum(row.condition.state == ConditionState.OPEN for row in conditions),
        elsewhere=[
            elsewhere_row(sheet.plan.measures[code], tie, timeline.rows[code], readable) for code, tie in ties.items()
        ],
        shown=len(facts),
        chain=target.chain(sheet.plan.plan) if target else [],
        room=target.room(sheet.plan.plan) if target else "",
        gone=baseline.gone(sheet.measures) if baseline else [],
    )


def _open_groups(sheet: Sheet, facts: Sequence[Facts], groups: Groups, opened: Collection[str]) -> set[str]:
    """Return which groups show their rows: all of a small agenda; of a large one what was asked for or holds something late."""
    every = len(facts) <= OPEN_UNTIL or ALL in opened
    return {
        name for name, codes in groups if every or name in opened or any(sheet.states[code].is_late for code in codes)
    }


def _timeline(
    sheet: Sheet, groups: Groups, wanted: Wanted, baseline: Baseline | None, target: Target | None
) -> Timeline:
    """Return the drawings of the rows that are shown, over an axis that fits all measures of the area."""
    critical = target.chain(sheet.plan.plan) if target else []
    plan = sheet.plan if wanted.grouping in _ONCE else _without_lines(sheet.plan)
    days = [day for row in sheet.measures.values() for day in (row.starts.period.first, row.ends.period.last)]
    days += [row.condition.expected.period.last for row in sheet.conditions if row.condition.expected]
    coming = tuple(point for point in points_of(plan.area) if point.day >= sheet.today)
    moment = Moment(sheet.today, coming if baseline or target else coming[:POINTS])
    return timeline_of(
        plan,
        [codes for _, codes in groups],
        moment,
        days=days,
        baseline=baseline.measures if baseline else None,
        critical=critical,
    )


def _without_lines(plan: AreaPlan) -> AreaPlan:
    """Return a plan of which no relations are drawn: where a measure has several rows they would lead anywhere."""
    return replace(plan, plan=replace(plan.plan, relations=()))


def _groups(
    sheet: Sheet,
    groups: Groups,
    timeline: Timeline,
    shown: set[str],
    titles: dict[str, str],
    *,
    baseline: Baseline | None,
) -> list[Group]:
    return [
        Group(
            key=name,
            title=titles.get(name, name),
            words=sheet.sums(codes).words,
            remarks=[remark for code in codes for remark in sheet.remarks.get(code, ())],
            rows=[_row(sheet, code, timeline, baseline) for code in codes] if name in shown else [],
            drawing=heading,
            is_open=name in shown,
        )
        for (name, codes), heading in zip(groups, timeline.headings, strict=False)
    ]


def _row(sheet: Sheet, code: str, timeline: Timeline, baseline: Baseline | None) -> MeasureRow:
    shift = baseline.shift(planned(sheet.measures[code])) if baseline else ""
    return own_row(sheet, code, timeline.rows[code], shift)


def _titles(sheet: Sheet, by: Grouping) -> dict[str, str]:
    """Return what the groups are called where that is not their key."""
    if by == Grouping.CHAPTER:
        return {row.chapter.letter: row.chapter.title for row in sheet.measures.values()}
    if by == Grouping.TERM:
        return {str(term): term_words(term, sheet.today) for term in Term}
    return {str(status): str(status.label) for status in MeasureStatus} if by == Grouping.STATUS else {}
