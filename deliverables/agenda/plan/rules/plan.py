"""A plan as the rules see it: measures with dates, what waits for what, and what must be ready when. Pure.

Everything that reckons with a plan takes these, and nothing of the database. Dates are inclusive; a date meant as
a month, quarter or year is a `Period`. Read strictly a measure begins on the first day of its start and ends on
the last day of its end.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property

from deliverables.agenda.dates.rules.days import Period, add_months, add_working_days, days_between
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import DependencyKind, DependencyState, LagUnit

_BEGUN = frozenset({MeasureStatus.RUNNING, MeasureStatus.STOPPED})


@dataclass(frozen=True, slots=True)
class Planned:
    """A measure: when, in which state, whether its dates are fixed, and in which area."""

    key: str
    start: Period
    end: Period
    status: str = MeasureStatus.PLANNED
    pinned: bool = False
    area: str = ""

    @property
    def first(self) -> date:
        """Its first day, read strictly."""
        return self.start.first

    @property
    def last(self) -> date:
        """Its last day, read strictly."""
        return self.end.last

    @property
    def has_begun(self) -> bool:
        return self.status in _BEGUN

    @property
    def is_done(self) -> bool:
        return self.status == MeasureStatus.DONE

    @property
    def stays(self) -> bool:
        """Whether its dates may not be moved by what comes before it."""
        return self.pinned or self.has_begun or self.is_done

    def moved(self, days: int) -> "Planned":
        """Return the measure so many days later, on exact days, as long as it was from first to last day."""
        shift = timedelta(days=days)
        return replace(self, start=Period.day(self.first + shift), end=Period.day(self.last + shift))


@dataclass(frozen=True, slots=True)
class Relation:
    """The successor waits for the predecessor, in this way and with this time between them."""

    before: str
    after: str
    kind: str = DependencyKind.FINISH_START
    lag: int = 0
    unit: str = LagUnit.DAY
    state: str = DependencyState.CONFIRMED

    @property
    def waits_for_end(self) -> bool:
        """Whether it is the end of the predecessor that counts."""
        return self.kind != DependencyKind.START_START

    @property
    def binds_end(self) -> bool:
        """Whether it is the end of the successor that is bound."""
        return self.kind == DependencyKind.FINISH_FINISH

    def earliest(self, day: date) -> date:
        """Return the first day on which the successor may begin (FF: end) when the predecessor's day is this one."""
        if self.kind == DependencyKind.FINISH_START:
            if self.unit == LagUnit.WORKING_DAY:
                return add_working_days(day, self.lag + 1)
            day += timedelta(days=1)
        elif self.unit == LagUnit.WORKING_DAY:
            return add_working_days(day, self.lag)
        if self.unit == LagUnit.MONTH:
            return add_months(day, self.lag)
        return day + timedelta(days=self.lag * (7 if self.unit == LagUnit.WEEK else 1))

    def required(self, before: Planned) -> date:
        """Return the first day the successor may begin (FF: end), read strictly."""
        return self.earliest(before.last if self.waits_for_end else before.first)

    def spare(self, before: Planned, after: Planned) -> int:
        """Return how many days there are left between the two, read strictly; negative when it breaks."""
        return days_between(self.required(before), after.last if self.binds_end else after.first)

    def latest(self, limit: date) -> date:
        """Return the last day of the predecessor with which the successor can still keep to this day.

        Months and working days do not run backwards evenly, so this steps forward to the last day that holds.
        """
        day = limit - timedelta(days=days_between(limit, self.earliest(limit)))
        while self.earliest(day) > limit:
            day -= timedelta(days=1)
        while self.earliest(day + timedelta(days=1)) <= limit:
            day += timedelta(days=1)
        return day


@dataclass(frozen=True, slots=True)
class Deadline:
    """A measure must be ready on a day at the latest: of which kind, and in words why."""

    measure: str
    day: date
    kind: str = ""
    words: str = ""


@dataclass(frozen=True)
class Plan:
    """Measures by their key, and the relations and deadlines between them. What has been dropped is left out."""

    measures: Mapping[str, Planned]
    relations: tuple[Relation, ...] = ()
    deadlines: tuple[Deadline, ...] = field(default=())

    @classmethod
    def of(
        cls, measures: Iterable[Planned], relations: Iterable[Relation] = (), deadlines: Iterable[Deadline] = ()
    ) -> "Plan":
        """Return a plan of what still counts: no dropped measures, no rejected relations."""
        there = {measure.key: measure for measure in measures if measure.status != MeasureStatus.DROPPED}
        kept = (
            relation
            for relation in relations
            if relation.state != DependencyState.REJECTED and relation.before in there and relation.after in there
        )
        return cls(there, tuple(kept), tuple(row for row in deadlines if row.measure in there))

    @cached_property
    def into(self) -> dict[str, list[Relation]]:
        """Per measure the confirmed relations it waits for."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            if relation.state == DependencyState.CONFIRMED:
                found[relation.after].append(relation)
        return found

    @cached_property
    def out_of(self) -> dict[str, list[Relation]]:
        """Per measure the confirmed relations that wait for it."""
        found: dict[str, list[Relation]] = defaultdict(list)
        for relation in self.relations:
            if relation.state == DependencyState.CONFIRMED:
                found[relation.before].append(relation)
        return found

    @cached_property
    def order(self) -> list[str]:
        """Every measure after all it waits for. Measures in a ring, which no plan should hold, come last."""
        left = {key: len(self.into.get(key, ())) for key in self.measures}
        ready = sorted((key for key, count in left.items() if not count), reverse=True)
        done: list[str] = []
        while ready:
            key = ready.pop()
            done.append(key)
            for relation in self.out_of.get(key, ()):
                left[relation.after] -= 1
                if not left[relation.after]:
                    ready.append(relation.after)
        seen = set(done)
        return done + sorted(set(self.measures) - seen)

    def with_dates(self, changed: Mapping[str, Planned]) -> "Plan":
        """Return the plan in which these measures stand in the place of those of the same key."""
        return Plan({**self.measures, **changed}, self.relations, self.deadlines)
