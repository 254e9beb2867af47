"""What of the money was bound by contract and paid, beside what is hard. Pure; decimals only.

The readings, decided once and shown on the page: what was bound or paid is a fact, so it counts whatever the contribution
is today, one that was withdrawn too. What is left is hard money that nothing binds yet, per contribution: what one has
bound too much fills no other.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from deliverables.money.amounts.rules.cents import MOST, ZERO, total
from deliverables.money.funding.rules.sums import Certainty, Line
from deliverables.money.funding.rules.years import YearsUnclear

type SpentYears = tuple[tuple[int, Decimal, Decimal], ...]
"""A year, what was bound in it, and what was paid."""


@dataclass(frozen=True, slots=True)
class Spending:
    """What is hard, what of it was bound and paid, what is left, and what was bound beyond what is hard."""

    hard: Decimal = ZERO
    committed: Decimal = ZERO
    paid: Decimal = ZERO
    left: Decimal = ZERO
    beyond: Decimal = ZERO

    @classmethod
    def of(cls, lines: Iterable[Line], hard_from: str) -> "Spending":
        """Add contributions of one basis."""
        found = cls()
        for line in lines:
            found += cls._of_line(line, hard_from)
        return found

    @classmethod
    def _of_line(cls, line: Line, hard_from: str) -> "Spending":
        hard = line.amount if line.certainty(hard_from) is Certainty.HARD else ZERO
        committed, paid = total(row[1] for row in line.spent), total(row[2] for row in line.spent)
        return cls(hard, committed, paid, max(hard - committed, ZERO), max(committed - hard, ZERO))

    def __add__(self, other: "Spending") -> "Spending":
        return Spending(
            self.hard + other.hard,
            self.committed + other.committed,
            self.paid + other.paid,
            self.left + other.left,
            self.beyond + other.beyond,
        )

    @property
    def is_any(self) -> bool:
        """Tell whether anything was bound or paid."""
        return bool(self.committed or self.paid)


def spent_by_year(lines: Iterable[Line]) -> dict[int, tuple[Decimal, Decimal]]:
    """Return per year what was bound and what was paid, the first year first."""
    found: dict[int, tuple[Decimal, Decimal]] = {}
    for line in lines:
        for year, committed, paid in line.spent:
            before = found.get(year, (ZERO, ZERO))
            found[year] = (before[0] + committed, before[1] + paid)
    return dict(sorted(found.items()))


def spent_years(committed: Mapping[int, Decimal], paid: Mapping[int, Decimal], this_year: int) -> SpentYears:
    """Return what was bound and paid as rows, those of nothing left out.

    Raises YearsUnclear for a year that is still to come and for more than fits.
    """
    last = max((*committed, *paid), default=this_year)
    if last > this_year:
        raise YearsUnclear(f"Het jaar {last} moet nog komen. Hier staat alleen wat al is verplicht of betaald.")
    if max((*committed.values(), *paid.values()), default=ZERO) > MOST:
        raise YearsUnclear("Een van de bedragen is te groot: meer dan honderd miljard.")
    rows = ((year, committed.get(year, ZERO), paid.get(year, ZERO)) for year in sorted({*committed, *paid}))
    return tuple(row for row in rows if row[1] or row[2])
