"""The drawing of a network as shapes and lines with whole coordinates, ready for SVG. Pure.

A group is told by its shape and number, a kind of tie by its dashes; colour says nothing by itself.
Up to thirty parties carry their names; more carry the number of their line in the table.
"""

import math
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from coalition.analysis.network.rules.layout import lay_out, spread
from coalition.analysis.network.rules.network import Network, Place, Tie

FEW, NAMED = 14, 30
NUMBERED = 300
"""Above this only the most important ones carry a number, and lines of a kind are drawn as one."""
LOOSE_LINES = 400
MIXED = "alles"
DIRECTED = frozenset({"financiering", "opdracht", "toezicht", "lid-van"})
_LINE, _CHARACTER, _WRAP = 15, 6.9, 22

type Spots = Mapping[UUID, tuple[int, int]]
type Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Line:
    """Ties of one kind: one between two parties, or all of them in one path. `ends` are numbers of the table."""

    kind: str
    d: str
    ends: str = ""
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """One organisation in the picture, or, in a large network, a whole group of them."""

    d: str
    group: int
    hollow: bool
    number: int = 0
    name: str = ""
    x: int = 0
    y: int = 0
    words: tuple[tuple[int, str], ...] = ()  # y and text of each line of the name
    words_x: int = 0
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    lines: tuple[Line, ...]
    marks: tuple[Mark, ...]

    @property
    def dense(self) -> bool:
        """Whether there are so many lines that they are drawn thin, those of a kind together."""
        return any(not line.ends for line in self.lines)

    @property
    def named(self) -> bool:
        """Whether the parties carry their names."""
        return any(mark.words for mark in self.marks)


def draw(network: Network) -> Picture:
    """Return the drawing of everybody who is connected; `alone` stands in words beside it."""
    places = network.places
    small = len(places) <= NAMED
    width, height, margin = _sheet(len(places))
    nodes = [place.party.id for place in places]
    spots = lay_out(nodes, (tie.pair for tie in network.ties), width=width, height=height, margin=margin)
    if len(places) > NUMBERED:
        lines = _bundled_lines(network.ties, spots, by_kind=False)
        return Picture(width, height, lines, _bundled_marks(places, spots))
    radius = 10
    spots = spread(spots, apart=46 if small else 24, width=width, height=height)
    lines = (
        _loose_lines(network, spots, radius)
        if len(network.ties) <= LOOSE_LINES
        else _bundled_lines(network.ties, spots)
    )
    marks = _named_marks(network, spots, radius, (width, height)) if small else _numbered_marks(places, spots, radius)
    return Picture(width, height, lines, marks)


def _sheet(number: int) -> tuple[int, int, int]:
    """Width, height and margin: a few parties fit a telephone, names need room at the edge."""
    if number <= FEW:
        return 760, 600, 90
    return (1200, 760, 90) if number <= NAMED else (1200, 900, 24)


def shape(group: int, x: float, y: float, radius: float) -> str:
    """Return the outline of a group's mark around a point; six shapes, and then again but hollow."""
    return _SHAPES[(group - 1) % len(_SHAPES)](x, y, radius)


def is_hollow(group: int) -> bool:
    """Whether this group's mark is drawn open."""
    return (group - 1) // len(_SHAPES) % 2 == 1


def shape_name(group: int) -> str:
    """Return what people call the mark of a group: dichte cirkel, open vierkant."""
    noun, closed, opened = _NAMES[(group - 1) % len(_SHAPES)]
    return f"{opened if is_hollow(group) else closed} {noun}"


# --- Shapes ---------------------------------------------------------------------------------------
def _circle(x: float, y: float, r: float) -> str:
    return f"M{x - r:g} {y:g}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


def _polygon(*corners: tuple[float, float]) -> Callable[[float, float, float], str]:
    def outline(x: float, y: float, r: float) -> str:
        points = [(round(x + dx * r), round(y + dy * r)) for dx, dy in corners]
        return "M" + "L".join(f"{a} {b}" for a, b in points) + "z"

    return outline


_SHAPES: tuple[Callable[[float, float, float], str], ...] = (
    _circle,
    _polygon((-1, -1), (1, -1), (1, 1), (-1, 1)),
    _polygon((0, -1.5), (1.5, 1), (-1.5, 1)),
    _polygon((0, -1.45), (1.45, 0), (0, 1.45), (-1.45, 0)),
    _polygon((-0.65, -1.15), (0.65, -1.15), (1.3, 0), (0.65, 1.15), (-0.65, 1.15), (-1.3, 0)),
    _polygon((0, 1.5), (1.5, -1), (-1.5, -1)),
)
# The same shapes, small, drawn from a point that is named once: a large network must stay a small page.
_DOTS = (
    "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z",
    "m-3-3h6v6h-6z",
    "m0-4l4 7h-8z",
    "m0-4l4 4-4 4-4-4z",
    "m-2-3h4l2 3-2 3h-4l-2-3z",
    "m0 4l4-7h-8z",
)
_NAMES = (
    ("cirkel", "dichte", "open"),
    ("vierkant", "dicht", "open"),
    ("driehoek", "dichte", "open"),
    ("ruit", "dichte", "open"),
    ("zeshoek", "dichte", "open"),
    ("driehoek op zijn punt", "dichte", "open"),
)


def _dot(group: int) -> str:
    return _DOTS[(group - 1) % len(_DOTS)]


# --- Lines ----------------------------------------------------------------------------------------
def _loose_lines(network: Network, spots: Spots, radius: float) -> tuple[Line, ...]:
    by_pair: dict[tuple[UUID, UUID], dict[tuple[str, UUID], Tie]] = {}
    for tie in network.ties:
        # A second tie of the same kind adds no line; the other way round it does, where that means something.
        start = tie.first if tie.kind in DIRECTED else tie.pair[0]
        by_pair.setdefault(tie.pair, {}).setdefault((tie.kind, start), tie)
    lines = []
    for pair, ties in by_pair.items():
        ends = " ".join(str(network.by_id[end].number) for end in pair)
        for rank, ((kind, start), _tie) in enumerate(sorted(ties.items())):
            other = pair[1] if start == pair[0] else pair[0]
            shift = (rank - (len(ties) - 1) / 2) * 5 * (1 if start == pair[0] else -1)
            arrow = kind in DIRECTED
            lines.append(
                Line(kind, _stroke(spots[start], spots[other], shift, radius + 5 if arrow else 0), ends, arrow)
            )
    return tuple(lines)


def _stroke(start: tuple[int, int], end: tuple[int, int], shift: float, short: float) -> str:
    """Return a straight line, moved aside so that two between the same parties can both be seen."""
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    aside_x, aside_y = -uy * shift, ux * shift
    return (
        f"M{round(x1 + aside_x)} {round(y1 + aside_y)}"
        f"L{round(x2 - ux * short + aside_x)} {round(y2 - uy * short + aside_y)}"
    )


def _bundled_lines(ties: Sequence[Tie], spots: Spots, *, by_kind: bool = True) -> tuple[Line, ...]:
    """One path for each kind, or only for what binds and what does not, in runs without lifting the pen."""
    ways: dict[str, dict[tuple[int, int], set[tuple[int, int]]]] = {}
    for tie in ties:
        here, there = spots[tie.first], spots[tie.second]
        kind = tie.kind if by_kind or not tie.binds else MIXED
        ways.setdefault(kind, {}).setdefault(here, set()).add(there)
        ways[kind].setdefault(there, set()).add(here)
    return tuple(Line(kind, _runs(found)) for kind, found in sorted(ways.items()))


def _runs(ways: dict[tuple[int, int], set[tuple[int, int]]]) -> str:
    """Draw every line once, each run going on where the last line ended: that keeps the page small."""
    drawn = []
    # Who has an odd number of lines must be an end of some run: begin there.
    for begin in sorted(ways, key=lambda spot: (len(ways[spot]) % 2 == 0, spot)):
        while ways[begin]:
            path = [begin]
            while ends := ways[path[-1]]:
                there = min(ends)
                ends.discard(there)
                ways[there].discard(path[-1])
                path.append(there)
            drawn.append("M" + "L".join(f"{x} {y}" for x, y in path))
    return "".join(drawn)


# --- Marks ----------------------------------------------------------------------------------------
def _bundled_marks(places: Sequence[Place], spots: Spots) -> tuple[Mark, ...]:
    groups: dict[int, list[tuple[int, int]]] = {}
    for place in places:
        groups.setdefault(place.group, []).append(spots[place.party.id])
    whole = [
        Mark("".join(f"M{x} {y}{_dot(group or 1)}" for x, y in sorted(points)), group, is_hollow(group or 1))
        for group, points in sorted(groups.items())
    ]
    return (*whole, *_numbered_marks(places[:NAMED], spots, 10))


def _numbered_marks(places: Sequence[Place], spots: Spots, radius: float) -> tuple[Mark, ...]:
    return tuple(_mark(place, spots, radius) for place in places)


def _mark(place: Place, spots: Spots, radius: float, **words: object) -> Mark:
    x, y = spots[place.party.id]
    group = place.group or 1
    outline = shape(group, x, y, radius)
    return Mark(outline, place.group, is_hollow(group), place.number, place.party.name, x, y, **words)  # type: ignore[arg-type]


def _named_marks(network: Network, spots: Spots, radius: float, sheet: tuple[int, int]) -> tuple[Mark, ...]:
    """Put each name where it covers least: other marks and names first of all, and then lines."""
    taken: list[Box] = [_around(spots[place.party.id], radius + 3) for place in network.places]
    lines = sorted({(*spots[one], *spots[other]) for one, other in (tie.pair for tie in network.ties)})
    marks = []
    for place in network.places:
        words = _wrapped(place.party.name)
        options = _label_boxes(spots[place.party.id], words, radius)
        costs = [_cost(box, taken, lines) + _outside(box, sheet) for _, box in options]
        anchor, box = options[costs.index(min(costs))]
        taken.append(box)
        x = {"start": box[0], "end": box[2], "middle": (box[0] + box[2]) / 2}[anchor]
        placed = tuple((round(box[1] + 12 + rank * _LINE), line) for rank, line in enumerate(words))
        marks.append(_mark(place, spots, radius, words=placed, words_x=round(x), anchor=anchor))
    return tuple(marks)


def _cost(box: Box, taken: Sequence[Box], lines: Sequence[tuple[int, int, int, int]]) -> float:
    return 3 * sum(_overlap(box, other) for other in taken) + 8 * sum(_crossed(box, line) for line in lines)


def _crossed(box: Box, line: tuple[int, int, int, int]) -> float:
    """Return how many points of a line lie in a box."""
    x1, y1, x2, y2 = line
    begin, end = 0.0, 1.0
    for start, step, low, high in ((x1, x2 - x1, box[0], box[2]), (y1, y2 - y1, box[1], box[3])):
        if step == 0:
            if not low <= start <= high:
                return 0.0
            continue
        near, far = sorted(((low - start) / step, (high - start) / step))
        begin, end = max(begin, near), min(end, far)
    return max(0.0, end - begin) * math.hypot(x2 - x1, y2 - y1)


def _wrapped(name: str) -> list[str]:
    return textwrap.wrap(name, _WRAP, max_lines=3, placeholder="…") or [name]


def _label_boxes(spot: tuple[int, int], lines: Sequence[str], radius: float) -> list[tuple[str, Box]]:
    """Where a name may stand: right, left, below, above and the corners, the nicest first."""
    x, y = spot
    wide, high, off = max(map(len, lines)) * _CHARACTER, len(lines) * _LINE, radius + 6
    return [
        ("start", (x + off, y - high / 2, x + off + wide, y + high / 2)),
        ("end", (x - off - wide, y - high / 2, x - off, y + high / 2)),
        ("middle", (x - wide / 2, y + off, x + wide / 2, y + off + high)),
        ("middle", (x - wide / 2, y - off - high, x + wide / 2, y - off)),
        ("start", (x + off, y + off / 2, x + off + wide, y + off / 2 + high)),
        ("end", (x - off - wide, y + off / 2, x - off, y + off / 2 + high)),
        ("start", (x + off, y - off / 2 - high, x + off + wide, y - off / 2)),
        ("end", (x - off - wide, y - off / 2 - high, x - off, y - off / 2)),
    ]


def _around(spot: tuple[int, int], reach: float) -> Box:
    x, y = spot
    return (x - reach, y - reach, x + reach, y + reach)


def _overlap(one: Box, other: Box) -> float:
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _outside(box: Box, sheet: tuple[int, int]) -> float:
    over = max(0.0, -box[0]) + max(0.0, -box[1]) + max(0.0, box[2] - sheet[0]) + max(0.0, box[3] - sheet[1])
    return over * 100
