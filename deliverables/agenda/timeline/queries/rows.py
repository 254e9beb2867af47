"""Rows of the table of an agenda: measures, conditions from outside and measures of other areas, each with its drawing."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from areas.models import Area
from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.dates.rules.words import brief_span
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.measures import lead
from deliverables.agenda.plan.enums import ConditionState, DependencyState
from deliverables.agenda.plan.queries.conditions import ConditionRow
from deliverables.agenda.plan.queries.plans import AreaPlan, name_for
from deliverables.agenda.plan.rules.checking import Verdict
from deliverables.agenda.timeline.queries.sheet import Sheet, State
from deliverables.agenda.timeline.rules import Axis, Row, mark_of


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """A measure in the table; `url` is empty where one may not read it."""

    code: str
    title: str
    url: str
    who: str
    state: State
    when: str
    brief: str
    note: str  # what it waits for, for who listens
    is_gone: bool
    drawing: Row
    shift: str = ""  # how it moved since what the plan is compared with


@dataclass(frozen=True, slots=True)
class OutsideRow:
    """Something outside the agenda in the table."""

    pk: UUID
    code: str
    title: str
    who: str
    status: tuple[str, str]
    needed_by: str
    when: str
    drawing: Row


def own_row(sheet: Sheet, code: str, row: Row, shift: str = "") -> MeasureRow:
    """Return the row of a measure of the area itself; a programme of others shows the first party in it."""
    measure = sheet.measures[code]
    waits = sorted({relation.before for relation in sheet.plan.plan.into.get(code, ())})
    parties = sheet.parties.get(measure.pk, [])
    who = lead(measure) or (parties[0].organisation if parties else "")
    return MeasureRow(
        code=short_code(measure.code, measure.area),
        title=measure.title,
        url=measure.get_absolute_url(),
        who=str(who),
        state=sheet.states[code],
        when=measure.span,
        brief=brief_span(measure.starts, measure.ends),
        note=f", wacht op {', '.join(waits)}" if waits else "",
        is_gone=measure.code not in sheet.plan.plan.measures,
        drawing=row,
        shift=shift,
    )


def short_code(code: str, area: Area) -> str:
    """Return a code as people say it inside this area: "W03"."""
    return code.removeprefix(f"{area.code}-")


def ties_elsewhere(plan: AreaPlan) -> dict[str, str]:
    """Return the measures of other areas that one of this area is tied to, by code, and how."""
    found: dict[str, str] = {}
    for relation in plan.plan.relations:
        before, after = plan.measures[relation.before], plan.measures[relation.after]
        asked = " (voorgesteld)" if relation.state == DependencyState.PROPOSED else ""
        if before.area_id == plan.area.pk != after.area_id:
            found.setdefault(after.code, f"Wacht op {short_code(before.code, plan.area)}{asked}")
        elif after.area_id == plan.area.pk != before.area_id:
            found.setdefault(before.code, f"{short_code(after.code, plan.area)} wacht hierop{asked}")
    return dict(sorted(found.items()))


def elsewhere_row(measure: Measure, tie: str, row: Row, readable: Collection[UUID]) -> MeasureRow:
    """Return the row of a measure of another area, without title where one may not read it."""
    may_read = measure.area_id in readable
    return MeasureRow(
        code=measure.code,
        title=name_for(measure, readable),
        url=measure.get_absolute_url() if may_read else "",
        who=str(lead(measure) or "") if may_read else "",
        state=State("idle", tie),
        when=measure.span,
        brief=brief_span(measure.starts, measure.ends),
        note="",
        is_gone=False,
        drawing=row,
    )


def outside_row(number: int, row: ConditionRow, area: Area, axis: Axis) -> OutsideRow:
    """Return the row of a condition from outside, with a mark in the middle of when it is expected."""
    condition = row.condition
    expected = condition.expected.period if condition.expected else None
    return OutsideRow(
        pk=condition.pk,
        code=f"V{number}",
        title=condition.title,
        who=str(condition.owner or ""),
        status=row.status,
        needed_by=", ".join(short_code(waiting.measure.code, area) for waiting in row.waiting),
        when=row.expected,
        drawing=Row(mark=mark_of(_middle(expected), axis, _look(row))) if expected else Row(),
    )


def _middle(expected: Period) -> date:
    return expected.first + (expected.last - expected.first) / 2


def _look(row: ConditionRow) -> Literal["plan", "bad", "run"]:
    if row.condition.state == ConditionState.MET:
        return "run"
    return "bad" if any(waiting.verdict == Verdict.CLASHES for waiting in row.waiting) else "plan"
