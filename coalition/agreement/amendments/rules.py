"""Whether proposals for one article get in each other's way. Pure: no ORM, no clock."""

from collections.abc import Hashable, Mapping

from novex_portal.toolkit.text.differences import word_differences


def touched(old: str, new: str) -> list[tuple[int, int]]:
    """Return the stretches of the old text a proposal takes away, or puts something in (of no length)."""
    found, at = [], 0
    for piece in word_differences(old, new):
        if piece.kind == "new":
            found.append((at, at))
        else:
            if piece.kind == "gone":
                found.append((at, at + len(piece.text)))
            at += len(piece.text)
    return found


def overlaps(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> bool:
    """Tell whether two proposals touch the same words, or put something in the same place."""
    return any(start <= end_of and start_of <= end for start, end in one for start_of, end_of in other)


def conflicts[Key: Hashable](text: str, proposals: Mapping[Key, str]) -> set[frozenset[Key]]:
    """Return the pairs of proposals that touch the same words of the text as it is now."""
    places = {key: touched(text, new) for key, new in proposals.items()}
    keys = list(places)
    return {
        frozenset((one, other))
        for at, one in enumerate(keys)
        for other in keys[at + 1 :]
        if overlaps(places[one], places[other])
    }
