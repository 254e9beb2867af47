"""What changed between two texts, in words. Pure: no ORM, no clock.

Texts become rows of words, gaps and signs; each different one gets a character of its own, so that
long texts are compared as short strings. Passages that occur once in both are the anchors; only what
lies between them is compared sign by sign. Afterwards confetti is swept together: where little stays
between two changes, the phrase as a whole is gone and new.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import Indel

Kind = Literal["same", "new", "gone"]

# A word holds its hyphens, apostrophes and decimals: Zuid-Limburg, 1.250.
_PART = re.compile(r"[^\S\n]+|\n[^\S\n]*|\w+(?:[.,:/'’&-]\w+)*|[^\w\s]")
_ENDS = frozenset(".!?…")
_ANCHORS = (12, 4, 2, 1)
"""Lengths of the passages that anchor two texts to each other, in parts."""
_FINE = 2
"""Anchors of at most this length are looked for only where it is worth the work."""
_MOST_WORK = 100_000_000
"""What comparing sign by sign may cost between two anchors, in signs times signs: a tenth of a second and 13 MB."""
_LEAST_ALIKE = 0.3
_FIRST_SIGN, _SURROGATES, _AFTER_SURROGATES = 0x100, 0xD800, 0xE000


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that both have, or only the new or only the old one."""

    kind: Kind
    text: str


@dataclass(slots=True)
class _Change:
    """What stands in the one text and what in the other, between two runs that are the same."""

    gone: str
    new: str


def word_differences(old: str, new: str) -> list[Piece]:
    """Return the pieces in order: what is gone stands before what came instead.

    Same and gone together are the old text to the letter, same and new the new text. No two pieces
    of one kind follow each other, and none is empty.
    """
    if old == new:
        return [Piece("same", old)] if old else []
    words = _Words()
    rows = _merged(_compared(words.signs(old), words.signs(new), _ANCHORS))
    sames, changes = _swept(_alternating(rows), words)
    for place in range(len(changes)):
        _slide(sames, changes, place, words)
    return [Piece(kind, words.text(signs)) for kind, signs in _merged(_rows(sames, changes))]


def is_changed(pieces: Iterable[Piece]) -> bool:
    """Tell whether anything is gone or new."""
    return any(piece.kind != "same" for piece in pieces)


def side(pieces: Iterable[Piece], *, without: Kind) -> list[Piece]:
    """Return the pieces of one text: without "new" those of the old one, without "gone" those of the new one."""
    return [piece for piece in pieces if piece.kind != without]


def paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[int | None, int | None]]:
    """Say which row of a list became which: pairs of places, None where a row is gone or new.

    Rows that stayed the same keep each other; between them the first row that looks like it is taken.
    Every place occurs once, and both lists keep their order.
    """
    found: list[tuple[int | None, int | None]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            found += zip(range(first, last), range(start, end), strict=True)
        else:
            found += _look_alikes(old, new, range(first, last), range(start, end))
    return found


def _look_alikes(
    old: Sequence[str], new: Sequence[str], gone: range, came: range
) -> Iterator[tuple[int | None, int | None]]:
    """Pair rows that share half of their words, in order; give the others one by one."""
    words = {place: Counter(_PART.findall(new[place].lower())) for place in came}
    start = came.start
    for place in gone:
        mine = Counter(_PART.findall(old[place].lower()))
        alike = next((other for other in range(start, came.stop) if _alike(mine, words[other]) >= 0.5), None)
        if alike is None:
            yield place, None
            continue
        yield from ((None, other) for other in range(start, alike))
        yield place, alike
        start = alike + 1
    yield from ((None, other) for other in range(start, came.stop))


def _alike(one: Counter[str], other: Counter[str]) -> float:
    """Return the share of parts both have: 1 is all, 0 is none."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())


# --- Words as characters -----------------------------------------------------------------------


class _Words:
    """A character for each different word, and what one needs to know of it."""

    def __init__(self) -> None:
        self._sign_of: dict[str, str] = {}
        self._word_of: dict[str, str] = {}
        self._light: dict[int, None] = {}
        self._breaks: set[str] = set()

    def signs(self, text: str) -> str:
        return "".join([self._sign_of.get(part) or self._add(part) for part in _PART.findall(text)])

    def text(self, signs: str) -> str:
        return "".join([self._word_of[sign] for sign in signs])

    def count(self, signs: str) -> int:
        """Count real words: gaps and signs weigh nothing."""
        return len(signs.translate(self._light))

    def has_break(self, signs: str) -> bool:
        return not self._breaks.isdisjoint(signs)

    def fit(self, whole: str, start: int, size: int) -> int:
        """Say how well a change would begin and end here."""
        return self._boundary(whole, start) + self._boundary(whole, start + size)

    def _boundary(self, whole: str, place: int) -> int:
        before = self.text(whole[max(0, place - 2) : place])
        after = self.text(whole[place : place + 1])
        if not before or not after or "\n" in after:
            return 4
        if before[-1].isspace():
            ends = "\n" in before[-1] or before.rstrip()[-1:] in _ENDS
            return 3 if ends else 2
        return 1 if after.isspace() else 0

    def _add(self, part: str) -> str:
        number = _FIRST_SIGN + len(self._sign_of)
        sign = chr(number if number < _SURROGATES else number - _SURROGATES + _AFTER_SURROGATES)
        self._sign_of[part], self._word_of[sign] = sign, part
        if not part[0].isalnum():
            self._light[ord(sign)] = None
        if "\n" in part:
            self._breaks.add(sign)
        return sign


# --- Comparing -----------------------------------------------------------------------------------

_Row = tuple[Kind, str]


def _compared(old: str, new: str, lengths: tuple[int, ...]) -> Iterator[_Row]:
    """Compare two rows of signs: around anchors of the first length, between them of the next ones."""
    first = _common_start(old, new)
    last = _common_start(old[first:][::-1], new[first:][::-1])
    yield "same", old[:first]
    yield from _between(old[first : len(old) - last], new[first : len(new) - last], lengths)
    yield "same", old[len(old) - last :]


def _between(old: str, new: str, lengths: tuple[int, ...]) -> Iterator[_Row]:
    if not old or not new:
        yield from (("gone", old), ("new", new))
    elif not lengths or (lengths[0] <= _FINE and not _is_worth_it(old, new)):
        yield from _one_by_one(old, new)
    else:
        here = there = 0
        for start, stop in _anchors(old, new, lengths[0]):
            if start >= here and stop >= there:  # passages may overlap
                yield from _compared(old[here:start], new[there:stop], lengths[1:])
                yield "same", old[start : start + lengths[0]]
                here, there = start + lengths[0], stop + lengths[0]
        yield from _compared(old[here:], new[there:], lengths[1:])


def _anchors(old: str, new: str, length: int) -> list[tuple[int, int]]:
    """Return where passages stand that occur once in both texts, as many as keep their order."""
    ours, theirs = _once(old, length), _once(new, length)
    pairs = [(place, theirs[passage]) for passage, place in ours.items() if passage in theirs]
    tails: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, other) in enumerate(pairs):
        rank = bisect_left(tails, other)
        before.append(tops[rank - 1] if rank else -1)
        if rank == len(tails):
            tails.append(other)
            tops.append(index)
        else:
            tails[rank], tops[rank] = other, index
    chain = []
    index = tops[-1] if tops else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def _once(signs: str, length: int) -> dict[str, int]:
    """Return the passages of this length that occur once, with their places, in order."""
    # Of long passages some are enough: which ones, their first sign says, in both texts the same.
    step = max(1, length // 3)
    places = [place for place in range(len(signs) - length + 1) if step == 1 or not ord(signs[place]) % step]
    passages = [signs[place : place + length] for place in places]
    times = Counter(passages)
    return {passage: place for place, passage in zip(places, passages, strict=True) if times[passage] == 1}


def _one_by_one(old: str, new: str) -> Iterator[_Row]:
    if not _is_worth_it(old, new):
        yield from (("gone", old), ("new", new))
        return
    for step in Indel.opcodes(old, new):
        if step.tag == "equal":
            yield "same", old[step.src_start : step.src_end]
        else:
            yield from (("gone", old[step.src_start : step.src_end]), ("new", new[step.dest_start : step.dest_end]))


def _is_worth_it(old: str, new: str) -> bool:
    return len(old) * len(new) <= _MOST_WORK and _alike(Counter(old), Counter(new)) >= _LEAST_ALIKE


def _common_start(one: str, other: str) -> int:
    """Return how many signs both begin with."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


# --- Making it readable --------------------------------------------------------------------------


def _alternating(rows: Iterable[_Row]) -> list[str | _Change]:
    """Return runs that are the same and changes in turn; it begins and ends with a run, empty or not."""
    found: list[str | _Change] = [""]
    for kind, signs in rows:
        last = found[-1]
        if kind == "same":
            if isinstance(last, str):
                found[-1] = last + signs
            else:
                found.append(signs)
        else:
            if isinstance(last, str):
                last = _Change("", "")
                found.append(last)
            last.gone += signs if kind == "gone" else ""
            last.new += signs if kind == "new" else ""
    return found if isinstance(found[-1], str) else [*found, ""]


def _swept(runs: list[str | _Change], words: _Words) -> tuple[list[str], list[_Change]]:
    """Take a run into its neighbours when it is no longer than the change on either side of it.

    A run with a line break in it stays: lines of a list keep their places.
    """
    sames: list[str] = [str(runs[0])]
    changes: list[_Change] = []
    sizes: list[int] = []
    for place in range(1, len(runs), 2):
        change = runs[place]
        assert isinstance(change, _Change)  # noqa: S101 - `_alternating` makes it so
        size = max(words.count(change.gone), words.count(change.new))
        while changes and not words.has_break(sames[-1]) and words.count(sames[-1]) <= min(size, sizes[-1]):
            was, between = changes.pop(), sames.pop()
            change = _Change(was.gone + between + change.gone, was.new + between + change.new)
            size += sizes.pop() + words.count(between)
        changes.append(change)
        sizes.append(size)
        sames.append(str(runs[place + 1]))
    return sames, changes


def _slide(sames: list[str], changes: list[_Change], place: int, words: _Words) -> None:
    """Move a pure addition or removal to where it reads best: whole lines, sentences, words."""
    change = changes[place]
    if change.gone and change.new:
        return
    size = len(change.gone or change.new)
    whole = sames[place] + (change.gone or change.new) + sames[place + 1]
    least = 0 if place == 0 else 1
    most = len(whole) - size - (0 if place == len(changes) - 1 else 1)
    start = len(sames[place])
    while start > least and whole[start - 1] == whole[start + size - 1]:
        start -= 1
    best = start
    while start < most and whole[start] == whole[start + size]:
        start += 1
        if words.fit(whole, start, size) >= words.fit(whole, best, size):
            best = start
    moved = whole[best : best + size]
    sames[place], sames[place + 1] = whole[:best], whole[best + size :]
    changes[place] = _Change(moved, "") if change.gone else _Change("", moved)


def _rows(sames: list[str], changes: list[_Change]) -> Iterator[_Row]:
    yield "same", sames[0]
    for change, same in zip(changes, sames[1:], strict=True):
        yield from (("gone", change.gone), ("new", change.new), ("same", same))


def _merged(rows: Iterable[_Row]) -> list[_Row]:
    """Drop what is empty and join neighbours of one kind."""
    found: list[_Row] = []
    for kind, signs in rows:
        if not signs:
            continue
        if found and found[-1][0] == kind:
            found[-1] = (kind, found[-1][1] + signs)
        else:
            found.append((kind, signs))
    return found
