"""What a network of organisations tells: who has many ties, who is a bridge, what falls apart without whom. Pure.

Every number can be explained in a sentence: ties are counted, betweenness is the share of shortest ways
that pass a party, groups come from comparing ties inside with ties outside. Nothing depends on chance or
on the order of what comes in.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    import igraph  # else only where a graph is made: every process would pay for it at its start


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation of the area; `kind` is what sort of party it is."""

    id: UUID
    name: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Tie:
    """Two organisations that are connected somehow; `people` are two roles that know each other."""

    first: UUID
    second: UUID
    kind: str
    people: tuple[str, str] | None = None
    binds: bool = True  # a tension connects nobody: no way leads along it

    @property
    def pair(self) -> tuple[UUID, UUID]:
        """The two in one order."""
        return (self.first, self.second) if self.first < self.second else (self.second, self.first)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one organisation stands in the network. `number` is its line in the table, and its mark in the picture."""

    party: Party
    number: int
    degree: int
    between: float  # 0 to 1: share of the shortest ways between two others that pass here
    group: int  # 0 for who has no ties
    is_bridge: bool

    @property
    def reach(self) -> str:
        """The betweenness in words, so that nobody has to know what the number means."""
        if self.between >= 0.2:
            return "zeer vaak"
        if self.between >= 0.05:
            return "vaak"
        return "soms" if self.between > 0 else "nooit"


@dataclass(frozen=True, slots=True)
class Gap:
    """What happens when one organisation falls away: the parts that are cut off from the largest part that is left."""

    party: Party
    cut_off: tuple[tuple[Party, ...], ...]
    rest: frozenset[UUID]  # the largest part

    @property
    def lost(self) -> int:
        """How many parties lose their way to the largest part."""
        return sum(len(part) for part in self.cut_off)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way from party to party, with the best tie there is for it."""

    start: Party
    end: Party
    tie: Tie


@dataclass(frozen=True)
class Network:
    """A network worked out. `places` has who is connected, the most important first; `alone` has who is not."""

    places: tuple[Place, ...]
    alone: tuple[Party, ...]
    ties: tuple[Tie, ...]
    gaps: tuple[Gap, ...]
    components: int

    @cached_property
    def groups(self) -> int:
        """Into how many groups the parties fall."""
        return max((place.group for place in self.places), default=0)

    @cached_property
    def by_id(self) -> dict[UUID, Place]:
        return {place.party.id: place for place in self.places}

    @cached_property
    def pairs(self) -> int:
        """How many pairs of parties are connected, whatever the number of ties between them."""
        return len({tie.pair for tie in self.ties})


def work_out(parties: Iterable[Party], ties: Iterable[Tie]) -> Network:
    """Return the network of these parties; ties with somebody who is not among them are left out."""
    ordered = sorted(parties, key=_by_name)
    known = {party.id: index for index, party in enumerate(ordered)}
    kept = sorted(
        (tie for tie in ties if tie.first in known and tie.second in known and tie.first != tie.second),
        key=lambda tie: (known[tie.first], known[tie.second], tie.kind, tie.people or ("", "")),
    )
    graph = _graph(len(ordered), known, kept)
    touched = {known[end] for tie in kept for end in tie.pair}
    between = _betweenness(graph)
    cuts = graph.articulation_points()
    groups = _groups(graph, between)
    neighbours = _neighbours(len(ordered), known, kept)
    numbered = sorted(touched, key=lambda index: (-between[index], -len(neighbours[index]), index))
    places = tuple(
        Place(
            party=ordered[index],
            number=number,
            degree=len(neighbours[index]),
            between=between[index],
            group=groups[index],
            is_bridge=index in set(cuts),
        )
        for number, index in enumerate(numbered, start=1)
    )
    return Network(
        places=places,
        alone=tuple(party for index, party in enumerate(ordered) if index not in touched),
        ties=tuple(kept),
        gaps=_gaps(graph, ordered, cuts),
        components=sum(1 for part in graph.connected_components() if len(part) > 1),
    )


def around(ties: Iterable[Tie], centre: UUID, steps: int) -> set[UUID]:
    """Return who stands at most so many steps from one party, that party included."""
    ways: dict[UUID, set[UUID]] = {}
    for tie in ties:
        ways.setdefault(tie.first, set()).add(tie.second)
        ways.setdefault(tie.second, set()).add(tie.first)
    found, edge = {centre}, {centre}
    for _ in range(steps):
        edge = {end for start in edge for end in ways.get(start, ())} - found
        found |= edge
    return found


def way(parties: Iterable[Party], ties: Iterable[Tie], start: UUID, end: UUID) -> list[Step] | None:
    """Return the shortest way from one party to another; None when there is none.

    Of ways that are equally short, the one with most steps along people who know each other; then by name.
    """
    ordered = sorted(parties, key=_by_name)
    known = {party.id: index for index, party in enumerate(ordered)}
    if start not in known or end not in known:
        return None
    best = _best_ties(known, ties)
    came_from = _shortest(best, known[start], known[end])
    if came_from is None:
        return None
    trail = [known[end]]
    while trail[-1] != known[start]:
        trail.append(came_from[trail[-1]])
    trail.reverse()
    return [Step(ordered[here], ordered[there], best[here][there]) for here, there in pairwise(trail)]


# --- Inside ---------------------------------------------------------------------------------------
def _by_name(party: Party) -> tuple[str, UUID]:
    return party.name.casefold(), party.id


def _graph(size: int, known: Mapping[UUID, int], ties: Iterable[Tie]) -> igraph.Graph:
    import igraph

    edges = {tuple(sorted((known[tie.first], known[tie.second]))) for tie in ties if tie.binds}
    return igraph.Graph(n=size, edges=sorted(edges))


def _neighbours(size: int, known: Mapping[UUID, int], ties: Iterable[Tie]) -> list[set[int]]:
    found: list[set[int]] = [set() for _ in range(size)]
    for tie in ties:
        found[known[tie.first]].add(known[tie.second])
        found[known[tie.second]].add(known[tie.first])
    return found


def _betweenness(graph: igraph.Graph) -> list[float]:
    """Return for each the share of pairs of others whose shortest way passes it."""
    size = graph.vcount()
    most = (size - 1) * (size - 2) / 2
    # Rounded: the last digits differ by machine, and equal parties must come out equal.
    return [round(value / most, 6) if most > 0 else 0.0 for value in graph.betweenness()]


def _groups(graph: igraph.Graph, between: Sequence[float]) -> list[int]:
    """Return for each the number of its group, the largest group first; 0 for who has no ties.

    Greedy by modularity: groups are joined as long as that leaves more ties inside groups than chance would.
    """
    found = [0] * graph.vcount()
    if not graph.ecount():
        return found
    clusters = [sorted(part) for part in graph.community_fastgreedy().as_clustering() if len(part) > 1]
    clusters.sort(key=lambda part: (-len(part), part))
    for number, part in enumerate(clusters, start=1):
        for index in part:
            found[index] = number
    return found


def _gaps(graph: igraph.Graph, ordered: Sequence[Party], cuts: Iterable[int]) -> tuple[Gap, ...]:
    ways = graph.get_adjlist()
    gaps = []
    for cut in cuts:
        parts = sorted(_parts_without(ways, cut), key=lambda part: (-len(part), part))
        away = tuple(tuple(ordered[index] for index in part) for part in parts[1:])
        rest = frozenset(ordered[index].id for index in parts[0])
        gaps.append(Gap(ordered[cut], away, rest))
    return tuple(sorted(gaps, key=lambda gap: (-gap.lost, _by_name(gap.party))))


def _parts_without(ways: Sequence[Sequence[int]], cut: int) -> list[list[int]]:
    """Return the parts into which what hangs on one party falls when that party is gone."""
    seen = {cut}
    parts = []
    for begin in ways[cut]:
        if begin in seen:
            continue
        seen.add(begin)
        part = [begin]
        for here in part:
            fresh = [there for there in ways[here] if there not in seen]
            seen.update(fresh)
            part += fresh
        parts.append(sorted(part))
    return parts


def _best_ties(known: Mapping[UUID, int], ties: Iterable[Tie]) -> dict[int, dict[int, Tie]]:
    """Return for each pair the tie to go along: people who know each other before the rest, then by kind."""
    best: dict[int, dict[int, Tie]] = {}
    usable = (tie for tie in ties if tie.binds and tie.first in known and tie.second in known)
    for tie in sorted(usable, key=lambda tie: (tie.people is None, tie.kind, tie.pair)):
        here, there = known[tie.first], known[tie.second]
        best.setdefault(here, {}).setdefault(there, tie)
        best.setdefault(there, {}).setdefault(here, tie)
    return best


def _shortest(best: Mapping[int, Mapping[int, Tie]], start: int, end: int) -> dict[int, int] | None:
    came_from: dict[int, int] = {}
    queue: list[tuple[int, int, tuple[int, ...], int]] = [(0, 0, (start,), start)]
    while queue:
        steps, impersonal, trail, here = heapq.heappop(queue)
        if here in came_from:
            continue
        came_from[here] = trail[-2] if len(trail) > 1 else here
        if here == end:
            return came_from
        for there, tie in best.get(here, {}).items():
            if there not in came_from:
                heapq.heappush(queue, (steps + 1, impersonal + (tie.people is None), (*trail, there), there))
    return None
