"""Bringing two changes of one text together where they do not touch. Pure.

`merge` is for two who write in one form: by line, and not at all where lines touch. `weave` tells stretch by stretch what
two made of a text, and looks at the words of lines that both changed: of those a person can choose.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from novex_portal.toolkit.text.differences import word_differences

Change = tuple[int, int, str]  # from and until where in the old text, and what stands there instead


@dataclass(frozen=True)
class Merged:
    """The text with both changes, or with one's own alone where they touch the same lines."""

    text: str
    is_clean: bool


@dataclass(frozen=True)
class Stretch:
    """A run of the text as it was, and what each of two made of it."""

    base: str
    mine: str
    theirs: str

    @property
    def is_clash(self) -> bool:
        """Whether both changed it, each in another way."""
        return self.base != self.mine != self.theirs != self.base

    @property
    def text(self) -> str:
        """How it reads with both changes; of a clash one's own."""
        return self.theirs if self.mine == self.base else self.mine


def merge(base: str, mine: str, theirs: str) -> Merged:
    """Return what two people made of `base` as one text; where they changed the same or neighbouring lines it is not clean.

    Not clean, the text is `mine` to the letter: a person decides. What both changed alike is no clash.
    """
    if theirs in {base, mine}:
        return Merged(mine, is_clean=True)
    found = _by_line(base, mine, theirs)
    if any(row.is_clash for row in found):
        return Merged(mine, is_clean=False)
    return Merged(joined(row.text for row in found), is_clean=True)


def weave(base: str, mine: str, theirs: str) -> list[Stretch]:
    """Return the whole text in stretches; only words that both changed, or that touch each other, are a clash.

    Its last line ends as every line does: `joined` makes a text of stretches again.
    """
    found: list[Stretch] = []
    for row in _by_line(base, mine, theirs):
        found += [row] if row.base == row.mine == row.theirs else _by_word(row)
    return found


def joined(parts: Iterable[str]) -> str:
    """Return the words of stretches as one text."""
    return "".join(parts).removesuffix("\n")


def _by_line(base: str, mine: str, theirs: str) -> list[Stretch]:
    """Every line ends, the last one too: what follows a last line is then no change of it."""
    old = _lines(base)
    return _woven(base + "\n", _line_changes(old, _lines(mine)), _line_changes(old, _lines(theirs)))


def _by_word(row: Stretch) -> list[Stretch]:
    return _woven(row.base, _word_changes(row.base, row.mine), _word_changes(row.base, row.theirs))


def _woven(base: str, mine: list[Change], theirs: list[Change]) -> list[Stretch]:
    """Cut the text where changes touch each other; what both changed alike stands by itself."""
    found, at = [], 0
    for own, other in _groups(mine, theirs):
        start, stop = min(row[0] for row in [*own, *other]), max(row[1] for row in [*own, *other])
        if at < start:
            found.append(Stretch(base[at:start], base[at:start], base[at:start]))
        found.append(Stretch(base[start:stop], _applied(base, start, stop, own), _applied(base, start, stop, other)))
        at = stop
    return [*found, Stretch(base[at:], base[at:], base[at:])] if at < len(base) else found


def _groups(mine: list[Change], theirs: list[Change]) -> list[tuple[list[Change], list[Change]]]:
    """Return in order what touches each other: one's own changes and the other's; what both did alike is by itself."""
    alike = set(mine) & set(theirs)
    groups: list[tuple[list[Change], list[Change]]] = [([change], [change]) for change in alike]
    rest = [(change, 0) for change in mine] + [(change, 1) for change in theirs]
    end = -1
    for change, side in sorted(row for row in rest if row[0] not in alike):
        if change[0] > end:
            groups.append(([], []))
        groups[-1][side].append(change)
        end = max(end, change[1])
    return sorted(groups, key=lambda group: [*group[0], *group[1]][0][:2])


def _applied(base: str, start: int, stop: int, changes: list[Change]) -> str:
    parts, at = [], start
    for begin, end, new in changes:
        parts += [base[at:begin], new]
        at = end
    return "".join([*parts, base[at:stop]])


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]


def _line_changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    places = [0]
    for line in old:
        places.append(places[-1] + len(line))
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(places[a1], places[a2], "".join(new[b1:b2])) for kind, a1, a2, b1, b2 in codes if kind != "equal"]


def _word_changes(old: str, new: str) -> list[Change]:
    """Return the differences in words as changes; what is gone and what came instead are one."""
    found: list[Change] = []
    at = 0
    for piece in word_differences(old, new):
        if piece.kind == "same":
            at += len(piece.text)
        elif piece.kind == "gone":
            found.append((at, at + len(piece.text), ""))
            at += len(piece.text)
        elif found and found[-1][1] == at and not found[-1][2]:
            found[-1] = (found[-1][0], at, piece.text)
        else:
            found.append((at, at, piece.text))
    return found
