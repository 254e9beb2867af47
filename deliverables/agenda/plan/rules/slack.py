"""How much room a measure has before a deadline downstream breaks, and which measures decide it. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation


@dataclass(frozen=True, slots=True)
class Slack:
    """The days a measure may shift as a whole (one that has begun: that its end may slip). Negative is too late."""

    days: int
    until: date  # the last day it may end


def slack(plan: Plan, deadlines: Iterable[Deadline] | None = None) -> dict[str, Slack]:
    """Return per measure its room until the first deadline downstream; a measure with no limit is not in it.

    A pinned successor is a deadline itself. One that has begun or is done is not, and lateness that is
    already there is not passed on to what comes before it.
    """
    limits: dict[str, int] = {}
    for deadline in plan.deadlines if deadlines is None else deadlines:
        room = days_between(plan.measures[deadline.measure].last, deadline.day)
        limits[deadline.measure] = min(room, limits.get(deadline.measure, room))
    pins = deadlines is None
    for key in reversed(plan.order):
        measure = plan.measures[key]
        if measure.is_done:
            limits.pop(key, None)
            continue
        rooms = _rooms(plan, key, limits)
        if key in limits:
            rooms.append(limits[key])
        if pins and measure.pinned and not measure.has_begun:
            rooms.append(0)
        if rooms:
            limits[key] = min(rooms)
    return {key: Slack(days, plan.measures[key].last + timedelta(days=days)) for key, days in limits.items()}


def critical_chain(plan: Plan, deadline: Deadline) -> list[str]:
    """Return the measures that decide whether a deadline is kept, from the first to the one that carries it.

    From that one, step back each time to the predecessors with the least room to this deadline; all of them
    when several have as little.
    """
    rooms = slack(plan, [deadline])
    chain, waiting = {deadline.measure}, [deadline.measure]
    while waiting:
        before = [row.before for row in plan.into.get(waiting.pop(), ()) if row.before in rooms]
        least = min((rooms[key].days for key in before), default=0)
        for key in before:
            if rooms[key].days == least and key not in chain:
                chain.add(key)
                waiting.append(key)
    return [key for key in plan.order if key in chain]


def _rooms(plan: Plan, key: str, limits: dict[str, int]) -> list[int]:
    """Return how many days a measure may shift by each relation out of it that sets a limit."""
    found = (_room(plan, relation, limits) for relation in plan.out_of.get(key, ()))
    return [days for days in found if days is not None]


def _room(plan: Plan, relation: Relation, limits: dict[str, int]) -> int | None:
    """Return how many days the predecessor may shift by this relation alone; None when it sets no limit."""
    before, after = plan.measures[relation.before], plan.measures[relation.after]
    if (
        after.is_done
        or (after.has_begun and not relation.binds_end)
        or (before.has_begun and not relation.waits_for_end)
    ):
        return None
    if relation.after not in limits:
        return None
    own = max(limits[relation.after], 0)
    limit = (after.last if relation.binds_end else after.first) + timedelta(days=own)
    return days_between(_day_of(before, relation), relation.latest(limit))


def _day_of(before: Planned, relation: Relation) -> date:
    return before.last if relation.waits_for_end else before.first
