"""Amounts to the cent, and on which basis they may be added. Pure; decimals only."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from deliverables.money.amounts.enums import Vat

ZERO = Decimal("0.00")
CENT = Decimal("0.01")
MOST = Decimal("99999999999.99")
"""The largest amount of one row: a hundred milliard less a cent."""
FIRST_YEAR, LAST_YEAR = 2000, 2100
LEAST_FACTOR, MOST_FACTOR = Decimal("0.5"), Decimal(2)
"""Between these prices of one year make sense as those of the year before; what is outside is a slip of the pen."""


@dataclass(frozen=True, slots=True, order=True)
class Basis:
    """Of which price level an amount is, and whether it holds btw. Amounts of two bases are never added."""

    price_year: int
    vat: str

    def __str__(self) -> str:
        return f"prijspeil {self.price_year}, {Vat(self.vat).label.lower()}"


def to_cents(amount: Decimal) -> Decimal:
    """Round half up to the cent."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts that are stored to the cent."""
    return sum(amounts, ZERO)


def spread(amount: Decimal, years: Iterable[int]) -> dict[int, Decimal]:
    """Spread an amount over years in equal cents; what remains goes one cent each to the earliest years."""
    ordered = sorted(set(years))
    if not ordered:
        return {}
    cents, rest = divmod(int(to_cents(amount) / CENT), len(ordered))
    return {year: (cents + (place < rest)) * CENT for place, year in enumerate(ordered)}


def without_vat(amount: Decimal, percentage: Decimal) -> Decimal:
    """Return what is left of an amount when its btw is taken out."""
    return to_cents(amount * 100 / (100 + percentage))


def missing(years: Mapping[int, Decimal], amount: Decimal) -> Decimal:
    """Return what the years lack of their whole: negative when they hold too much."""
    return amount - total(years.values())
