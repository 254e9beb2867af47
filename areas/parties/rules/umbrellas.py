"""Which organisation is a member of which: the chain that a new membership would close into a circle. Pure."""

from collections.abc import Hashable, Iterable
from itertools import pairwise


def closing_chain[Key: Hashable](member: Key, umbrella: Key, links: Iterable[tuple[Key, Key]]) -> list[Key]:
    """Return the circle that making `member` a member of `umbrella` would close; empty when there is none.

    `links` are (member, umbrella) as they are now. The circle begins and ends with `member`, and is
    the shortest there is: A is a member of B, B of C, C of A.
    """
    if member == umbrella:
        return [member, member]
    above: dict[Key, list[Key]] = {}
    for below, over in links:
        above.setdefault(below, []).append(over)
    came_from: dict[Key, Key] = {umbrella: member}
    layer = [umbrella]
    while layer and member not in layer:
        layer = [over for below in layer for over in _first_seen(below, above, came_from)]
    return _walked_back(member, umbrella, came_from) if layer else []


def _first_seen[Key: Hashable](below: Key, above: dict[Key, list[Key]], came_from: dict[Key, Key]) -> list[Key]:
    found = []
    for over in above.get(below, []):
        if over not in came_from:
            came_from[over] = below
            found.append(over)
    return found


def _walked_back[Key: Hashable](member: Key, umbrella: Key, came_from: dict[Key, Key]) -> list[Key]:
    chain = [member]
    while chain[-1] != umbrella:
        chain.append(came_from[chain[-1]])
    return [*chain, member][::-1]


def chain_in_words(names: list[str]) -> str:
    """Say a circle of names: “A is lid van B, B is lid van C en C is lid van A”."""
    steps = [f"{below} is lid van {over}" for below, over in pairwise(names)]
    return " en ".join(filter(None, [", ".join(steps[:-1]), steps[-1]])) if steps else ""
