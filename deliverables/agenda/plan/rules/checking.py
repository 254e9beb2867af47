"""What is wrong with a plan as it stands: relations that break or are tight, and rings. Pure; nothing is moved."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.rules.plan import Plan, Planned, Relation


class Verdict(StrEnum):
    """How two measures stand to each other, from good to bad."""

    FITS = "past"
    TIGHT = "krap"
    CLASHES = "botst"


@dataclass(frozen=True, slots=True)
class Finding:
    """A relation with its verdict, and the days left between the two (negative: too few)."""

    relation: Relation
    verdict: Verdict
    spare: int


def verdict(relation: Relation, before: Planned, after: Planned) -> Verdict:
    """Judge one relation.

    It fits when it holds read strictly, is tight when some choice of one day in each period makes it hold,
    and clashes otherwise.
    """
    if relation.spare(before, after) >= 0:
        return Verdict.FITS
    soonest = relation.earliest((before.end if relation.waits_for_end else before.start).first)
    latest = (after.end if relation.binds_end else after.start).last
    return Verdict.TIGHT if soonest <= latest else Verdict.CLASHES


def check(plan: Plan) -> list[Finding]:
    """Return a finding per relation of the plan, in the order they came; also of those that are only proposed."""
    found = []
    for relation in plan.relations:
        before, after = plan.measures[relation.before], plan.measures[relation.after]
        found.append(Finding(relation, verdict(relation, before, after), relation.spare(before, after)))
    return found


def ring(relations: Iterable[Relation], new: Relation) -> list[str]:
    """Return the shortest ring that a new relation would close, its first measure also last; [] when it closes none.

    A ring is one whatever the kinds of its relations are. Proposed relations count, rejected ones do not.
    """
    if new.before == new.after:
        return [new.before, new.after]
    onward: dict[str, list[str]] = {}
    for relation in relations:
        if relation.state != DependencyState.REJECTED:
            onward.setdefault(relation.before, []).append(relation.after)
    came_from: dict[str, str] = {}
    waiting = deque([new.after])
    while waiting:
        key = waiting.popleft()
        if key == new.before:
            return [*_way_back(came_from, key, new.after), new.after]
        for after in sorted(onward.get(key, ())):
            if after not in came_from and after != new.after:
                came_from[after] = key
                waiting.append(after)
    return []


def _way_back(came_from: dict[str, str], key: str, start: str) -> list[str]:
    way = [key]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
