"""New dates for a measure: how they are meant, how they are told, and whether what was seen still holds. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256

from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import add_months, is_working_day
from deliverables.agenda.dates.rules.words import PlanDate, span_words
from deliverables.agenda.plan.enums import LagUnit
from deliverables.agenda.plan.rules.plan import Planned
from deliverables.agenda.plan.rules.pushing import Domino, Move
from novex_portal.toolkit.text import dutch

UNDO_DAYS = 1


@dataclass(frozen=True, slots=True)
class Dates:
    """From when until when, as precisely as it is meant."""

    start: PlanDate
    end: PlanDate

    def __str__(self) -> str:
        return span_words(self.start, self.end)

    @property
    def in_order(self) -> bool:
        """Whether the end is not before the begin, however they are meant."""
        return self.start.period.first <= self.end.period.last

    def of(self, measure: Planned) -> Planned:
        """Return the measure on these dates."""
        return replace(measure, start=self.start.period, end=self.end.period)

    def shifted_to(self, start: PlanDate) -> "Dates":
        """Return the same length from another begin; on an exact day when it really moves."""
        days = start.period.first - self.start.period.first
        return Dates(start, exactly(self.end.period.last + days)) if days else Dates(start, self.end)

    @classmethod
    def exact(cls, measure: Planned) -> "Dates":
        """Return the dates of a measure that was pushed: its first and last day."""
        return cls(exactly(measure.first), exactly(measure.last))


def exactly(day: date) -> PlanDate:
    """Return a day that is meant as a day."""
    return PlanDate(day, Precision.DAY)


def end_after(start: PlanDate, length: int, unit: str) -> PlanDate:
    """Return the last day of what takes this long from its begin on."""
    first = start.period.first
    if unit == LagUnit.MONTH:
        return exactly(add_months(first, length) - timedelta(days=1))
    return exactly(first + timedelta(days=length * (7 if unit == LagUnit.WEEK else 1) - 1))


def fingerprint(domino: Domino, versions: Mapping[str, int]) -> str:
    """Return the mark of what somebody saw: another one means that saving would do something else by now.

    It holds all that follows, and which version of each measure that gets other dates it follows from.
    """
    seen = [
        *(_moved(domino.edited)),
        *(_moved(domino.moves)),
        "?",
        *(_moved(domino.requests)),
        "!",
        *(_moved(domino.reserved)),
        *sorted((row.measure.key, row.not_before.isoformat()) for row in domino.conflicts),
        *sorted((row.deadline.measure, row.deadline.day.isoformat(), row.late) for row in domino.crossed),
        *((move.new.key, versions.get(move.new.key, 0)) for move in (*domino.edited, *domino.moves)),
    ]
    return sha256(repr(seen).encode()).hexdigest()[:32]


def _moved(moves: Iterable[Move]) -> Iterable[tuple[str, ...]]:
    for move in moves:
        days = (move.old.first, move.old.last, move.new.first, move.new.last)
        yield (move.new.key, *(day.isoformat() for day in days))


def free_day_words(measure: Planned) -> list[str]:
    """Return for its first and last exact day what is odd about it: a weekend or a holiday. A notice, no error."""
    found = []
    for word, period in (("begint", measure.start), ("eindigt", measure.end)):
        if period.first == period.last and not is_working_day(period.first):
            kind = "in het weekend" if period.first.weekday() > 4 else "op een vrije dag"
            found.append(f"{word} {kind}, op {dutch.DAYS[period.first.weekday()]} {dutch.short_date(period.first)}")
    return found
