"""What proposals for one article touch, whether they get in each other's way, and what of one stands in the text. Pure."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from coalition.agreement.articles.rules.citing import Cited
from coalition.agreement.articles.rules.merging import Stretch, joined, weave
from novex_portal.toolkit.text.differences import Piece, word_differences


class Stands(StrEnum):
    """What of a change that was proposed stands in the text as it is now, in words."""

    THERE = "Staat in de tekst"
    NOT = "Staat er niet in"
    OTHERWISE = "Er staan andere woorden"

    @property
    def sign(self) -> str:
        """The sign it gets beside its words."""
        return {Stands.THERE: "good", Stands.NOT: "idle", Stands.OTHERWISE: "attention"}[self]


@dataclass(frozen=True)
class ProposedChange:
    """One change of a proposal: which words, where they stood when it was made, and what stands there now."""

    where: str  # "tweede lid, regel 7"
    pieces: list[Piece]
    stands: Stands
    now: str


class Choice(StrEnum):
    """Whose words stay where two changed the same ones."""

    KEEP = "nu"
    PROPOSED = "voorstel"


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


def changes_of(on: Cited, proposed: str, now: str) -> list[ProposedChange]:
    """Return the changes of a proposal on the text it was made on, each with what came of it in the text of now."""
    there = list(_changed(weave(on.text, proposed, now)))
    return [
        ProposedChange(on.cite(start, end), _pieces(row), _stands(held), held.theirs.strip())
        for start, end, row in _changed(weave(on.text, proposed, on.text))
        for held in [min(there, key=lambda other: max(other[0] - end, start - other[1], 0))[2]]
    ]


def _changed(found: Iterable[Stretch]) -> Iterator[tuple[int, int, Stretch]]:
    """Yield what a proposal changes, each with where it stands in the text it was made on."""
    at = 0
    for row in found:
        if row.mine != row.base:
            yield at, at + len(row.base), row
        at += len(row.base)


def citations(on: Cited, proposed: str) -> list[str]:
    """Return the places a proposal touches, each once."""
    return list(dict.fromkeys(change.where for change in changes_of(on, proposed, on.text)))


def in_the_text(changes: Iterable[ProposedChange]) -> str:
    """Say what of a proposal stands in the text: all of it, a part of it, or nothing; empty when it changes nothing."""
    stands = [change.stands for change in changes]
    there = stands.count(Stands.THERE)
    if not stands:
        return ""
    if there == len(stands):
        return "Dit voorstel staat helemaal in de tekst van nu."
    return (
        "Dit voorstel staat voor een deel in de tekst van nu."
        if there
        else "Dit voorstel staat niet in de tekst van nu."
    )


@dataclass(frozen=True)
class TakingOver:
    """What a proposal and the text of now come to together: in stretches, with where both changed the same words."""

    title: Stretch
    text: list[Stretch]

    @property
    def clashes(self) -> list[Stretch]:
        """Where both changed the same words: the title first, then in the order of the text."""
        return [row for row in [self.title, *self.text] if row.is_clash]

    def result(self, choices: Sequence[str]) -> tuple[str, str]:
        """Return the title and text with the proposal in them; `choices` say whose words stay, for each clash in order.

        Raises ValueError when there is not one choice for each.
        """
        if len(choices) != len(self.clashes):
            raise ValueError(f"{len(choices)} choices for {len(self.clashes)} clashes")
        left = iter(choices)
        title, *parts = [_kept(row, next(left)) if row.is_clash else row.text for row in [self.title, *self.text]]
        return title, joined(parts)

    @property
    def kept(self) -> tuple[str, str]:
        """The title and text with all that does not clash, and of a clash the words of now."""
        return self.result([Choice.KEEP] * len(self.clashes))


def taking_over(on: tuple[str, str], proposed: tuple[str, str], now: tuple[str, str]) -> TakingOver:
    """Bring a proposal and the text of now together, each a title and a text; a title is taken as a whole."""
    return TakingOver(Stretch(on[0], proposed[0], now[0]), weave(on[1], proposed[1], now[1]))


def _kept(row: Stretch, choice: str) -> str:
    return row.mine if Choice(choice) == Choice.PROPOSED else row.theirs


def _pieces(row: Stretch) -> list[Piece]:
    pieces = (Piece("gone", row.base.strip("\n")), Piece("new", row.mine.strip("\n")))
    return [piece for piece in pieces if piece.text]


def _stands(row: Stretch) -> Stands:
    if row.theirs == row.mine:
        return Stands.THERE
    return Stands.NOT if row.theirs == row.base else Stands.OTHERWISE
