"""Where each node of a network is drawn: the same network gives the same picture, on every machine and in print. Pure.

Every node begins on a spot that its own id tells, so that nothing depends on chance or on the order in which
nodes come in, and a node more moves the others but little. Parts without a tie between them get a room each.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    import igraph  # else only where a graph is made: every process would pay for it at its start

type Point = tuple[float, float]
type Box = tuple[float, float, float, float]  # left, top, width, height

CAREFUL = 90
"""Up to so many nodes the slow way is used, which leaves most room for names."""
_SEED = 20221
_ONE_AT_A_TIME = Lock()  # igraph has one source of chance for the whole process


def lay_out(
    nodes: Iterable[UUID], pairs: Iterable[tuple[UUID, UUID]], *, width: float, height: float, margin: float = 0
) -> dict[UUID, tuple[int, int]]:
    """Return whole coordinates for every node, inside the margin of a sheet of this size."""
    import igraph

    ordered = sorted(set(nodes))
    known = {node: index for index, node in enumerate(ordered)}
    edges = sorted({tuple(sorted((known[one], known[other]))) for one, other in pairs if one != other})
    graph = igraph.Graph(n=len(ordered), edges=edges)
    parts = sorted((sorted(part) for part in graph.connected_components()), key=lambda part: (-len(part), part))
    found: dict[UUID, tuple[int, int]] = {}
    sheet = (margin, margin, width - 2 * margin, height - 2 * margin)
    for part, box in zip(parts, _boxes([len(part) for part in parts], sheet), strict=True):
        ids = [ordered[index] for index in part]
        points = _turned(_drawn(graph.induced_subgraph(part), ids))
        found |= {node: (round(x), round(y)) for node, (x, y) in zip(ids, _fitted(points, box), strict=True)}
    return found


def spread(
    points: Mapping[UUID, tuple[int, int]], *, apart: float, width: float, height: float
) -> dict[UUID, tuple[int, int]]:
    """Return the points pushed so far apart that their marks hardly cover each other; the order of pushing is fixed."""
    spots = {node: [float(x), float(y)] for node, (x, y) in sorted(points.items())}
    for _ in range(12):
        if not _push(spots, apart):
            break
    edge = apart / 2
    return {
        node: (round(min(max(x, edge), width - edge)), round(min(max(y, edge), height - edge)))
        for node, (x, y) in spots.items()
    }


def _push(spots: dict[UUID, list[float]], apart: float) -> bool:
    """Push every two that are too close half of what lacks; look only at who shares a square or stands beside it."""
    squares: dict[tuple[int, int], list[UUID]] = {}
    for node, (x, y) in spots.items():
        squares.setdefault((int(x // apart), int(y // apart)), []).append(node)
    moved = False
    for (column, row), here in squares.items():
        near = [
            node
            for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1), (-1, 1))
            for node in squares.get((column + dx, row + dy), ())
        ]
        for index, one in enumerate(here):
            for other in near[index + 1 :]:
                moved |= _part(spots[one], spots[other], apart)
    return moved


def _part(one: list[float], other: list[float], apart: float) -> bool:
    dx, dy = other[0] - one[0], other[1] - one[1]
    distance = math.hypot(dx, dy)
    if distance >= apart - 0.5:
        return False
    if distance == 0:
        dx, dy, distance = 1.0, 0.5, math.hypot(1, 0.5)
    step = (apart - distance) / 2 / distance
    one[0] -= dx * step
    one[1] -= dy * step
    other[0] += dx * step
    other[1] += dy * step
    return True


def _boxes(sizes: Sequence[int], sheet: Box) -> list[Box]:
    """Give the largest part the top of the sheet; the others stand in a row below it, as wide as they are large."""
    left, top, width, height = sheet
    if len(sizes) < 2:
        return [sheet] * len(sizes)
    small = sizes[1:]
    share = min(max(sum(small) / sum(sizes), 0.16), 0.5)
    gap = min(40.0, width / len(small) / 3)
    row_top, row_height = top + height * (1 - share) + gap, height * share - gap
    weights = [math.sqrt(size) for size in small]
    room = width - gap * (len(small) - 1)
    boxes: list[Box] = [(left, top, width, height * (1 - share))]
    for weight in weights:
        boxes.append((left, row_top, room * weight / sum(weights), row_height))
        left += room * weight / sum(weights) + gap
    return boxes


def _drawn(graph: igraph.Graph, ids: Sequence[UUID]) -> list[Point]:
    size = len(ids)
    if size < 3:
        return [(float(index), 0.0) for index in range(size)]
    import igraph

    start = [_spot(node) for node in ids]
    with _ONE_AT_A_TIME:
        igraph.set_random_number_generator(random.Random(_SEED))  # noqa: S311  for a picture
        try:
            layout = _forces(graph, start)
        finally:
            igraph.set_random_number_generator(random)
    return [(x, y) for x, y in layout]


def _forces(graph: igraph.Graph, start: list[Point]) -> igraph.Layout:
    size = graph.vcount()
    if size <= CAREFUL:
        return graph.layout_kamada_kawai(seed=start)
    rounds = 120 if size <= 400 else 14
    return graph.layout_fruchterman_reingold(seed=start, niter=rounds, grid=size > 400)


def _spot(node: UUID) -> Point:
    """Return where a node begins, told by its id alone."""
    digest = blake2b(node.bytes, digest_size=8).digest()
    angle = int.from_bytes(digest[:4]) / 2**32 * 2 * math.pi
    far = 5 + int.from_bytes(digest[4:]) / 2**32 * 5
    return far * math.cos(angle), far * math.sin(angle)


def _turned(points: Sequence[Point]) -> list[Point]:
    """Return the points with their longest side lying flat: a sheet is wider than it is high."""
    size = len(points)
    mean_x, mean_y = sum(x for x, _ in points) / size, sum(y for _, y in points) / size
    flat = [(x - mean_x, y - mean_y) for x, y in points]
    xx, yy, xy = sum(x * x for x, _ in flat), sum(y * y for _, y in flat), sum(x * y for x, y in flat)
    angle = 0.5 * math.atan2(2 * xy, xx - yy)
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x * cos + y * sin, y * cos - x * sin) for x, y in flat]


def _fitted(points: Sequence[Point], box: Box) -> list[Point]:
    """Return the points stretched over a box; what has no breadth stands in the middle of it."""
    left, top, width, height = box
    return list(
        zip(
            _stretched([x for x, _ in points], left, width),
            _stretched([y for _, y in points], top, height),
            strict=True,
        )
    )


def _stretched(values: Sequence[float], start: float, length: float) -> list[float]:
    low, high = min(values), max(values)
    if high - low < 1e-6:
        return [start + length / 2] * len(values)
    return [start + (value - low) / (high - low) * length for value in values]
