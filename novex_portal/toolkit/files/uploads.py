"""Files people send us: judged by extension, first bytes and structure before anything reads them.

Whoever calls this gets rows of text or an `UploadRefused` that says, in Dutch, what came instead.
"""

import io
import zipfile
from pathlib import PurePath
from typing import Protocol

from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_FILE = 5 * 1024 * 1024
MAX_FILE_WORDS = "5 MB"
MOST_SENT = 20 * 1024 * 1024
"""The largest file of any kind the portal lets come in: the PDF of an akkoord, to be checked."""
MAX_ENTRIES = 500
MAX_UNPACKED = 60 * 1024 * 1024
MAX_ENTRY = 40 * 1024 * 1024
MAX_RATIO = 200
# Cells, texts and styles together: 20,000 lines of 16 cells. Reading a million takes some seconds already.
MAX_ELEMENTS = 1_000_000
# A small entry may shrink far without being a bomb.
RATIO_FROM = 1024 * 1024
EXTENSIONS = (".csv", ".xlsx")

_NOT_A_TABLE = (
    (b"%PDF", "een PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Excel-bestand (.xls) of een bestand met een wachtwoord"),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een foto"),
    (b"GIF8", "een plaatje"),
    (b"RIFF", "een plaatje, geluid of film"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"MZ", "een programma"),
    (b"\x7fELF", "een programma"),
    (b"{\\rtf", "een tekstdocument (.rtf)"),
)
_MARKUP = (
    (b"<!doctype html", "een webpagina (HTML)"),
    (b"<html", "een webpagina (HTML)"),
    (b"<svg", "een tekening (SVG)"),
    (b"<?xml", "een XML-bestand"),
    (b"<script", "een script"),
)
_TOO_LARGE = (
    "Dit Excel-bestand wordt uitgepakt veel te groot. Zet alleen de partijen in een nieuw, leeg werkblad en kies dat "
    "bestand."
)
_SAVE_AS = "Sla het bestand in Excel op als “Excel-werkmap (.xlsx)” of als “CSV”, en kies het opnieuw."


class UploadRefused(Problem):
    """This file is not taken; the message says what it seems to be and what to do."""


class Uploaded(Protocol):
    """What is needed of an uploaded file."""

    name: str | None

    @property
    def size(self) -> int | None: ...

    def read(self, num_bytes: int | None = None) -> bytes: ...


def read_upload(upload: Uploaded) -> tuple[str, bytes]:
    """Return kind ("csv" or "xlsx") and content of a file that is what its name says; raises UploadRefused."""
    extension = PurePath(upload.name or "").suffix.lower()
    if extension not in EXTENSIONS:
        raise UploadRefused(_wrong_extension(extension))
    if not upload.size:
        raise UploadRefused(
            "Dit bestand is leeg. Kies een bestand met een regel met kolomnamen en daaronder partijen."
        )
    if upload.size > MAX_FILE:
        raise UploadRefused(f"Dit bestand is groter dan {MAX_FILE_WORDS}. Verdeel het over meer bestanden.")
    content = upload.read(MAX_FILE + 1)
    if extension == ".csv":
        require_text(content)
    else:
        require_workbook(content)
    return extension[1:], content


def safe_name(name: str | None) -> str:
    """Return the last part of a file name, fit to keep and to show."""
    last = clean(name or "").replace("\\", "/").rsplit("/", 1)[-1]
    return " ".join(last.split())[-200:] or "bestand"


def _wrong_extension(extension: str) -> str:
    known = {
        ".xls": "een oud Excel-bestand (.xls)",
        ".xlsm": "een Excel-bestand met macro’s (.xlsm)",
        ".xlsb": "een binair Excel-bestand (.xlsb)",
        ".ods": "een OpenDocument-bestand (.ods)",
        ".pdf": "een PDF",
        ".docx": "een Word-document",
    }
    what = known.get(extension) or (
        f"een bestand dat eindigt op {extension}" if extension else "een bestand zonder soort"
    )
    return f"Dit is {what}. Het portaal leest alleen .xlsx en .csv. {_SAVE_AS}"


def require_text(content: bytes) -> None:
    """Refuse what is no text at all, or text that is a program for a browser."""
    if content.startswith(b"PK\x03\x04"):
        what = _kind_of_zip(content)
        raise UploadRefused(f"Dit bestand heet .csv, maar het is {what}. {_SAVE_AS}")
    what = what_it_is(content)
    if what:
        raise UploadRefused(f"Dit bestand heet .csv, maar het is {what}. {_SAVE_AS}")
    if b"\x00" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UploadRefused(f"Dit bestand heet .csv, maar er staat geen gewone tekst in. {_SAVE_AS}")


def what_it_is(content: bytes) -> str:
    """Name what the first bytes say, when they say something that is no table; empty when not."""
    named = next((what for magic, what in _NOT_A_TABLE if content.startswith(magic)), "")
    start = content[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return named or next((what for mark, what in _MARKUP if start.startswith(mark)), "")


def require_workbook(content: bytes) -> None:
    """Refuse what is no plain workbook, or one that would unpack to more than fits."""
    if not content.startswith(b"PK\x03\x04"):
        what = what_it_is(content) or "geen Excel-bestand"
        raise UploadRefused(f"Dit bestand heet .xlsx, maar het is {what}. {_SAVE_AS}")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_small(archive)
            _require_plain(archive)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as error:
        raise UploadRefused(f"Dit Excel-bestand is beschadigd en niet te lezen. {_SAVE_AS}") from error


def _require_small(archive: zipfile.ZipFile) -> None:
    entries = archive.infolist()
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > MAX_ENTRY
        or (entry.file_size > RATIO_FROM and entry.file_size > MAX_RATIO * max(entry.compress_size, 1))
        for entry in entries
    )
    if len(entries) > MAX_ENTRIES or total > MAX_UNPACKED or swollen:
        raise UploadRefused(_TOO_LARGE)


def _require_plain(archive: zipfile.ZipFile) -> None:
    names = {entry.filename for entry in archive.infolist()}
    if what := _kind_of(archive, names):
        raise UploadRefused(f"Dit bestand heet .xlsx, maar het is {what}. {_SAVE_AS}")
    elements = 0
    for entry in archive.infolist():
        if entry.filename.lower().endswith((".xml", ".rels")):
            content = archive.read(entry)
            elements += content.count(b"<") - content.count(b"</")
            if elements > MAX_ELEMENTS:
                raise UploadRefused(_TOO_LARGE)
            start = content[:2_000].replace(b"\x00", b"").upper()
            if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
                raise UploadRefused(f"Dit Excel-bestand bevat opdrachten die er niet in horen. {_SAVE_AS}")


def _kind_of_zip(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = {entry.filename for entry in archive.infolist()}
            return _kind_of(archive, names) or "een Excel-bestand (.xlsx)"
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return "een beschadigd ingepakt bestand"


def _kind_of(archive: zipfile.ZipFile, names: set[str]) -> str:
    """Name the kind of archive; empty for a workbook without macros."""
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        kind = archive.read("mimetype")
        return "een OpenDocument-bestand (.ods)" if b"opendocument" in kind else "een ingepakt bestand"
    if any(name.lower().endswith(("vbaproject.bin", ".bin")) and "vba" in name.lower() for name in names):
        return "een Excel-bestand met macro’s"
    if any(name.startswith("word/") for name in names):
        return "een Word-document"
    if any(name.startswith("ppt/") for name in names):
        return "een presentatie"
    if "xl/workbook.bin" in names:
        return "een binair Excel-bestand (.xlsb)"
    return "" if {"[Content_Types].xml", "xl/workbook.xml"} <= names else "een ingepakt bestand (zip)"
