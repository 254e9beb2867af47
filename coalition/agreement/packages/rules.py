"""Packages: sets of contested articles that leave every party better off than no agreement. Pure.

A weight says what an article is worth to a party: 0 it loses much, 5 it makes no difference, 10 it gains
much. What a package gives a party is the sum of (weight - 5) over its articles; a package counts when that
is above 0 for every party. They are ranked by what the least satisfied party gets, then by what all get
together, then the smaller one first: the maximin rule (J. Rawls, A Theory of Justice, 1971).

All subsets are tried. To do a million of them quickly, what every party gets is packed in one integer, a
lane of bits each, so that adding an article is one addition and "every party above t" is one comparison.
"""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from novex_portal.toolkit import few
from novex_portal.toolkit.few import Limits

NEUTRAL, HIGHEST = 5, 10
MOST_ARTICLES = 20
MOST_PACKAGES = 10
_LANE = 12
_TOP = 1 << (_LANE - 1)

EXPLAINED = (
    "Elke partij geeft per artikel een gewicht van 0 tot en met 10: bij 0 gaat zij er sterk op achteruit, bij 5 maakt het "
    "niet uit, bij 10 gaat zij er sterk op vooruit. Een pakket telt als elke partij er samen meer mee wint dan verliest. "
    "Bovenaan staat het pakket waarbij de minst tevreden partij het meeste wint."
)


@dataclass(frozen=True)
class Package:
    """A set of articles by their keys; what the least satisfied party wins with it, and all together."""

    articles: tuple[str, ...]
    least: int
    total: int


@dataclass(frozen=True)
class Found:
    """The packages, best first, and which articles were looked at."""

    packages: tuple[Package, ...]
    looked_at: tuple[str, ...]


@dataclass(frozen=True)
class Aggregate:
    """What the planning group may see of the weights of one article: of few parties nothing."""

    weighed: int
    average: float | None
    spread: int | None


def find_packages(articles: Sequence[str], weights: Mapping[str, Mapping[str, int]]) -> Found:
    """Return at most ten packages; `weights` is per party by article, an article it did not weigh counts as 5.

    What makes no difference to any party is left out. Of more than twenty articles those are tried over which the parties feel strongest. Without parties there is none.
    """
    parties = list(weights)
    tried = _strongest([article for article in articles if _matters(article, weights)], weights)
    if not parties or not tried:
        return Found((), tuple(tried))
    values = [[weights[party].get(article, NEUTRAL) - NEUTRAL for party in parties] for article in tried]
    best = _search(values, len(parties))
    packages = [
        Package(tuple(article for place, article in enumerate(tried) if mask >> place & 1), least, total)
        for least, total, _, mask in sorted(best, key=lambda row: (-row[0], -row[1], -row[2], row[3]))
    ]
    return Found(tuple(packages), tuple(tried))


def gain(package: Package, weights: Mapping[str, int]) -> int:
    """Return what one party wins with a package."""
    return sum(weights.get(article, NEUTRAL) - NEUTRAL for article in package.articles)


def aggregate(weights: Sequence[int], limits: Limits) -> Aggregate:
    """Return what may be said of the weights of one article without telling whose they are."""
    average, ends = few.average(weights, limits), few.extremes(weights, limits)
    return Aggregate(
        len(weights),
        None if average is None else round(average, 1),
        None if ends is None else round(ends.high - ends.low),
    )


def _matters(article: str, weights: Mapping[str, Mapping[str, int]]) -> bool:
    """An article that makes no difference to anybody would only fill up packages."""
    return any(own.get(article, NEUTRAL) != NEUTRAL for own in weights.values())


def _strongest(articles: Sequence[str], weights: Mapping[str, Mapping[str, int]]) -> list[str]:
    if len(articles) <= MOST_ARTICLES:
        return list(articles)
    felt = {article: sum(abs(own.get(article, NEUTRAL) - NEUTRAL) for own in weights.values()) for article in articles}
    kept = set(sorted(articles, key=lambda article: -felt[article])[:MOST_ARTICLES])
    return [article for article in articles if article in kept]


def _search(values: Sequence[Sequence[int]], parties: int) -> list[tuple[int, int, int, int]]:
    """Return the best subsets as (least, total, -size, mask); the highest lane holds the total."""
    packed = [sum(value << _LANE * place for place, value in enumerate([*row, sum(row)])) for row in values]
    ones = sum(1 << _LANE * place for place in range(parties))
    signs = _TOP * ones
    half = len(packed) // 2
    low, high = _sums(packed[:half]), _sums(packed[half:])
    best: list[tuple[int, int, int, int]] = []
    least, bias = 1, (_TOP - 1) * ones
    for (upper, above), (lower, below) in product(enumerate(high), enumerate(low)):
        if (above + below + bias) & signs != signs:
            continue
        mask = upper << half | lower
        row = _judged(above + below, mask, parties)
        if len(best) < MOST_PACKAGES:
            heapq.heappush(best, row)
        elif row > best[0]:
            heapq.heapreplace(best, row)
        if len(best) == MOST_PACKAGES and best[0][0] > least:
            least = best[0][0]
            bias = (_TOP - least) * ones
    return best


def _sums(packed: Sequence[int]) -> list[int]:
    """Return the sum of every subset, by its mask."""
    sums = [0]
    for value in packed:
        sums += [value + other for other in sums]
    return sums


def _judged(packed: int, mask: int, parties: int) -> tuple[int, int, int, int]:
    lifted = packed + sum(_TOP // 2 << _LANE * place for place in range(parties))
    lanes = [(lifted >> _LANE * place & (2 * _TOP - 1)) - _TOP // 2 for place in range(parties)]
    return min(lanes), sum(lanes), -mask.bit_count(), mask
