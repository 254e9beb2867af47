"""The krachtenveld: organisations by influence and interest on an opgave, then and now. Pure: no ORM, no clock."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

HIGH = 4
"""From this influence on a party counts as one that matters."""
LEVELS = {1: "heel weinig", 2: "weinig", 3: "matig", 4: "veel", 5: "heel veel"}
CELL, LEFT, TOP = 100, 60, 20
"""Sides of the picture in its own units: a cell of one influence and one interest, and room for the axes."""
WIDTH, HEIGHT = LEFT + 5 * CELL + 20, TOP + 5 * CELL + 50


@dataclass(frozen=True)
class Score:
    """One score as it was given."""

    organisation: UUID
    influence: int
    interest: int
    scored_on: date
    reasoning: str = ""
    id: UUID | None = None


@dataclass(frozen=True)
class Standing:
    """Where an organisation stands on a day, and where it stood on an earlier one."""

    organisation: UUID
    now: Score
    before: Score | None

    @property
    def has_moved(self) -> bool:
        """Whether influence or interest is another than before."""
        old, new = self.before, self.now
        return old is not None and (old.influence, old.interest) != (new.influence, new.interest)


@dataclass(frozen=True)
class Dot:
    """A numbered dot of the picture, with the place it came from when it moved."""

    number: int
    organisation: UUID
    x: float
    y: float
    radius: float
    from_x: float | None = None
    from_y: float | None = None

    @property
    def tip(self) -> tuple[float, float]:
        """Where an arrow to the dot ends: at its edge, so that the head is seen."""
        if self.from_x is None or self.from_y is None:
            return self.x, self.y
        far = math.hypot(self.x - self.from_x, self.y - self.from_y) or 1.0
        part = max(0.0, far - self.radius - 2) / far
        return self.from_x + (self.x - self.from_x) * part, self.from_y + (self.y - self.from_y) * part


def as_at(scores: Iterable[Score], day: date) -> dict[UUID, Score]:
    """Return the last score of every organisation on or before a day."""
    found: dict[UUID, Score] = {}
    for score in scores:
        there = found.get(score.organisation)
        if score.scored_on <= day and (there is None or there.scored_on < score.scored_on):
            found[score.organisation] = score
    return found


def standings(scores: Sequence[Score], day: date, earlier: date | None) -> list[Standing]:
    """Return where everybody with a score stands: the most influence first, then the most interest."""
    now = as_at(scores, day)
    before = as_at(scores, earlier) if earlier else {}
    rows = [Standing(pk, score, before.get(pk)) for pk, score in now.items()]
    return sorted(rows, key=lambda row: (-row.now.influence, -row.now.interest, str(row.organisation)))


def approach(score: Score) -> str:
    """Say in two words what the place in the field asks for."""
    if score.influence >= HIGH:
        return "nauw betrekken" if score.interest >= HIGH else "tevreden houden"
    return "goed informeren" if score.interest >= HIGH else "blijven volgen"


def movement(row: Standing) -> str:
    """Say in words what changed; nothing when there is no earlier score to compare with."""
    if row.before is None:
        return ""
    parts = [
        f"{name} van {old} naar {new}"
        for name, old, new in (
            ("invloed", row.before.influence, row.now.influence),
            ("belang", row.before.interest, row.now.interest),
        )
        if old != new
    ]
    return " en ".join(parts) or "gelijk gebleven"


def dots(rows: Sequence[Standing]) -> list[Dot]:
    """Place a dot for every row, numbered as the rows are; those of one cell side by side, never on each other."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, row in enumerate(rows, 1):
        cells[row.now.interest, row.now.influence].append(number)
    found: dict[int, Dot] = {}
    for (interest, influence), numbers in cells.items():
        columns = math.ceil(math.sqrt(len(numbers)))
        step = CELL / (columns + 1)
        radius = min(13.0, step * 0.48)
        for index, number in enumerate(numbers):
            x = LEFT + (interest - 1) * CELL + step * (index % columns + 1)
            y = TOP + (5 - influence) * CELL + step * (index // columns + 1)
            found[number] = Dot(number, rows[number - 1].organisation, x, y, radius, *_came_from(rows[number - 1]))
    return [found[number] for number in sorted(found)]


def _came_from(row: Standing) -> tuple[float | None, float | None]:
    if not row.has_moved or row.before is None:
        return None, None
    return LEFT + (row.before.interest - 0.5) * CELL, TOP + (5.5 - row.before.influence) * CELL


def finding(rows: Sequence[Standing], names: dict[UUID, str], unscored: int) -> str:
    """Say in a sentence or two what the field shows."""
    if not rows:
        return "Voor deze opgave is nog geen enkele partij ingeschat."
    close = [row for row in rows if approach(row.now) == "nauw betrekken"]
    moved = [row for row in rows if row.has_moved]
    first = (
        f"{_count(len(close), 'partij heeft', 'partijen hebben')} veel invloed én veel belang: "
        f"{_listed([names[row.organisation] for row in close])}."
        if close
        else "Geen partij heeft tegelijk veel invloed en veel belang."
    )
    rest = f" {_count(len(moved), 'partij verschoof', 'partijen verschoven')}." if moved else ""
    missing = f" {_count(unscored, 'partij is', 'partijen zijn')} nog niet ingeschat." if unscored else ""
    return first + rest + missing


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:3])
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} en nog {rest}"
    return " en ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
