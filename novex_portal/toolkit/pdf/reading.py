"""Reading a PDF somebody brings: its words, and what else stands on its pages. Changes and keeps nothing.

It is what a reading program makes of the file, not how the file looks: who hides words behind another
font is not found out here.
"""

import threading
from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from novex_portal.toolkit.problems import Problem

MAX_PAGES = 600
MAX_OBJECTS = 200_000
# PDFium may be used by one thread at a time.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True)
class Page:
    """A page: its words, what is drawn on it (text too) in that order, its notes and links, and its size and turn."""

    words: tuple[str, ...]
    drawn: tuple[Hashable, ...] = ()
    notes: tuple[Hashable, ...] = ()
    shape: tuple[float, ...] = ()


@dataclass(frozen=True)
class Paper:
    """A PDF as it was read."""

    pages: tuple[Page, ...]
    keywords: str = ""
    files: int = 0  # attached to it
    is_secured: bool = False  # needs no password to be read, but one to be changed


def read_pdf(content: bytes) -> Paper:
    """Read a PDF, with an empty password when it has one.

    Raises Problem for one that needs a password, is damaged, or is too large to read.
    """
    import pypdfium2  # only here: every process would pay for it at its start

    with _ONE_AT_A_TIME:
        try:
            with pypdfium2.PdfDocument(content) as document:
                return _paper(document)
        except pypdfium2.PdfiumError as error:
            if error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD:
                raise Problem(
                    "Deze PDF gaat alleen open met een wachtwoord. Het portaal kan haar daarom niet lezen."
                ) from error
            raise Problem("Deze PDF is niet te lezen: het bestand is beschadigd.") from error


def _paper(document: Any) -> Paper:
    from pypdfium2 import raw

    if len(document) > MAX_PAGES:
        raise Problem(f"Deze PDF heeft meer dan {MAX_PAGES} bladzijden.")
    pages, room = [], MAX_OBJECTS
    for number in range(len(document)):
        page = document[number]
        pages.append(_page(page, room))
        room -= len(pages[-1].drawn)
        page.close()
    return Paper(
        pages=tuple(pages),
        keywords=document.get_metadata_value("Keywords"),
        files=document.count_attachments(),
        is_secured=raw.FPDF_GetSecurityHandlerRevision(document) != -1,
    )


def _page(page: Any, room: int) -> Page:
    drawn: list[Hashable] = []
    for item in page.get_objects():
        if len(drawn) == room:
            raise Problem("Op de bladzijden van deze PDF staat te veel om haar te lezen.")
        drawn.append((item.type, _rounded(item.get_bounds()), _colours(item)))
    return Page(
        words=tuple(page.get_textpage().get_text_range().split()),
        drawn=tuple(drawn),
        notes=tuple(_notes(page)),
        shape=(*_rounded(page.get_size()), page.get_rotation(), *_rounded(page.get_cropbox())),
    )


def _colours(item: Any) -> tuple[tuple[int, ...], ...]:
    """Return the colours something is filled and drawn with: words can be hidden by them."""
    from ctypes import c_uint

    from pypdfium2 import raw

    found = []
    for ask in (raw.FPDFPageObj_GetFillColor, raw.FPDFPageObj_GetStrokeColor):
        parts = [c_uint() for _ in range(4)]
        ask(item, *parts)
        found.append(tuple(part.value for part in parts))
    return tuple(found)


def _notes(page: Any) -> list[Hashable]:
    """Return the kind and the place of every annotation of a page; a link is one too."""
    from pypdfium2 import raw

    found: list[Hashable] = []
    for number in range(raw.FPDFPage_GetAnnotCount(page)):
        note, box = raw.FPDFPage_GetAnnot(page, number), raw.FS_RECTF()
        raw.FPDFAnnot_GetRect(note, box)
        found.append((raw.FPDFAnnot_GetSubtype(note), _rounded((box.left, box.bottom, box.right, box.top))))
        raw.FPDFPage_CloseAnnot(note)
    return found


def _rounded(numbers: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(number, 1) for number in numbers)
