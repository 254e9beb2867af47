"""Few is nobody: what may be said of so few parties that one of them could be recognised. Pure.

A number tells nothing about anybody when enough parties are behind it, or none at all. A middle hides in the same way.
The lowest and the highest need more: with three parties, one's own answer beside these two tells what another answered.
Whoever may read what every party said learns nothing new from a number, and is held back by nothing: EVERYTHING.
"""

from collections.abc import Collection
from dataclasses import dataclass
from statistics import fmean, median, quantiles

LEAST = 3
"""So many parties must be behind a number, whatever a setting says."""
EXTREMES_FROM = 5


@dataclass(frozen=True, slots=True)
class Limits:
    """From how many parties on something is said to this reader: a number or a middle, and the extremes."""

    parties: int
    extremes: int = EXTREMES_FROM

    @property
    def words(self) -> str:
        """Say in words why there is no number."""
        return f"minder dan {self.parties} partijen"


EVERYTHING = Limits(1, 1)


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and the highest, and the two between which half of the values stand."""

    low: float
    lower: float
    upper: float
    high: float


def are_few(parties: int, limits: Limits) -> bool:
    """Tell whether somebody could be recognised: there are parties, and fewer than there must be."""
    return 0 < parties < limits.parties


def told[Value](value: Value, *, parties: int, limits: Limits) -> Value | None:
    """Return a value that so many parties are behind, or None when they are few."""
    return None if are_few(parties, limits) else value


def middle(values: Collection[float], limits: Limits) -> float | None:
    """Return the median of one value a party; None when they are few, or none."""
    return median(values) if values and not are_few(len(values), limits) else None


def average(values: Collection[float], limits: Limits) -> float | None:
    """Return the mean of one value a party; None when they are few, or none."""
    return fmean(values) if values and not are_few(len(values), limits) else None


def extremes(values: Collection[float], limits: Limits) -> Extremes | None:
    """Return how far one value a party lies apart; None when that would tell one of them."""
    if not values or len(values) < max(limits.parties, limits.extremes):
        return None
    known = sorted(values)
    lower, _, upper = quantiles(known, n=4, method="inclusive") if len(known) > 1 else known * 3
    return Extremes(known[0], lower, upper, known[-1])
