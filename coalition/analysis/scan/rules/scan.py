"""What a samenwerkingsscan tells: how far parties are apart, never one total. Pure.

Every number can be explained in a sentence. A party's score on a dimension is the mean of what it answered
there; "onbekend" is left out of that, and counted apart. The median is the party in the middle; half of the
parties stand between the two quartiles. What may be shown depends on how many answered: see `toolkit/few.py`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from novex_portal.toolkit import few
from novex_portal.toolkit.few import EXTREMES_FROM, Limits

LOWEST, HIGHEST = 1, 5
NO_DIFFERENCE = 0.25


@dataclass(frozen=True, slots=True)
class DimensionData:
    """One side of working together as it is written down: its name, what it asks, and its statements."""

    name: str
    explanation: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Given:
    """What one party answered to one statement; no score is "onbekend"."""

    party: str
    dimension: str
    question: str
    score: int | None


@dataclass(frozen=True, slots=True)
class Spread:
    """How parties answered. Of what may not be shown there is no value: `middle`, then the others."""

    name: str
    parties: int
    unknown: int
    middle: float | None = None
    low: float | None = None
    lower: float | None = None
    upper: float | None = None
    high: float | None = None

    @property
    def width(self) -> float:
        """How far the lowest and the highest are apart; 0 when these are not shown."""
        return 0.0 if self.low is None or self.high is None else self.high - self.low

    @property
    def words(self) -> str:
        """The range in words, or why there is none."""
        if self.middle is None:
            return "te weinig antwoorden"
        if self.low is None or self.high is None:
            return f"minder dan {EXTREMES_FROM} partijen"
        same = self.low == self.high
        return f"allemaal {shown(self.low)}" if same else f"{shown(self.low)} tot {shown(self.high)}"


@dataclass(frozen=True, slots=True)
class Line:
    """A dimension with how it was spread, how its statements were, and the middle of the measurement before."""

    spread: Spread
    questions: tuple[Spread, ...]
    before: Spread | None = None

    @property
    def change(self) -> str:
        """What became of the middle since the measurement before, in words; empty when that cannot be said."""
        if self.before is None or self.before.middle is None or self.spread.middle is None:
            return ""
        difference = self.spread.middle - self.before.middle
        if abs(difference) < NO_DIFFERENCE:
            return "vrijwel gelijk"
        return f"{shown(abs(difference))} {'hoger' if difference > 0 else 'lager'}"


def shown(value: float) -> str:
    """Return a score as people read it: 3, or 3,5."""
    return f"{value:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def party_scores(given: Iterable[Given]) -> dict[str, dict[str, float | None]]:
    """Return party → dimension → the mean of its scores there; None when it answered only "onbekend"."""
    scores: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for answer in given:
        there = scores[answer.party][answer.dimension]
        if answer.score is not None:
            there.append(answer.score)
    return {
        party: {name: fmean(values) if values else None for name, values in theirs.items()}
        for party, theirs in scores.items()
    }


def spread_of(name: str, values: Iterable[float | None], limits: Limits) -> Spread:
    """Return how values are spread, with only what may be shown of so many."""
    everything = list(values)
    known = [value for value in everything if value is not None]
    unknown = len(everything) - len(known)
    middle, ends = few.middle(known, limits), few.extremes(known, limits)
    if middle is None:
        return Spread(name, len(known), unknown)
    if ends is None:
        return Spread(name, len(known), unknown, round(middle, 1))
    rounded = (round(value, 1) for value in (middle, ends.low, ends.lower, ends.upper, ends.high))
    return Spread(name, len(known), unknown, *rounded)


def lines_of(
    order: Sequence[tuple[str, Sequence[str]]], given: Sequence[Given], before: Sequence[Given], limits: Limits
) -> tuple[Line, ...]:
    """Return a line for each dimension, in the order asked; `before` is matched by the name of the dimension."""
    now, then = party_scores(given), party_scores(before)
    known_then = {answer.dimension for answer in before}
    return tuple(
        Line(
            spread_of(name, _column(now, name), limits),
            tuple(
                spread_of(text, [one.score for one in given if one.dimension == name and one.question == text], limits)
                for text in questions
            ),
            spread_of(name, _column(then, name), limits) if name in known_then else None,
        )
        for name, questions in order
    )


def _column(scores: dict[str, dict[str, float | None]], name: str) -> list[float | None]:
    return [theirs[name] for theirs in scores.values() if name in theirs]


def finding(lines: Sequence[Line]) -> str:
    """Return the one sentence above the table: about what parties differ most."""
    widest = max((line.spread for line in lines), key=lambda spread: spread.width, default=None)
    if widest and widest.low is not None and widest.high is not None and widest.width:
        low, high = shown(widest.low), shown(widest.high)
        return f"Over {widest.name.lower()} lopen de meningen het meest uiteen: van {low} tot {high}."
    ranked = sorted(
        (line.spread for line in lines if line.spread.middle is not None), key=lambda spread: spread.middle or 0
    )
    if not ranked:
        return "Er zijn nog te weinig antwoorden om iets te laten zien."
    if ranked[0].middle == ranked[-1].middle:
        return "Partijen oordelen over alle onderdelen ongeveer gelijk."
    return f"Partijen oordelen het laagst over {ranked[0].name.lower()} en het hoogst over {ranked[-1].name.lower()}."


@dataclass(frozen=True, slots=True)
class Difference:
    """How far a party stands from the middle of all, on average over the dimensions it answered."""

    party: str
    distance: float
    furthest: str  # the dimension where it is furthest away

    @property
    def words(self) -> str:
        return f"gemiddeld {shown(self.distance)} van het midden, het verst bij {self.furthest.lower()}"


def who_differs(given: Sequence[Given]) -> list[Difference]:
    """Return the parties, the one that differs most first; who answered nothing but "onbekend" is left out."""
    scores = party_scores(given)
    names = list(dict.fromkeys(answer.dimension for answer in given))
    middles = {
        name: median(known)
        for name in names
        if (known := [value for value in _column(scores, name) if value is not None])
    }
    found = []
    for party, theirs in scores.items():
        away = {name: abs(value - middles[name]) for name, value in theirs.items() if value is not None}
        if away:
            found.append(Difference(party, fmean(away.values()), max(away, key=lambda name: away[name])))
    return sorted(found, key=lambda one: (-one.distance, one.party))
