"""What a changed date does: which measures must move, how far, and what stands in the way. Pure; nothing is saved.

The rules, fixed once and shown on the page:

1. A measure moves only if one of its relations clashes, only later, and only as far as it must; it takes as many
   days as before. What is merely tight never moves anything.
2. Nothing is pulled forward; what could begin earlier is listed.
3. What is pinned, has begun or is done does not move: that is a conflict.
4. A measure of another area never moves by our saving. It is asked for; what lies behind it is reckoned on, and
   moves only when the other area agrees.
5. Relations that are only proposed move nothing.
6. The latest of the broken requirements counts; when several ask the same day, all of them are named.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.plan.rules.checking import Verdict, verdict
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation


@dataclass(frozen=True, slots=True)
class Move:
    """A measure that goes to other dates, and the relations that ask for it."""

    old: Planned
    new: Planned
    causes: tuple[Relation, ...]

    @property
    def days(self) -> int:
        return days_between(self.old.last, self.new.last)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A measure that may not move although a relation asks for it: it stays, and could not be before this day."""

    measure: Planned
    relation: Relation
    not_before: date


@dataclass(frozen=True, slots=True)
class Crossed:
    """A deadline that is not kept: with how many days late it was, and how many it becomes."""

    deadline: Deadline
    was_late: int
    late: int


@dataclass(frozen=True, slots=True)
class Earlier:
    """A measure that could begin earlier than planned, from this day on."""

    measure: Planned
    start: date


@dataclass(frozen=True)
class Domino:
    """All that follows from an edit. `after` is the plan when everything asked for is done."""

    edited: tuple[Move, ...]
    moves: tuple[Move, ...]  # of the own area, for certain
    requests: tuple[Move, ...]  # of other areas: they decide
    reserved: tuple[Move, ...]  # of the own area, only when another area agrees
    conflicts: tuple[Conflict, ...]
    crossed: tuple[Crossed, ...]
    earlier: tuple[Earlier, ...]
    after: Plan


def push(plan: Plan, edits: Iterable[Planned], area: str = "") -> Domino:
    """Return what follows when these measures get other dates; `area` is the one whose plan is saved.

    The edited measures are never pushed by their own batch.
    """
    changed = {measure.key: measure for measure in edits}
    own, _ = _ripple(plan, changed, lambda measure: measure.area == area)
    everywhere, conflicts = _ripple(plan, changed, lambda _: True)
    certain = {key: move for key, move in own.items() if plan.measures[key].area == area}
    after = plan.with_dates(changed | {key: move.new for key, move in everywhere.items()})
    return Domino(
        edited=tuple(Move(plan.measures[key], new, ()) for key, new in changed.items()),
        moves=tuple(certain[key] for key in plan.order if key in certain),
        requests=tuple(everywhere[key] for key in plan.order if key in everywhere and _is_of_other(plan, key, area)),
        reserved=tuple(_reserved(plan, everywhere, certain, area)),
        conflicts=tuple(conflicts),
        crossed=tuple(crossed(plan, after)),
        earlier=tuple(could_be_earlier(plan, after)),
        after=after,
    )


def crossed(before: Plan, after: Plan) -> list[Crossed]:
    """Return the deadlines that are broken after a change and were kept, or were broken by fewer days."""
    found = []
    for deadline in before.deadlines:
        was = days_between(deadline.day, before.measures[deadline.measure].last)
        late = days_between(deadline.day, after.measures[deadline.measure].last)
        if late > max(was, 0):
            found.append(Crossed(deadline, max(was, 0), late))
    return found


def could_be_earlier(before: Plan, after: Plan) -> list[Earlier]:
    """Return the measures whose earliest start became earlier than planned by a change.

    On planned dates; not what is pinned, has begun, is done, moved itself, or is held by another predecessor.
    """
    found = []
    for key in before.order:
        measure = after.measures[key]
        if measure.stays or measure != before.measures[key]:
            continue
        was, now = _earliest_start(before, key), _earliest_start(after, key)
        if was and now and now < min(was, measure.first):
            found.append(Earlier(measure, now))
    return found


def _ripple(
    plan: Plan, changed: Mapping[str, Planned], may_move: Callable[[Planned], bool]
) -> tuple[dict[str, Move], list[Conflict]]:
    """Walk forward from the edited measures, and return what moves and what would but may not."""
    now, moves, conflicts = dict(plan.measures) | dict(changed), {}, []
    stirred = set(changed)
    for key in plan.order:
        if key in changed or not any(relation.before in stirred for relation in plan.into.get(key, ())):
            continue
        measure = now[key]
        broken = [relation for relation in plan.into[key] if _clashes(relation, now)]
        if not any(relation.before in stirred for relation in broken):
            continue
        if measure.stays:
            conflicts += _conflicts(measure, broken, now)
        elif may_move(measure):
            days = max(-relation.spare(now[relation.before], measure) for relation in broken)
            causes = (row for row in broken if -row.spare(now[row.before], measure) == days)
            now[key] = measure.moved(days)
            moves[key] = Move(measure, now[key], tuple(causes))
            stirred.add(key)
    return moves, conflicts


def _clashes(relation: Relation, now: Mapping[str, Planned]) -> bool:
    return verdict(relation, now[relation.before], now[relation.after]) is Verdict.CLASHES


def _conflicts(measure: Planned, broken: Iterable[Relation], now: Mapping[str, Planned]) -> list[Conflict]:
    """Say once per measure what asks most of it. What has begun cannot wait for a start any more."""
    asked = [row for row in broken if not (measure.has_begun and not row.binds_end)]
    if not asked:
        return []
    worst = min(asked, key=lambda row: row.spare(now[row.before], measure))
    return [Conflict(measure, worst, worst.required(now[worst.before]))]


def _is_of_other(plan: Plan, key: str, area: str) -> bool:
    return plan.measures[key].area != area


def _reserved(plan: Plan, everywhere: Mapping[str, Move], certain: Mapping[str, Move], area: str) -> Iterable[Move]:
    """Yield own measures that move, or move further, only when another area does what is asked of it."""
    for key in plan.order:
        move = everywhere.get(key)
        if move is None or _is_of_other(plan, key, area):
            continue
        if key not in certain:
            yield move
        elif move.new != certain[key].new:
            yield Move(certain[key].new, move.new, move.causes)


def _earliest_start(plan: Plan, key: str) -> date | None:
    """Return the first day a measure may begin by what it waits for; None when nothing binds its start."""
    days = [row.required(plan.measures[row.before]) for row in plan.into.get(key, ()) if not row.binds_end]
    return max(days, default=None)
