"""How two texts of one factsheet differ, heading by heading. Pure: no ORM, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text.differences import Piece, is_changed, paired, word_differences

Pieces = list[Piece]


@dataclass(frozen=True)
class RowDifference:
    """One row under a heading: in both texts, or in one of them alone."""

    old: bool
    new: bool
    text: Pieces
    detail: Pieces
    source: Pieces
    status: Pieces

    @property
    def is_changed(self) -> bool:
        """Whether anything of the row is new or gone."""
        return any(is_changed(part) for part in (self.text, self.detail, self.source, self.status))


@dataclass(frozen=True)
class HeadingDifference:
    """One heading: its text, source, percentage and rows, each with what is new and gone."""

    heading: str
    label: str
    text: Pieces
    source: Pieces
    percentage: Pieces
    changed: tuple[RowDifference, ...]  # rows that are new, gone or changed
    kept: tuple[FactLine, ...]  # rows that stayed as they were

    @property
    def is_changed(self) -> bool:
        """Whether anything under the heading is new or gone."""
        return bool(self.changed) or self.has_text_changed

    @property
    def has_text_changed(self) -> bool:
        """Whether the text, its source or the percentage is not what it was."""
        return any(is_changed(part) for part in (self.text, self.source, self.percentage))

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands under the heading, then and now."""
        return not (self.text or self.source or self.percentage or self.changed or self.kept)

    @property
    def words(self) -> str:
        """Tekst gewijzigd, 2 regels nieuw, 1 regel vervallen."""
        new = sum(not row.old for row in self.changed)
        gone = sum(not row.new for row in self.changed)
        counts = ((len(self.changed) - new - gone, "gewijzigd"), (new, "nieuw"), (gone, "vervallen"))
        rows = [f"{counted(count, 'regel', 'regels')} {word}" for count, word in counts if count]
        return ", ".join(["tekst gewijzigd", *rows] if self.has_text_changed else rows).capitalize()


@dataclass(frozen=True)
class FactsheetDifference:
    """A whole factsheet then and later."""

    headings: tuple[HeadingDifference, ...]

    @property
    def changed(self) -> tuple[HeadingDifference, ...]:
        """The headings under which anything is new or gone."""
        return tuple(heading for heading in self.headings if heading.is_changed)

    @property
    def kept(self) -> tuple[HeadingDifference, ...]:
        """The headings that stayed as they were."""
        return tuple(heading for heading in self.headings if not heading.is_changed)

    @property
    def count(self) -> str:
        """3 van 9 koppen."""
        return f"{len(self.changed)} van {counted(len(self.headings), 'kop', 'koppen')}"

    @property
    def names(self) -> str:
        """hoofdopgave, ruimtelijke schuurpunten en contactpersonen."""
        return listed(heading.label[:1].lower() + heading.label[1:] for heading in self.changed)

    @property
    def summary(self) -> str:
        """What a page says first: how many headings changed, and which."""
        changed, total = len(self.changed), len(self.headings)
        if not changed:
            return "Er is niets veranderd: alle koppen zijn gelijk."
        verb = "is" if changed == 1 else "zijn"
        return f"{changed} van de {total} koppen {verb} veranderd: {self.names}."


def compare(old: FactsheetText, new: FactsheetText) -> FactsheetDifference:
    """Compare two texts of one factsheet; a heading only one of them knows counts as empty in the other."""
    keys = dict.fromkeys(heading.heading for text in (new, old) for heading in text.headings)
    return FactsheetDifference(tuple(_heading(old.under(key), new.under(key)) for key in keys))


def listed(names: Iterable[str]) -> str:
    """Een, twee en drie."""
    found = list(names)
    return " en ".join([", ".join(found[:-1]), found[-1]]) if len(found) > 1 else "".join(found)


def _heading(old: HeadingText, new: HeadingText) -> HeadingDifference:
    changed, kept = _rows(old.lines, new.lines)
    return HeadingDifference(
        heading=new.heading,
        label=new.label,
        text=word_differences(old.text, new.text),
        source=word_differences(old.source, new.source),
        percentage=word_differences(_percent(old), _percent(new)),
        changed=changed,
        kept=kept,
    )


def _percent(heading: HeadingText) -> str:
    return "" if heading.percentage is None else f"{heading.percentage}%"


def _rows(old: Sequence[FactLine], new: Sequence[FactLine]) -> tuple[tuple[RowDifference, ...], tuple[FactLine, ...]]:
    if old == new:
        return (), tuple(new)
    changed, kept = [], []
    for before, after in paired([_whole(line) for line in old], [_whole(line) for line in new]):
        was = old[before] if before is not None else None
        now = new[after] if after is not None else None
        if was == now and now is not None:
            kept.append(now)
        else:
            changed.append(_row(was, now))
    return tuple(changed), tuple(kept)


def _whole(line: FactLine) -> str:
    return "\n".join((line.text, line.detail, line.source, line.status))


def _row(was: FactLine | None, now: FactLine | None) -> RowDifference:
    one, other = was or FactLine(""), now or FactLine("")
    return RowDifference(
        old=was is not None,
        new=now is not None,
        text=word_differences(one.text, other.text),
        detail=word_differences(one.detail, other.detail),
        source=word_differences(one.source, other.source),
        status=word_differences(one.status, other.status),
    )
