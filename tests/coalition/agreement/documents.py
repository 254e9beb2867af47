"""Frozen texts for the tests of the PDF, and ways to look into the file that comes out."""

import functools
import io
from datetime import UTC, date, datetime
from typing import Any

import pikepdf
import pypdfium2

from coalition.agreement.provenance.rules import Provenance
from coalition.agreement.versions.pdf import make_agreement_pdf
from coalition.agreement.versions.rules.snapshot import ArticleText, ChapterText, PartyText, SourceRow, VersionText
from novex_portal.toolkit.pdf.making import PdfFile

SOURCES = (
    SourceRow("Ambitie 1: Water als begin", "Gemeente", date(2026, 3, 2)),
    SourceRow("Ambitie 1: Water als begin", "Waterschap", date(2026, 3, 9)),
    SourceRow("Ambitie 1: Water als begin", "Waterschap", date(2026, 3, 9)),
    SourceRow("", "Bewoners", date(2026, 4, 1)),
)
ORIGIN = Provenance(4, 3, 3, ("Bewoners", "Gemeente", "Waterschap"), date(2026, 3, 2), date(2026, 4, 1))


def make_article(
    number: str = "2.1", text: str = "Partijen beginnen elk plan bij water.", **fields: Any
) -> ArticleText:
    values = {
        "title": "Water en bodem als begin",
        "ambitions": (),
        "provenance": Provenance(),
        "sources": (),
        **fields,
    }
    return ArticleText(id=number, number=number, text=text, **values)


def make_rooted_article(number: str = "2.1") -> ArticleText:
    return make_article(number, ambitions=("Ambitie 1: Water als begin",), provenance=ORIGIN, sources=SOURCES)


def make_party(name: str = "Gemeente Maastricht", **fields: Any) -> PartyText:
    values = {
        "kind": "Gemeente",
        "role": "Ondertekenaar",
        "signs": True,
        "status": "Ambtelijk akkoord",
        "deciding_body": "Het college van burgemeester en wethouders",
        "signatories": ("wethouder",),
        "decided_on": None,
        "reservation": "",
        **fields,
    }
    return PartyText(name=name, **values)


def make_text(*articles: ArticleText, **fields: Any) -> VersionText:
    """Make a frozen text with an empty first chapter and the articles in the second."""
    chapters = (
        ChapterText("a", 1, "Leeg hoofdstuk", ()),
        ChapterText("b", 2, "Overwegingen", articles or (make_rooted_article(), make_article("2.2"))),
    )
    values = {
        "area": "Zuid-Limburg",
        "area_slug": "zuid-limburg",
        "title": "Akkoord voor een blauw-groene coalitie",
        "number": 3,
        "label": "Na het gesprek van juni",
        "frozen_at": datetime(2026, 7, 6, 12, 5, tzinfo=UTC),
        "frozen_by": "Planningsgroep, provincie Limburg",
        "chapters": chapters,
        "parties": (make_party(),),
        **fields,
    }
    return VersionText(**values)


@functools.cache
def plain_pdf() -> PdfFile:
    """The PDF of the default text, made once for all tests that only look."""
    return make_agreement_pdf(make_text())


HYPHEN = "\ufffe"  # how the reader shows a hyphen that only the end of a line asked for


def raw_pages_of(content: bytes) -> list[str]:
    """Return the text of each page as the reader gives it."""
    with pypdfium2.PdfDocument(content) as document:
        return [document[number].get_textpage().get_text_range() for number in range(len(document))]


def pages_of(content: bytes) -> list[str]:
    """Return the text of each page on one line, without the hyphens that the end of a line asked for."""
    return [" ".join(text.replace(HYPHEN, "").split()) for text in raw_pages_of(content)]


def opened(content: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(content))


def structure(content: bytes) -> list[str]:
    """Return the kinds of all tagged elements, in reading order."""
    kinds: list[str] = []

    def walk(element: Any) -> None:
        if isinstance(element, pikepdf.Array):
            for child in element:
                walk(child)
        elif isinstance(element, pikepdf.Dictionary):
            kinds.append(str(element.get("/S", "")).lstrip("/"))
            walk(element.get("/K"))

    with opened(content) as document:
        walk(document.Root.StructTreeRoot)
    return kinds


def descriptors(document: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Return the descriptions of all fonts in an open file."""
    kinds = [item for item in document.objects if isinstance(item, pikepdf.Dictionary)]
    return [item for item in kinds if item.get("/Type") == "/FontDescriptor"]
