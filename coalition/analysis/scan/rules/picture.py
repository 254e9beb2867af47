"""The picture of a samenwerkingsscan: where each line of the table stands on a scale from 1 to 5. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from coalition.analysis.scan.rules.scan import HIGHEST, LOWEST, Line, Spread, shown

LEFT, SCALE, ROW, TOP = 170, 480, 44, 30
WIDTH = LEFT + SCALE + 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One spread drawn: x of what is shown, and the height it stands at."""

    y: int
    middle: float
    low: float | None = None
    lower: float | None = None
    upper: float | None = None
    high: float | None = None

    @property
    def box(self) -> float:
        """How wide the box between the quartiles is."""
        return max((self.upper or 0) - (self.lower or 0), 2)

    @property
    def diamond(self) -> str:
        """The four points of the mark of the measurement before."""
        x, y = self.middle, self.y
        return f"{x},{y - 6} {x + 6},{y} {x},{y + 6} {x - 6},{y}"


@dataclass(frozen=True, slots=True)
class Drawn:
    name: str
    y: int
    bar: Bar | None
    before: Bar | None


@dataclass(frozen=True, slots=True)
class Picture:
    rows: tuple[Drawn, ...]
    ticks: tuple[tuple[int, float], ...]
    width: int
    height: int
    words: str


def picture(lines: Sequence[Line]) -> Picture:
    """Return the picture of these lines, with a description that says the same in words."""
    rows = []
    for index, line in enumerate(lines):
        y = TOP + ROW // 2 + index * ROW
        rows.append(
            Drawn(line.spread.name, y, _bar(line.spread, y), _bar(line.before, y + 13) if line.before else None)
        )
    words = ". ".join(
        f"{line.spread.name}: midden {shown(line.spread.middle)}, {line.spread.words}"
        for line in lines
        if line.spread.middle is not None
    )
    ticks = tuple((score, _x(score)) for score in range(LOWEST, HIGHEST + 1))
    return Picture(tuple(rows), ticks, WIDTH, TOP + ROW * len(lines) + 10, words)


def _x(score: float) -> float:
    return round(LEFT + (score - LOWEST) / (HIGHEST - LOWEST) * SCALE, 1)


def _bar(spread: Spread, y: int) -> Bar | None:
    if spread.middle is None:
        return None
    if spread.low is None or spread.lower is None or spread.upper is None or spread.high is None:
        return Bar(y, _x(spread.middle))
    return Bar(y, _x(spread.middle), _x(spread.low), _x(spread.lower), _x(spread.upper), _x(spread.high))
