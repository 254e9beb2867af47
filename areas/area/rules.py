"""Where an area's dot stands on the small map of the Netherlands. Pure: numbers in, numbers out.

The map is 256 wide and 292 high. Its outline (templates/areas/area/_map.html) is our own drawing, made
with the same formula: a degree of longitude is 62 units and a degree of latitude 100, about their
real proportion at 52 degrees north, where the cosine is 0.616.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from math import hypot

WIDTH, HEIGHT = 256, 292
WEST, NORTH = 3.25, 53.62
DOT_RADIUS = 8
_GAP = 2 * DOT_RADIUS + 1
_ROUNDS = 60

Point = tuple[float, float]


@dataclass(frozen=True)
class Dot:
    """A dot on the map; the numbers are text, so that no template puts a Dutch comma in them."""

    number: int
    label: str
    target: str
    x: str
    y: str
    text_y: str
    is_far: bool


@dataclass(frozen=True)
class Place:
    """What a dot needs to know of an area: where it lies, what it says and where it leads."""

    number: int
    label: str
    target: str
    latitude: Decimal
    longitude: Decimal
    is_far: bool = False


def dots(places: Iterable[Place]) -> list[Dot]:
    """Return the dots of these places, none covering another."""
    shown = list(places)
    spots = spread(tuple(project(float(place.latitude), float(place.longitude)) for place in shown))
    return [
        Dot(place.number, place.label, place.target, f"{x:g}", f"{y:g}", f"{y + 3.1:g}", place.is_far)
        for place, (x, y) in zip(shown, spots, strict=True)
    ]


def project(latitude: float, longitude: float) -> Point:
    """Return the place on the map, in units from the left top corner."""
    return 62 * (longitude - WEST), 100 * (NORTH - latitude)


@lru_cache(maxsize=256)
def spread(points: tuple[Point, ...], gap: float = _GAP) -> tuple[Point, ...]:
    """Return the points moved just so far apart that no two dots cover each other.

    Each pair that is too close moves away from the other by the same distance, again and again.
    Points on exactly one place part to the left and the right. The same points always give the
    same answer.
    """
    places = [list(point) for point in points]
    for _ in range(_ROUNDS):
        moved = False
        for index, first in enumerate(places):
            for second in places[index + 1 :]:
                moved |= _part(first, second, gap)
        if not moved:
            break
    return tuple((round(x, 1), round(y, 1)) for x, y in places)


def _part(first: list[float], second: list[float], gap: float) -> bool:
    """Move two points half of what they lack each; tell whether that was needed."""
    across, down = second[0] - first[0], second[1] - first[1]
    distance = hypot(across, down)
    if distance >= gap - 1e-6:
        return False
    direction = (across / distance, down / distance) if distance else (1.0, 0.0)
    step = (gap - distance) / 2
    for axis in (0, 1):
        first[axis] -= direction[axis] * step
        second[axis] += direction[axis] * step
    return True
