"""Bringing amounts to another price level, by a series of factors that has a name. Pure; decimals only.

The readings, decided once and shown on the page:

1. The factor of a year brings prices of the year before to that year; back goes by dividing. Btw is never converted.
2. An amount is rounded once, at the end. Parts of an amount still add up to it to the cent.
3. What the series does not reach keeps its own price level, and stands apart.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from deliverables.money.amounts.rules.cents import CENT, FIRST_YEAR, LAST_YEAR, LEAST_FACTOR, MOST_FACTOR, Basis
from novex_portal.toolkit.text import dutch

DECIMALS = 6
_LINE = re.compile(r"(\d{4})(?:\s*[:=]\s*|\s+)(\S+)")
_EXAMPLE = "Schrijf per regel een jaar en een factor, bijvoorbeeld 2027: 1,025."


class FactorsUnclear(ValueError):
    """What was typed are no factors; the words say what is wrong."""


@dataclass(frozen=True)
class Series:
    """A price index: by what prices of the year before are multiplied, per year."""

    name: str
    source: str
    factors: Mapping[int, Decimal]

    def lacking(self, old: int, new: int) -> list[int]:
        """Return the years between two price levels of which there is no factor."""
        return [year for year in _between(old, new) if year not in self.factors]

    def factor(self, old: int, new: int) -> Fraction:
        """Return by what to multiply, exactly. Raises KeyError when the series does not reach."""
        found = Fraction(1)
        for year in _between(old, new):
            found *= Fraction(self.factors[year])
        return found if new >= old else 1 / found


@dataclass(frozen=True)
class Conversion:
    """A series and the price level wanted."""

    series: Series
    year: int

    def basis(self, basis: Basis) -> Basis:
        """Return on which basis amounts of this one are said afterwards: its own when the series does not reach."""
        return basis if self.series.lacking(basis.price_year, self.year) else Basis(self.year, basis.vat)

    def amount(self, amount: Decimal, basis: Basis) -> Decimal:
        """Return an amount at the other price level, rounded half up to the cent."""
        return self.parts([amount], basis)[0]

    def parts(self, parts: Sequence[Decimal], basis: Basis) -> list[Decimal]:
        """Return the parts of an amount at the other price level: together exactly that amount, each at most a cent off."""
        if self.basis(basis) == basis:
            return list(parts)
        factor = self.series.factor(basis.price_year, self.year)
        found, exact, given = [], Fraction(0), 0
        for part in parts:
            exact += Fraction(part) * factor
            upto = floor(exact * 100 + Fraction(1, 2))
            found.append((upto - given) * CENT)
            given = upto
        return found

    def sentences(self, bases: Iterable[Basis]) -> list[str]:
        """Say with what amounts of these bases were converted, and which ones were not."""
        source = f" (bron: {self.series.source})" if self.series.source else ""
        found = [f"Omgerekend naar prijspeil {self.year} met “{self.series.name}”{source}. Btw is niet omgerekend."]
        for year in sorted({basis.price_year for basis in bases} - {self.year}):
            if lacking := self.series.lacking(year, self.year):
                names = " en ".join(map(str, lacking))
                found.append(f"Prijspeil {year} staat apart: in deze reeks ontbreekt de factor van {names}.")
            else:
                found.append(f"Van prijspeil {year}: {self._steps(year)}.")
        return found

    def _steps(self, year: int) -> str:
        sign = "×" if self.year > year else "÷"
        return " ".join(f"{sign} {factor_words(self.series.factors[step])}" for step in _between(year, self.year))


def read_factors(text: str) -> dict[int, Decimal]:
    """Return the factors that were typed, a line each. Raises FactorsUnclear with a sentence for whoever typed it."""
    found: dict[int, Decimal] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        match = _LINE.fullmatch(line)
        if not match:
            raise FactorsUnclear(f"“{line[:40]}” is niet te lezen. {_EXAMPLE}")
        year = int(match[1])
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise FactorsUnclear(f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}, niet {year}.")
        if year in found:
            raise FactorsUnclear(f"Het jaar {year} staat er twee keer. Maak er één regel van.")
        found[year] = _read_factor(match[2], year)
    return found


def factors_text(factors: Mapping[int, Decimal]) -> str:
    """Return factors as one types them."""
    return "\n".join(f"{year}: {factor_words(factor)}" for year, factor in sorted(factors.items()))


def factor_words(factor: Decimal) -> str:
    """1,025 without noughts at the end."""
    return f"{factor.normalize():f}".replace(".", ",")


def _read_factor(text: str, year: int) -> Decimal:
    try:
        factor = dutch.parse_amount(text)
    except ValueError as error:
        raise FactorsUnclear(f"“{text[:40]}” bij {year} is geen factor. {_EXAMPLE}") from error
    if not LEAST_FACTOR <= factor <= MOST_FACTOR or factor != round(factor, DECIMALS):
        raise FactorsUnclear(
            f"De factor van {year} ligt niet tussen 0,5 en 2, of heeft meer dan zes cijfers achter de komma. {_EXAMPLE}"
        )
    return factor


def _between(old: int, new: int) -> range:
    return range(min(old, new) + 1, max(old, new) + 1)
