"""Schuurpunten per pair of challenges: a matrix of one area, and the same pair of themes elsewhere. Pure: no ORM."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any


@dataclass(frozen=True)
class Side:
    """A challenge as one side of a pair; `theme` is empty when nobody chose one."""

    id: Any
    title: str
    theme: str = ""


@dataclass(frozen=True)
class Rub:
    """A schuurpunt: two challenges, and what rubs. Its words are empty for who may not read them."""

    first: Side
    second: Side
    text: str = ""
    options: str = ""
    owners: str = ""
    source: str = ""
    area: str = ""
    slug: str = ""  # only where the reader may open it
    answers: tuple[tuple[str, str], ...] = ()  # what rests on it in rooms above, as words and address

    @property
    def themes(self) -> frozenset[str]:
        """The pair of themes, whatever the order; two challenges may share one."""
        return frozenset({self.first.theme, self.second.theme})


@dataclass(frozen=True)
class Elsewhere:
    """Another area where the same two themes rub, with what may be read of it."""

    area: str
    slug: str
    rubs: tuple[Rub, ...]


@dataclass(frozen=True)
class Pair:
    """Two challenges of the area: what rubs between them here, and where their themes rub too."""

    number: int
    first: Side
    second: Side
    rubs: tuple[Rub, ...]
    elsewhere: tuple[Elsewhere, ...]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell about the pair."""
        return not self.rubs and not self.elsewhere


@dataclass(frozen=True)
class Matrix:
    """All pairs: `rows` has a challenge with one cell per column, None where the pair stands elsewhere."""

    columns: tuple[Side, ...]
    rows: tuple[tuple[Side, tuple[Pair | None, ...]], ...]
    pairs: tuple[Pair, ...]

    @property
    def telling(self) -> list[Pair]:
        """The pairs there is something to tell about."""
        return [pair for pair in self.pairs if not pair.is_empty]


def matrix(sides: Sequence[Side], here: Iterable[Rub], others: Iterable[Rub]) -> Matrix:
    """Put schuurpunten in the half of a matrix above its diagonal; each pair stands in it once."""
    here, others = list(here), list(others)
    pairs = {
        (first.id, second.id): _pair(number, first, second, here, others)
        for number, (first, second) in enumerate(combinations(sides, 2), 1)
    }
    columns = tuple(sides[1:])
    rows = tuple((row, tuple(pairs.get((row.id, column.id)) for column in columns)) for row in sides[:-1])
    return Matrix(columns, rows, tuple(pairs.values()))


def _pair(number: int, first: Side, second: Side, here: list[Rub], others: list[Rub]) -> Pair:
    ends = {first.id, second.id}
    rubs = tuple(rub for rub in here if {rub.first.id, rub.second.id} == ends)
    return Pair(number, first, second, rubs, _elsewhere(first, second, others))


def _elsewhere(first: Side, second: Side, others: list[Rub]) -> tuple[Elsewhere, ...]:
    if not first.theme or not second.theme:
        return ()
    found: dict[str, list[Rub]] = {}
    for rub in others:
        if rub.themes == {first.theme, second.theme}:
            found.setdefault(rub.area, []).append(rub)
    return tuple(Elsewhere(area, rubs[0].slug, tuple(rub for rub in rubs if rub.text)) for area, rubs in found.items())
