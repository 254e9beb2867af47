"""All factsheets beside each other: how high each heading flies, one heading of all, and what changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.queries.factsheet import altitudes, factsheet_text, factsheet_texts, heights
from areas.factsheet.queries.rows import factsheet_rows
from areas.factsheet.rules.altitude import HIGHEST, LEVELS, RULES, Altitude
from areas.factsheet.rules.text import HeadingText
from areas.models import Area
from deliverables.photos.queries.photos import NOW, Round, texts_in
from deliverables.photos.rules import FactsheetDifference, compare

# Short names for the narrow columns of the table; a soft hyphen says where a word may break.
SHORT = {
    FactsheetHeading.STATE: "Stand",
    FactsheetHeading.MAIN: "Hoofd\u00adopgave",
    FactsheetHeading.LINKED: "Mee\u00adkoppe\u00adlend",
    FactsheetHeading.PROGRAMMES: "Pro\u00adgramma’s",
    FactsheetHeading.FRICTIONS: "Schuur\u00adpunten",
    FactsheetHeading.MILESTONES: "Mijl\u00adpalen",
    FactsheetHeading.CONTACTS: "Contact",
    FactsheetHeading.PERSPECTIVE: "Perspec\u00adtief",
    FactsheetHeading.PROVINCES: "Pro\u00advincies",
}
FEW = 3  # so many areas that changed are shown open, more are opened one by one
BY_NUMBER, BY_NAME, BY_HEIGHT = "nummer", "naam", "hoogte"
ORDERS = {BY_NUMBER: "Nummer", BY_NAME: "Naam", BY_HEIGHT: "Hoogte"}


@dataclass(frozen=True)
class Cell:
    """One heading of one area in the table."""

    heading: str
    short: str
    level: int
    word: str
    marks: tuple[bool, ...]


@dataclass(frozen=True)
class SheetRow:
    """One area in the table."""

    number: int
    name: str
    slug: str
    cells: tuple[Cell, ...]
    top: int

    @property
    def top_words(self) -> str:
        """4 van 9."""
        return f"{self.top} van {len(self.cells)}"


@dataclass(frozen=True)
class ReadingRow:
    """One heading of one area, to be read under that of the others."""

    number: int
    name: str
    slug: str
    text: HeadingText
    level: int
    word: str
    missing: str


def heading_choices() -> list[tuple[str, str]]:
    """Return the headings in their order, as value and label."""
    return [(heading.value, str(heading.label)) for heading in FactsheetHeading]


def column_heads() -> list[tuple[str, str, str]]:
    """Return value, label and short name of every column."""
    return [(heading.value, str(heading.label), SHORT[heading]) for heading in FactsheetHeading]


def rules() -> list[tuple[str, list[tuple[int, str]]]]:
    """Return per heading the rule of every level."""
    return [
        (str(heading.label), [(level, rule) for level, (rule, _, _) in enumerate(RULES[heading], 1)])
        for heading in FactsheetHeading
    ]


def sheet_rows(areas: Sequence[Area], today: date, *, order: str = BY_NUMBER) -> list[SheetRow]:
    """Return how high every heading of these areas flies. Nine queries."""
    found = altitudes(areas, today)
    rows = [_row(area, found[area.pk]) for area in areas]
    if order == BY_NAME:
        return sorted(rows, key=lambda row: row.name)
    if order == BY_HEIGHT:
        return sorted(rows, key=lambda row: (-row.top, -sum(cell.level for cell in row.cells), row.number))
    return sorted(rows, key=lambda row: row.number)


def reading_rows(
    areas: Sequence[Area], heading: FactsheetHeading, today: date, *, order: str = BY_NUMBER
) -> list[ReadingRow]:
    """Return one heading of all these areas. Nine queries."""
    rows = factsheet_rows(areas)
    found = []
    for area in areas:
        height = heights(area, rows[area.pk], today)[heading.value]
        text = factsheet_text(area, rows[area.pk]).under(heading.value)
        found.append(ReadingRow(area.number, area.name, area.slug, text, height.level, height.word, height.missing))
    if order == BY_NAME:
        return sorted(found, key=lambda row: row.name)
    if order == BY_HEIGHT:
        return sorted(found, key=lambda row: (-row.level, row.number))
    return sorted(found, key=lambda row: row.number)


def summary(rows: Sequence[SheetRow]) -> str:
    """Say what the table says: how many headings are complete, and which heading lags behind most."""
    if not rows:
        return "Er is nog geen gebied waarvan u de factsheet mag zien."
    total = sum(len(row.cells) for row in rows)
    top = sum(row.top for row in rows)
    means = {place: sum(row.cells[place].level for row in rows) for place in range(len(rows[0].cells))}
    lowest = FactsheetHeading(rows[0].cells[min(means, key=means.__getitem__)].heading)
    words = f"{top} van {total} koppen zijn compleet." if top != 1 else f"1 van {total} koppen is compleet."
    if top == total:
        return words
    return f"{words} Het meest ontbreekt bij “{lowest.label}”."


def _row(area: Area, found: dict[str, Altitude]) -> SheetRow:
    cells = tuple(_CELLS[heading, found[heading.value].level] for heading in FactsheetHeading)
    return SheetRow(area.number, area.name, area.slug, cells, sum(cell.level == HIGHEST for cell in cells))


_CELLS = {
    (heading, level): Cell(
        heading.value, SHORT[heading], level, word, tuple(rank <= level for rank in range(1, HIGHEST + 1))
    )
    for heading in FactsheetHeading
    for level, word in enumerate(LEVELS)
}


# --- What changed --------------------------------------------------------------------------------
@dataclass(frozen=True)
class ChangeRow:
    """One area between two moments; without a photo of one of them there is nothing to compare."""

    number: int
    name: str
    slug: str
    difference: FactsheetDifference | None
    missing: str


@dataclass(frozen=True)
class Changes:
    """All areas between two moments; without rows the choice was wrong."""

    old: str
    new: str
    old_name: str
    new_name: str
    rows: tuple[ChangeRow, ...]

    @property
    def changed(self) -> tuple[ChangeRow, ...]:
        """The areas in which anything changed."""
        return tuple(row for row in self.rows if row.difference and row.difference.changed)

    @property
    def are_few(self) -> bool:
        """Whether so few areas changed that all can be read at once."""
        return len(self.changed) <= FEW

    @property
    def summary(self) -> str:
        """In 3 van de 16 gebieden is iets veranderd; van 2 gebieden ontbreekt een foto."""
        changed = len(self.changed)
        unknown = sum(row.difference is None for row in self.rows)
        known = len(self.rows) - unknown
        if not known:
            return "Van geen enkel gebied zijn er foto’s van beide momenten."
        if known == 1:
            first = f"In één gebied is {'iets' if changed else 'niets'} veranderd."
        else:
            first = f"In {changed or 'geen'} van de {known} gebieden is iets veranderd."
        if not unknown:
            return first
        return f"{first} Van {unknown} {'gebied' if unknown == 1 else 'gebieden'} ontbreekt een foto."


def changes(areas: Sequence[Area], choices: Sequence[Round], old: str, new: str) -> Changes:
    """Compare two moments for all these areas, or a moment and now; the older one comes first.

    Without a choice: the last two moments, or the only one and now. A moment that does not exist, or
    the same one twice, gives no rows.
    """
    keys = [found.key for found in choices]
    if not (old or new) and keys:
        old, new = (keys[-2], keys[-1]) if len(keys) > 1 else (keys[-1], NOW)
    if old == NOW or (old in keys and new in keys and keys.index(old) > keys.index(new)):
        old, new = new, old
    if old not in keys or new not in {*keys, NOW} or old == new:
        return Changes(old, new, "", "", ())
    wanted = {found.key: found for found in choices if found.key in {old, new}}
    texts = texts_in(areas, list(wanted.values()))
    if new == NOW:
        texts |= {(NOW, pk): text for pk, text in factsheet_texts(areas).items()}
    names = {key: found.label for key, found in wanted.items()} | {NOW: "nu"}
    rows = []
    for area in areas:
        before, after = texts.get((old, area.pk)), texts.get((new, area.pk))
        gone = [names[key] for key, text in ((old, before), (new, after)) if text is None]
        difference = compare(before, after) if before and after else None
        missing = f"Geen foto van {' en '.join(gone)}" if gone else ""
        rows.append(ChangeRow(area.number, area.name, area.slug, difference, missing))
    return Changes(old, new, names[old], names[new], tuple(rows))
