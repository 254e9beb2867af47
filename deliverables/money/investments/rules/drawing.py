"""Where bars and columns stand, in per cents and pixels. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from deliverables.money.amounts.rules.cents import ZERO
from deliverables.money.amounts.rules.words import millions
from deliverables.money.funding.rules.sums import Sums

HEIGHT, FOOT = 200, 160
"""Of the columns: where their foot stands, and how high the highest one is."""
_KINDS = ("f-hard", "f-soft", "f-cond", "f-none")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a bar, in per cents of its cell."""

    kind: str
    x: str
    width: str


@dataclass(frozen=True, slots=True)
class Step:
    """A piece of a column, in pixels from above."""

    kind: str
    y: str
    height: str


@dataclass(frozen=True, slots=True)
class Column:
    """A year: its pieces, what it is together, and where it stands in per cents."""

    label: str
    total: str
    top: str
    x: str
    width: str
    middle: str
    steps: tuple[Step, ...]


def bar(sums: Sums, no_source: Decimal | None, whole: Decimal) -> list[Piece]:
    """Return the pieces of a bar of which `whole` would fill the cell; what is nothing has no piece."""
    if whole <= 0:
        return []
    pieces, x = [], Decimal(0)
    for kind, amount in zip(_KINDS, (sums.hard, sums.soft, sums.conditional, no_source or ZERO), strict=True):
        width = amount * 100 / whole
        if amount:
            pieces.append(Piece(kind, f"{x:.2f}", f"{width:.2f}"))
        x += width
    return pieces


def columns(years: Mapping[str, Sums]) -> list[Column]:
    """Return a column per label, without wishes; the highest one takes all the room there is."""
    highest = max((sums.counted for sums in years.values()), default=ZERO)
    if not highest:
        return []
    room = Decimal(100) / len(years)
    width = min(room * Decimal("0.72"), Decimal(16))
    found = []
    for place, (label, sums) in enumerate(years.items()):
        x = room * place
        steps = tuple(_steps(sums, highest))
        top = HEIGHT - float(sums.counted * FOOT / highest) - 7
        found.append(
            Column(
                label, millions(sums.counted), f"{top:.1f}", f"{x:.1f}", f"{width:.1f}", f"{x + width / 2:.1f}", steps
            )
        )
    return found


def _steps(sums: Sums, highest: Decimal) -> Iterable[Step]:
    y = Decimal(HEIGHT)
    for kind, amount in zip(_KINDS, (sums.hard, sums.soft, sums.conditional), strict=False):
        height = amount * FOOT / highest
        y -= height
        if amount:
            yield Step(kind, f"{y:.1f}", f"{height:.1f}")
