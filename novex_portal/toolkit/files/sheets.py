"""The rows of an uploaded CSV or XLSX file as text. A formula is text like any other: nothing is worked out.

Only for content that `toolkit.uploads` let through.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from novex_portal.toolkit.files.uploads import UploadRefused
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean

MAX_ROWS = 20_000
MAX_COLUMNS = 60
# Lines looked at, the empty ones included: a sheet may be formatted down to its last line.
MAX_LINES = 60_000
_FORMULA_SIGNS = "=+-@＝＋－＠"

Cells = list[str]


@dataclass(frozen=True)
class Line:
    """A line that is not empty, with its number in the file, from 1."""

    number: int
    cells: Cells


def read_rows(kind: str, content: bytes) -> list[Line]:
    """Return the lines that hold something, the header first; raises UploadRefused.

    More than MAX_ROWS lines below the header are refused as a whole: half a file helps nobody.
    """
    lines = _csv_lines(content) if kind == "csv" else _xlsx_lines(content)
    found: list[Line] = []
    for number, cells in enumerate(lines, 1):
        if number > MAX_LINES:
            raise UploadRefused(_too_many())
        texts = [_tidy(cell) for cell in cells]
        if any(texts):
            found.append(Line(number, texts))
        if len(found) > MAX_ROWS + 1:
            raise UploadRefused(_too_many())
    return found


def _too_many() -> str:
    return "Dit bestand heeft meer dan 20.000 regels. Verdeel het over meer bestanden."


def _tidy(cell: str) -> str:
    """Return the text of a cell; an apostrophe that our own exports put before + or = goes."""
    text = clean(cell).strip()
    return text[1:].strip() if text[:1] == "'" and text[1:2] in _FORMULA_SIGNS and len(text) > 1 else text


def decoded(content: bytes) -> str:
    """Return the text of a CSV file as Excel or others write it; raises UploadRefused."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError as error:
                raise UploadRefused(
                    "De letters in dit bestand zijn niet te lezen. Sla het op als CSV UTF-8."
                ) from error
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def separator_of(text: str) -> str:
    """Return what stands between the cells: the sign that the first line holds most of, quoted text apart."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    if first[:4].lower() == "sep=" and len(first) == 5:
        return first[4]
    bare = "".join(part for place, part in enumerate(first.split('"')) if place % 2 == 0)
    return max(";\t,", key=lambda sign: (bare.count(sign), sign == ";"))


def _csv_lines(content: bytes) -> Iterator[Cells]:
    text = decoded(content)
    separator = separator_of(text)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for row in rows:
            says_separator = rows.line_num == 1 and separator.join(row).lower().startswith("sep=")
            yield [] if says_separator else row[:MAX_COLUMNS]
    except csv.Error as error:
        raise UploadRefused(
            f"Regel {rows.line_num + 1} van dit bestand is niet te lezen. Kijk of er ergens een aanhalingsteken ontbreekt."
        ) from error


def _xlsx_lines(content: bytes) -> Iterator[Cells]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=False, keep_links=False)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
        if not sheets:
            return
        sheet = sheets[0]
        sheet.reset_dimensions()  # a file may claim any size
        for row in sheet.iter_rows(max_row=MAX_LINES + 1, max_col=MAX_COLUMNS, values_only=True):
            yield _filled(row)
    except UploadRefused:
        raise
    # Whatever is wrong inside a workbook comes out of openpyxl in a dozen shapes.
    except Exception as error:
        raise UploadRefused("Dit Excel-bestand is niet te lezen. Sla het in Excel opnieuw op als .xlsx.") from error


def _filled(row: tuple[Any, ...]) -> Cells:
    """Return the cells up to the last that holds something: openpyxl fills a row up to the width it was asked for."""
    if row.count(None) == len(row):
        return []
    last = max(place for place, value in enumerate(row) if value is not None)
    return [_cell(value) for value in row[: last + 1]]


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case datetime() | date():
            return dutch.short_date(value.date() if isinstance(value, datetime) else value)
        case time():
            return f"{value:%H:%M}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(getattr(value, "text", value))


def header_of(lines: Iterable[Line]) -> Line:
    """Return the first line; raises UploadRefused for a file without any."""
    first = next(iter(lines), None)
    if first is None:
        raise UploadRefused(
            "In dit bestand staat niets. Zet op de eerste regel de namen van de kolommen, zoals “naam”."
        )
    return first
