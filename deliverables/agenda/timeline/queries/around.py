"""What stands around one measure in time: what it waits for, what waits for it, and how much room it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency
from deliverables.agenda.plan.queries.plans import AreaPlan, name_for, plan_of, readable_areas
from deliverables.agenda.plan.rules.attention import Remark, remarks
from deliverables.agenda.plan.rules.plan import Relation
from deliverables.agenda.plan.rules.why import Room, room_of
from deliverables.agenda.plan.rules.words import relation_words, slack_words
from deliverables.agenda.timeline.queries.drawings import Moment, Timeline, timeline_of
from deliverables.agenda.timeline.queries.rows import short_code
from deliverables.agenda.timeline.rules import Row
from novex_portal.toolkit.text import dutch


@dataclass(frozen=True, slots=True)
class AroundRow:
    """A measure before, after or at this one, with how they hang together."""

    code: str
    title: str
    url: str
    words: str
    when: str
    is_this: bool
    drawing: Row
    dependency: Dependency | None  # the row that says so, where it is a direct one


@dataclass(frozen=True)
class Around:
    """The plan around a measure as somebody may see it."""

    rows: list[AroundRow]
    timeline: Timeline
    waits_for: int
    waited_for_by: int
    remarks: list[Remark]
    room: Room | None
    why: str

    @property
    def room_words(self) -> str:
        """11 dagen; te laat: 5 dagen; geen grens."""
        return slack_words(self.room.slack.days) if self.room else "geen grens"

    @property
    def heading(self) -> str:
        """Wacht op 1 maatregel, 2 wachten hierop."""
        number = self.waits_for
        before = f"Wacht op {number} {'maatregel' if number == 1 else 'maatregelen'}" if number else "Wacht op niets"
        after = self.waited_for_by
        if not after:
            return before
        return f"{before}, {after} {'wacht' if after == 1 else 'wachten'} hierop"


def around(user: User, measure: Measure, today: date) -> Around:
    """Return what stands around a measure. Six queries."""
    plan = plan_of(measure.area)
    key = measure.code
    into = [row for row in plan.plan.relations if row.after == key]
    out_of = [row for row in plan.plan.relations if row.before == key]
    earlier = _earlier(plan, into)
    befores, afters = _ordered(plan, (row.before for row in into)), _ordered(plan, (row.after for row in out_of))
    shown = list(dict.fromkeys([*earlier, *befores, key, *afters]))
    room = room_of(plan.plan, key)
    readable = readable_areas(user)
    timeline = timeline_of(plan, [shown], Moment(today))
    words = _words(plan, key, into, out_of, earlier)
    return Around(
        rows=[_row(plan, timeline.rows[code], words[code], readable, key) for code in shown],
        timeline=timeline,
        waits_for=len({row.before for row in into}),
        waited_for_by=len({row.after for row in out_of}),
        remarks=remarks(plan.plan, today).get(key, []),
        room=room,
        why=_why(room, key),
    )


def _why(room: Room | None, key: str) -> str:
    """Say in a sentence or two what sets the room of a measure."""
    if room is None:
        return "Geen uiterste datum hangt van deze maatregel af."
    if room.deadline is None:
        return "Een maatregel die hierna komt, ligt vast. Loopt deze verder uit, dan botsen zij."
    day, last = dutch.short_date(room.deadline.day), room.deadline.measure
    reason = f"{last} moet klaar zijn op {day} ({room.deadline.words})."
    if last == key:
        return reason
    return f"{reason} Daartussen: {' → '.join(room.chain)}."


def _days(measure: Measure) -> tuple[date, date]:
    return measure.starts.period.first, measure.ends.period.last


def _earlier(plan: AreaPlan, into: Iterable[Relation]) -> list[str]:
    """Return what the predecessors wait for themselves."""
    direct = {row.before for row in into}
    found = {row.before for code in direct for row in plan.plan.into.get(code, ())}
    return _ordered(plan, found - direct)


def _ordered(plan: AreaPlan, codes: Iterable[str]) -> list[str]:
    return sorted(set(codes), key=lambda code: (plan.measures[code].starts.period.first, code))


def _words(
    plan: AreaPlan, key: str, into: list[Relation], out_of: list[Relation], earlier: list[str]
) -> dict[str, tuple[str, Dependency | None]]:
    """Return per measure how it hangs together with this one."""
    area = plan.area
    own = short_code(key, area)
    found: dict[str, tuple[str, Dependency | None]] = {key: ("deze maatregel", None)}
    for code in earlier:
        via = next(row.after for row in plan.plan.out_of[code] if row.after in {row.before for row in into})
        found[code] = (f"eerst, via {short_code(via, area)}", None)
    for row in out_of:
        found[row.after] = (_with_state(row, _relation(row, own)), plan.dependency(row))
    for row in into:
        found[row.before] = (
            _with_state(row, f"{own}: {_relation(row, short_code(row.before, area))}"),
            plan.dependency(row),
        )
    return found


def _relation(row: Relation, before: str) -> str:
    return relation_words(row.kind, row.lag, row.unit, before)


def _with_state(row: Relation, words: str) -> str:
    return f"{words} (voorgesteld)" if row.state == DependencyState.PROPOSED else words


def _row(plan: AreaPlan, row: Row, words: tuple[str, Dependency | None], readable: set[UUID], key: str) -> AroundRow:
    measure = plan.measures[row.key]
    is_this = row.key == key
    return AroundRow(
        code=short_code(row.key, plan.area),
        title=name_for(measure, readable),
        url=measure.get_absolute_url() if measure.area_id in readable and not is_this else "",
        words=words[0],
        when=measure.span,
        is_this=is_this,
        drawing=row,
        dependency=words[1],
    )
