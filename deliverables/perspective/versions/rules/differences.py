"""How two versions of a perspective differ, part by part and choice by choice. Pure: no ORM, no clock."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from deliverables.perspective.versions.rules.snapshot import ChoiceText, FigureText, PerspectiveText, SectionText
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text.differences import Piece, word_differences


@dataclass(frozen=True)
class Difference:
    """A part or hoofdkeuze that reads otherwise, word by word."""

    title: str
    kind: str  # Nieuw, Vervallen, Gewijzigd
    pieces: list[Piece]
    others: tuple[str, ...] = ()  # name, ties and figures: one line each


@dataclass(frozen=True)
class PerspectiveDifference:
    """All that differs, in the order of the newer version; what is gone stands at the end."""

    rows: tuple[Difference, ...]

    @property
    def finding(self) -> str:
        """Op 2 punten anders."""
        if not self.rows:
            return "Er is niets anders."
        return f"Op {counted(len(self.rows), 'punt', 'punten')} anders."


def compare(old: PerspectiveText, new: PerspectiveText) -> PerspectiveDifference:
    """Compare two versions; a part is the same one whatever it is called, a hoofdkeuze by its code."""
    parts = _rows({row.id: row for row in old.sections}, {row.id: row for row in new.sections}, _section)
    choices = _rows({row.code: row for row in old.choices}, {row.code: row for row in new.choices}, _choice)
    loose = tuple(_lines("Figuur", _shown(old.figures), _shown(new.figures)))
    shared = [Difference("Figuren bij de hoofdkeuzes", "Gewijzigd", [], loose)] if loose else []
    return PerspectiveDifference((*parts, *choices, *shared))


def changed_sections(old: PerspectiveText, new: PerspectiveText) -> set[str]:
    """Return the parts of the newer one that read otherwise than in the older one, by their id."""
    before = {row.id: row for row in old.sections}
    return {row.id for row in new.sections if before.get(row.id) is None or _section(before[row.id], row) is not None}


def _rows[Row: (SectionText, ChoiceText)](
    old: Mapping[str, Row], new: Mapping[str, Row], differs: object
) -> Iterator[Difference]:
    for key, row in new.items():
        found = differs(old.get(key), row)  # type: ignore[operator]
        if found:
            yield found
    for key, row in old.items():
        if key not in new:
            yield Difference(_title(row), "Vervallen", word_differences(row.text, ""))


def _section(old: SectionText | None, new: SectionText) -> Difference | None:
    if old is None:
        return Difference(new.heading, "Nieuw", word_differences("", new.text))
    others = [f"Heette “{old.heading}”"] if old.heading != new.heading else []
    others += _lines("Gevraagd op", old.asked, new.asked)
    others += _lines("Figuur", _shown(old.figures), _shown(new.figures))
    return _changed(new.heading, old.text, new.text, others)


def _choice(old: ChoiceText | None, new: ChoiceText) -> Difference | None:
    if old is None:
        return Difference(_title(new), "Nieuw", word_differences("", new.text))
    others = [f"Heette “{old.title}”"] if old.title != new.title else []
    before, now = dict(old.ties), dict(new.ties)
    for name in dict.fromkeys((*before, *now)):
        others += _lines(name, before.get(name, ()), now.get(name, ()))
    others += _lines("Figuur", _shown(old.figures), _shown(new.figures))
    return _changed(_title(new), old.text, new.text, others)


def _changed(title: str, old: str, new: str, others: list[str]) -> Difference | None:
    if old == new and not others:
        return None
    return Difference(title, "Gewijzigd", word_differences(old, new) if old != new else [], tuple(others))


def _title(row: SectionText | ChoiceText) -> str:
    return row.heading if isinstance(row, SectionText) else f"{row.code} {row.title}"


def _shown(figures: Iterable[FigureText]) -> tuple[str, ...]:
    """Figures in words; another picture below the same caption is another figure."""
    return tuple(f"{row.caption} ({row.alt}) {row.sha256[:8]}" for row in figures)


def _lines(name: str, old: Iterable[str], new: Iterable[str]) -> list[str]:
    before, now = list(old), list(new)
    came = [f"{name}, erbij: {row}" for row in now if row not in before]
    return came + [f"{name}, weg: {row}" for row in before if row not in now]
