"""How likely a deadline is kept, behind a gate, and never as a bare percentage. Pure: the same seed, the same answer.

Per unfinished measure people give the shortest, likeliest and longest time its remaining part takes, in weeks.
Ranges of experts are too narrow and pins flatter the outcome, so first a gate tells what is missing. Measures that
share what can run late (nitrogen, grid, land, staff) share their luck: they draw one number together.
"""

import hashlib
import math
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Relation

RUNS = 2_000
MARGIN = 2
"""How many points the outcome of so many runs may be off."""
SHOWN_CAUSES = 3


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the remaining part of a measure takes, in weeks, and what it shares its luck with.

    Raises ValueError unless shortest ≤ likely ≤ longest.
    """

    shortest: float
    likely: float
    longest: float
    drivers: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        if not 0 <= self.shortest <= self.likely <= self.longest:
            raise ValueError("De kortste tijd is niet langer dan de waarschijnlijkste, en die niet dan de langste.")

    def weeks(self, luck: float) -> float:
        """Return the time for a number between 0 (all goes well) and 1: the inverse of a triangle."""
        spread = self.longest - self.shortest
        if spread == 0:
            return self.shortest
        if luck < (self.likely - self.shortest) / spread:
            return self.shortest + math.sqrt(luck * spread * (self.likely - self.shortest))
        return self.longest - math.sqrt((1 - luck) * spread * (self.longest - self.likely))


@dataclass(frozen=True, slots=True)
class Gap:
    """Why nothing can be said: these measures lack an estimate, are pinned without a reason, or wait for a yes."""

    words: str
    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """What would help most: with this one at its likeliest, so many points more."""

    name: str
    keys: tuple[str, ...]
    gain: float


@dataclass(frozen=True, slots=True)
class Chance:
    """How often the deadline was kept, in per cent of the runs, and the causes with the largest gain."""

    percent: float
    causes: tuple[Cause, ...]


def seed_of(*words: object) -> int:
    """Return the seed that belongs to these words, such as a version of the agenda and a checkpoint."""
    return int.from_bytes(hashlib.sha256("|".join(map(str, words)).encode()).digest())


def percent_words(percent: float) -> str:
    """Return a chance in words, with how far it may be off; half a point is rounded up."""
    if percent < 1:
        return "vrijwel uitgesloten"
    if percent > 99:
        return "vrijwel zeker"
    return f"ongeveer {_whole(percent)} % (± {MARGIN})"


def gain_words(percent: float, gain: float) -> str:
    """Return what a cause does to a chance: "62 → 74 %"."""
    return f"{_whole(percent)} → {_whole(percent + gain)} %"


def _whole(percent: float) -> int:
    return math.floor(percent + 0.5)


def on_the_way(plan: Plan, deadline: Deadline) -> list[str]:
    """Return the unfinished measures that lead to the one with the deadline, and that one, in order.

    Relations that are only proposed lead there too: the gate must see them.
    """
    before: dict[str, set[str]] = {}
    for relation in plan.relations:
        before.setdefault(relation.after, set()).add(relation.before)
    found, waiting = {deadline.measure}, [deadline.measure]
    while waiting:
        for key in before.get(waiting.pop(), set()) - found:
            found.add(key)
            waiting.append(key)
    return [key for key in plan.order if key in found and plan.measures[key].status != MeasureStatus.DONE]


def gaps(
    plan: Plan, deadline: Deadline, estimates: Mapping[str, Estimate], unexplained_pins: Iterable[str] = ()
) -> list[Gap]:
    """Return all that stands in the way of an answer; only without any of these a chance may be told."""
    way = on_the_way(plan, deadline)
    there = set(way)
    missing = tuple(key for key in way if key not in estimates)
    pins = tuple(key for key in way if key in set(unexplained_pins))
    proposed = [
        row for row in plan.relations if row.state == DependencyState.PROPOSED and {row.before, row.after} <= there
    ]
    found = []
    if missing:
        found.append(Gap(f"bij {len(missing)} van {len(way)} maatregelen ontbreekt een schatting", missing))
    if pins:
        found.append(Gap(f"{len(pins)} van {len(way)} maatregelen liggen vast zonder reden", pins))
    if proposed:
        keys = dict.fromkeys(key for row in proposed for key in (row.before, row.after))
        found.append(Gap("een afhankelijkheid is nog niet bevestigd", tuple(keys)))
    return found


def chance(
    plan: Plan, deadline: Deadline, estimates: Mapping[str, Estimate], *, today: date, seed: int, runs: int = RUNS
) -> Chance:
    """Return how often the deadline is kept. The gate must be open: every measure on the way has an estimate.

    A measure that has not begun starts when planned, or when what it waits for allows, whichever is later; one that
    has goes on from today. Weeks are seven days and nothing is rounded inside; on the deadline counts as made.
    """
    way = on_the_way(plan, deadline)
    groups = _groups(way, estimates)
    draws = _draws(sorted(set(groups.values())), seed, runs)
    simulation = _Simulation(plan, deadline, way, {key: estimates[key] for key in way}, today)
    lucks = {key: draws[groups[key]] for key in way}
    percent = simulation.percent(lucks, frozenset())
    causes = [
        Cause(name, keys, simulation.percent(lucks, frozenset(keys)) - percent)
        for name, keys in _suspects(way, estimates)
    ]
    largest = sorted(causes, key=lambda cause: (-cause.gain, cause.name))[:SHOWN_CAUSES]
    return Chance(percent, tuple(largest))


@dataclass(frozen=True)
class _Simulation:
    plan: Plan
    deadline: Deadline
    way: Sequence[str]
    estimates: Mapping[str, Estimate]
    today: date

    def percent(self, lucks: Mapping[str, Sequence[float]], likely: frozenset[str]) -> float:
        """Return the share of runs that keep the deadline, with these measures at their likeliest."""
        runs = len(next(iter(lucks.values())))
        kept = sum(self._end(lucks, likely, run) <= 0 for run in range(runs))
        return 100 * kept / runs

    def _end(self, lucks: Mapping[str, Sequence[float]], likely: frozenset[str], run: int) -> float:
        """Return how many days after the deadline the last measure ends in one run."""
        begins: dict[str, float] = {}
        ends: dict[str, float] = {}
        for key in self.way:
            estimate = self.estimates[key]
            weeks = estimate.likely if key in likely else estimate.weeks(lucks[key][run])
            begins[key] = self._begin(key, begins, ends)
            ends[key] = max(begins[key] + 7 * weeks, self._held(key, begins, ends))
        return ends[self.deadline.measure]

    def _begin(self, key: str, begins: Mapping[str, float], ends: Mapping[str, float]) -> float:
        measure = self.plan.measures[key]
        if measure.has_begun:
            return self._from_deadline(self.today)
        planned = self._from_deadline(measure.first)
        return max([planned, *(self._asked(row, begins, ends) for row in self._into(key) if not row.binds_end)])

    def _held(self, key: str, begins: Mapping[str, float], ends: Mapping[str, float]) -> float:
        return max((self._asked(row, begins, ends) for row in self._into(key) if row.binds_end), default=-math.inf)

    def _into(self, key: str) -> list[Relation]:
        return [row for row in self.plan.into.get(key, ()) if row.before in self.estimates]

    def _asked(self, relation: Relation, begins: Mapping[str, float], ends: Mapping[str, float]) -> float:
        """Return the day a relation asks for; the lag runs in whole days, what is left of a day stays."""
        if relation.waits_for_end:
            whole = math.ceil(ends[relation.before])  # the day in whose course it ends
            rest = ends[relation.before] - whole
        else:
            whole = math.floor(begins[relation.before]) + 1  # the day in whose course it begins
            rest = begins[relation.before] + 1 - whole
        day = relation.earliest(self.deadline.day + timedelta(days=whole))
        evening = float(days_between(self.deadline.day, day))
        return evening + rest - (0 if relation.binds_end else 1)

    def _from_deadline(self, day: date) -> float:
        """Return a morning as days from the evening of the deadline: what begins then and takes a day ends that evening."""
        return float(days_between(self.deadline.day, day) - 1)


def _draws(groups: Iterable[str], seed: int, runs: int) -> dict[str, list[float]]:
    """Return a stream of luck per group, each from the seed and in the order of the codes."""
    stream = random.Random(seed)  # noqa: S311  chance, not secrets
    names = list(groups)
    drawn: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(runs):
        for name in names:
            drawn[name].append(stream.random())
    return drawn


def _groups(way: Iterable[str], estimates: Mapping[str, Estimate]) -> dict[str, str]:
    """Return per measure the first code of its group: all that share a driver, also through a third."""
    group = {key: key for key in way}
    first_with: dict[str, str] = {}
    for key in sorted(group):
        for driver in sorted(estimates[key].drivers):
            if driver in first_with:
                ours, theirs = group[key], group[first_with[driver]]
                low, high = min(ours, theirs), max(ours, theirs)
                group = {one: low if name == high else name for one, name in group.items()}
            else:
                first_with[driver] = key
    return group


def _suspects(way: Sequence[str], estimates: Mapping[str, Estimate]) -> list[tuple[str, tuple[str, ...]]]:
    """Return what may be the cause: every driver with its measures, and every measure alone."""
    drivers = sorted({driver for key in way for driver in estimates[key].drivers})
    shared = [(driver, tuple(key for key in way if driver in estimates[key].drivers)) for driver in drivers]
    return [*shared, *((key, (key,)) for key in way if not estimates[key].drivers)]
