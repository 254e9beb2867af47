"""Which member or part of a changed text is which of the text before, so that references go along. Pure.

Only what is sure follows: the same words, else nearly the same words in the same place, else the only one left there.
What is not found again is lost, and somebody chooses.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.references import Reference, read_reference
from novex_portal.toolkit.law_text.tree import Block, Entry, Item, Paragraph, Way, ways

ALIKE = 0.6
"""So much of the words two places must share to be one."""
MARGIN = 0.2
"""So much more than with any other."""
MOST_COMPARED = 60
"""With more places in doubt under one member their words are not compared: nobody edits so much at once."""
_END = re.compile(r"(?:[.,;:]|; (?:en|of|alsmede))$")
_MEMBER = re.compile(r"\d+[a-z]?")
_TYPED = re.compile(r"\[\[([^\[\]\n]{1,150})\]\]")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference can lead: the way to it, its family and its words."""

    way: Way
    family: str
    words: str


@dataclass(slots=True)
class Followed:
    """Where the places of the text before are now; `in_place` are those only their label says so of."""

    now: dict[Way, Way] = field(default_factory=dict)
    in_place: list[Way] = field(default_factory=list)
    lost: list[Way] = field(default_factory=list)

    @property
    def moves(self) -> dict[str, str | None]:
        """What changed, as it can be kept: old way to new way, joined by a slash; None when it is lost."""
        moved: dict[str, str | None] = {"/".join(old): "/".join(new) for old, new in self.now.items() if old != new}
        return moved | {"/".join(way): None for way in self.lost}


def follow(old: str, new: str) -> Followed:
    """Return what became of every place of the old text in the new one."""
    return _Search(places_of(old), places_of(new)).run()


def places_of(text: str) -> list[Place]:
    """Return the places a reference can lead to: members and parts, each way once."""
    found = [
        Place(way, item.family, _END.sub("", " ".join(_words(item)).strip()))
        for way, item in ways(read(text).children)
        if item.role != "point"
    ]
    counts = Counter(place.way for place in found)
    return [place for place in found if counts[place.way] == 1]


def _words(item: Item) -> list[str]:
    """The words of an item itself; those of all that is in it when it has none."""
    own = [line.text for child in item.children if isinstance(child, Paragraph) for line in child.lines]
    return own or list(_all_words(item.children))


def _all_words(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Item):
            yield from _words(block)
        elif isinstance(block, Entry):
            yield block.line.text


class _Search:
    def __init__(self, before: list[Place], after: list[Place]) -> None:
        self.before = {place.way: place for place in before}
        self.after = {place.way: place for place in after}
        self.found = Followed({(): ()})
        self.taken: set[Way] = set()

    def run(self) -> Followed:
        """Pair what is surest first; what is found anew may bring along what stands in it."""
        surest: list[Callable[[], bool]] = [self._same_words, self._same, self._anywhere, self._alike, self._in_place]
        while any(step() for step in surest):
            pass
        self.found.lost = [way for way in self.before if way not in self.found.now]
        del self.found.now[()]
        return self.found

    def _pair(self, old: Way, new: Way) -> bool:
        self.found.now[old] = new
        self.taken.add(new)
        return True

    def _left(self) -> list[Place]:
        return [place for way, place in self.before.items() if way not in self.found.now]

    def _free(self) -> list[Place]:
        return [place for way, place in self.after.items() if way not in self.taken]

    def _families(self) -> Iterator[tuple[list[Place], list[Place]]]:
        """Yield what is left under each parent that was found again, with what is free under it now."""
        free: dict[Way, list[Place]] = {}
        for place in self._free():
            free.setdefault(place.way[:-1], []).append(place)
        left: dict[Way, list[Place]] = {}
        for place in self._left():
            left.setdefault(place.way[:-1], []).append(place)
        for parent, places in left.items():
            now = self.found.now.get(parent)
            if now is not None and now in free:
                yield places, free[now]

    def _same(self) -> bool:
        """The same label with the same words, in the same member."""
        found = False
        for left, free in self._families():
            labelled = {place.way[-1]: place for place in free}
            for place in left:
                other = labelled.get(place.way[-1])
                if other and other.words == place.words:
                    found = self._pair(place.way, other.way)
        return found

    def _same_words(self) -> bool:
        """The same words in the same member; words that stand there more often, as often as before and in order."""
        found = False
        for left, free in self._families():
            found = self._by_words(left, free) or found
        return found

    def _anywhere(self) -> bool:
        """The same words anywhere, once before and once now."""
        return self._by_words(self._left(), self._free(), most=1)

    def _by_words(self, left: Sequence[Place], free: Sequence[Place], most: int = 1_000) -> bool:
        found = False
        for words in dict.fromkeys(place.words for place in left if place.words):
            old = [place for place in left if place.words == words]
            new = [place for place in free if place.words == words]
            if len(old) == len(new) <= most:
                for one, other in zip(old, new, strict=True):
                    found = self._pair(one.way, other.way)
        return found

    def _alike(self) -> bool:
        """Nearly the same words in the same member, and clearly more so than any other there."""
        found = False
        for left, free in self._families():
            if max(len(left), len(free)) > MOST_COMPARED:
                continue
            scores = {(a.way, b.way): alike(a.words, b.words) for a in left for b in free}
            for (old, new), score in scores.items():
                rivals = [
                    other
                    for pair, other in scores.items()
                    if pair != (old, new) and (pair[0] == old or pair[1] == new)
                ]
                if score >= ALIKE and all(score - other >= MARGIN for other in rivals):
                    found = self._pair(old, new)
        return found

    def _in_place(self) -> bool:
        """The only one of its family that is left in its member, with the same label."""
        found = False
        for left, free in self._families():
            for place in left:
                kin = [other for other in left if other.family == place.family]
                now = [other for other in free if other.family == place.family]
                if len(kin) == len(now) == 1 and now[0].way[-1] == place.way[-1]:
                    self.found.in_place.append(place.way)
                    found = self._pair(place.way, now[0].way)
        return found


def alike(one: str, other: str) -> float:
    """Return which part of their words two texts share, from 0 to 1."""
    mine, theirs = Counter(one.lower().split()), Counter(other.lower().split())
    return 2 * (mine & theirs).total() / ((mine.total() + theirs.total()) or 1)


def led_to(reference: Reference, way: Way) -> Reference:
    """Return a reference that leads elsewhere, typed in the same manner."""
    has_member = bool(way) and bool(_MEMBER.fullmatch(way[0]))
    return replace(reference, member=way[0] if has_member else "", parts=way[has_member:])


def carried(old: str, new: str, lost: Callable[[str], str]) -> str:
    """Return a new text in which the references to its own members go along with these.

    A line nobody touched means what it meant; what was written anew means what it says. `lost` gives what stands in
    the place of a reference to a member that is gone.
    """
    found = follow(old, new)
    if not found.moves:
        return new
    on_line = partial(_TYPED.sub, lambda match: _carried(match, found, lost))
    bodies, now = {_body(line) for line in old.split("\n")}, {_body(line) for line in new.split("\n")}
    moved_already = {on_line(body) for body in bodies if "[[" in body and body not in now}
    lines = new.split("\n")
    return "\n".join(
        on_line(line) if "[[" in line and _body(line) in bodies and _body(line) not in moved_already else line
        for line in lines
    )


def _carried(match: re.Match[str], found: Followed, lost: Callable[[str], str]) -> str:
    reference = read_reference(match[1])
    if reference is None or reference.article or reference.labels not in {*found.now, *found.lost}:
        return match[0]
    way = found.now.get(reference.labels)
    if way is None:
        return lost(reference.words)
    return match[0] if way == reference.labels else f"[[{led_to(reference, way).words}]]"


def _body(line: str) -> str:
    """Return a line without its label and the white space around it."""
    first, _, rest = line.strip().partition(" ")
    return rest.strip() if re.fullmatch(r"(?:\d+[a-z]?|[a-z]{1,3})[.)]|\d+[°º]\.?", first) else line.strip()
