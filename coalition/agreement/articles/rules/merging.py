"""Bringing two changes of one text together, line by line, when they do not touch. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Change = tuple[int, int, list[str]]


@dataclass(frozen=True)
class Merged:
    """The text with both changes, or with one's own alone where they touch the same lines."""

    text: str
    is_clean: bool


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Return what two people made of `base` as one text; where they changed the same or neighbouring lines it is not clean.

    Not clean, the text is `mine` to the letter: a person decides. What both changed alike is no clash.
    """
    if theirs in {base, mine}:
        return Merged(mine, is_clean=True)
    if mine == base:
        return Merged(theirs, is_clean=True)
    old = base.split("\n")
    own, other = _changes(old, mine.split("\n")), _changes(old, theirs.split("\n"))
    both = [change for change in other if change not in own]
    if any(_touch(first, second) for first in own for second in both):
        return Merged(mine, is_clean=False)
    lines = list(old)
    for start, end, new in sorted([*own, *both], reverse=True):
        lines[start:end] = new
    return Merged("\n".join(lines), is_clean=True)


def _changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(a1, a2, list(new[b1:b2])) for kind, a1, a2, b1, b2 in codes if kind != "equal"]


def _touch(first: Change, second: Change) -> bool:
    return first[0] <= second[1] and second[0] <= first[1]
