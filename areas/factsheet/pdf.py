"""Factsheets on paper: from their text to a document. No ORM, no clock.

It reads the text of a factsheet alone, which holds no e-mail address and no telephone number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString

from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.rules.altitude import HIGHEST, LEVELS, Altitude
from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText
from novex_portal.toolkit.pdf.paper import document_html, printed_text

# Heading → what its table is called, and its columns: title, field of a FactLine, class for the width.
# "+detail" puts the detail below the text instead of in a column of its own.
Column = tuple[str, str, str]
_SOURCE: Column = ("Bron", "source", "w-source")
TABLES: dict[str, tuple[str, tuple[Column, ...]]] = {
    FactsheetHeading.STATE: ("Aandachtspunten", (("Aandachtspunt", "text", ""), _SOURCE)),
    FactsheetHeading.MAIN: (
        "De hoofdopgave in delen",
        (("Opgave", "text+detail", ""), ("Thema", "status", "w-kind"), _SOURCE),
    ),
    FactsheetHeading.LINKED: (
        "Opgaven die meekoppelen",
        (("Opgave", "text+detail", ""), ("Thema", "status", "w-kind"), _SOURCE),
    ),
    FactsheetHeading.PROGRAMMES: (
        "Bijdragen, met het soort doel",
        (("Bijdrage", "text", ""), ("Programma", "detail", "w-kind"), ("Soort doel", "status", "w-date"), _SOURCE),
    ),
    FactsheetHeading.FRICTIONS: (
        "Opgaven die om dezelfde ruimte vragen",
        (("Wat schuurt, opties en eigenaren", "text+detail", ""), _SOURCE),
    ),
    FactsheetHeading.MILESTONES: (
        "Gemaakt en in het verschiet",
        (
            ("Afspraak of mijlpaal", "text", ""),
            ("Wanneer", "detail", "w-date"),
            ("Stand", "status", "w-date"),
            _SOURCE,
        ),
    ),
    FactsheetHeading.CONTACTS: (
        "Bij wie kunt u terecht?",
        (("Rol en organisatie", "text", ""), ("Waarvoor", "detail", "w-name"), ("Tot wanneer", "status", "w-kind")),
    ),
    FactsheetHeading.PROVINCES: (
        "Provincies en duo’s",
        (("Wie", "text", ""), ("Rol", "status", "w-kind"), ("Toelichting", "detail", "w-name"), _SOURCE),
    ),
}
_ANY: tuple[str, tuple[Column, ...]] = ("Regels", (("Wat", "text+detail", ""), ("Stand", "status", "w-kind"), _SOURCE))


@dataclass(frozen=True)
class Cell:
    """One cell of a table: what it says, and smaller lines below that."""

    words: str
    below: tuple[str, ...] = ()
    is_source: bool = False


@dataclass(frozen=True)
class Table:
    caption: str
    titles: tuple[str, ...]
    widths: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class PrintedHeading:
    """One heading of a factsheet, ready for the template."""

    anchor: str
    number: int
    label: str
    level: int
    level_words: str
    missing: str
    text: SafeString
    percentage: int | None
    table: Table | None
    source: str
    is_empty: bool


@dataclass(frozen=True)
class PrintedFactsheet:
    anchor: str
    area: str
    headings: tuple[PrintedHeading, ...]


def factsheet_html(text: FactsheetText, heights: Mapping[str, Altitude], *, moment: datetime) -> str:
    """Return the document with the factsheet of one area."""
    return document_html(
        "areas/factsheet/pdf/factsheet.html",
        kind="NOVEX-gebied",
        title=f"Factsheet {text.area}",
        moment=moment,
        context={"factsheet": _factsheet(text, heights, level=3)},
    )


def factsheets_html(
    texts: Sequence[tuple[FactsheetText, Mapping[str, Altitude]]], *, moment: datetime, title: str
) -> str:
    """Return one document with the factsheets of several areas, in the order given."""
    return document_html(
        "areas/factsheet/pdf/factsheets.html",
        kind="Coalitieportaal NOVEX",
        title=title,
        moment=moment,
        context={
            "factsheets": [_factsheet(text, heights, level=4) for text, heights in texts],
            "labels": [heading.label for heading in FactsheetHeading],
            "levels": list(enumerate(LEVELS)),
        },
    )


def _factsheet(text: FactsheetText, heights: Mapping[str, Altitude], *, level: int) -> PrintedFactsheet:
    """`level` is that of headings inside the texts: one below the headings of the factsheet."""
    headings = (
        _heading(text, number, heading, heights.get(heading.heading), level)
        for number, heading in enumerate(text.headings, 1)
    )
    return PrintedFactsheet(anchor=_anchor(text.slug), area=text.area, headings=tuple(headings))


def _heading(
    sheet: FactsheetText, number: int, heading: HeadingText, height: Altitude | None, level: int
) -> PrintedHeading:
    return PrintedHeading(
        anchor=f"{_anchor(sheet.slug)}-{number}",
        number=number,
        label=heading.label,
        level=height.level if height else 0,
        level_words=f"Vlieghoogte {height.level} van {HIGHEST} ({height.word.lower()})" if height else "",
        missing=height.missing if height else "",
        text=printed_text(heading.text, level=level, grammar=sheet.grammar),
        percentage=heading.percentage,
        table=_table(heading),
        source=_one_source(heading),
        is_empty=heading.is_empty,
    )


def _anchor(slug: str) -> str:
    """The name of an area's place; a screen reader says it aloud for a link to it."""
    return "-".join(word.capitalize() for word in slug.split("-"))


def _one_source(heading: HeadingText) -> str:
    """The source below a heading: that of its text, or the only one all its rows and text have."""
    shared = _shared_source(heading)
    if shared or not heading.source:
        return shared
    return f"{heading.source} (van de tekst)" if any(line.source for line in heading.lines) else heading.source


def _shared_source(heading: HeadingText) -> str:
    """The one source of text and rows together; nothing when they differ or some have none."""
    sources = {line.source for line in heading.lines} | ({heading.source} if heading.text else set())
    return next(iter(sources)) if len(sources) == 1 and heading.lines else ""


def _table(heading: HeadingText) -> Table | None:
    """The rows of a heading as a table; a column that nothing stands in is left out."""
    if not heading.lines:
        return None
    caption, columns = TABLES.get(heading.heading, _ANY)
    shared = bool(_shared_source(heading))
    shown = [
        (title, field, width)
        for title, field, width in columns
        if field.startswith("text")
        or (any(getattr(line, field) for line in heading.lines) and not (field == "source" and shared))
    ]
    return Table(
        caption=caption,
        titles=tuple(title for title, _, _ in shown),
        widths=tuple(width for _, _, width in shown),
        rows=tuple(tuple(_cell(line, field) for _, field, _ in shown) for line in heading.lines),
    )


def _cell(line: FactLine, field: str) -> Cell:
    if field == "text+detail":
        return Cell(line.text, tuple(part for part in line.detail.splitlines() if part.strip()))
    return Cell(getattr(line, field), is_source=field == "source")
