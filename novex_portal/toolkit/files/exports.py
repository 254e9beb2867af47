"""Files for a spreadsheet, CSV and XLSX, in which no cell can become a formula.

Both take rows one at a time, so that a file of any length fits in memory.
"""

import csv
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from decimal import Decimal
from typing import IO, Any

from django.http import StreamingHttpResponse

from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
"""What a browser is told that a workbook is."""
CELL_LIMIT = 32_767
"""Characters a cell of a spreadsheet can hold."""
_CUT = " … [afgekapt; de hele tekst staat in het portaal]"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")

Value = str | int | Decimal | date | datetime | None


def safe_text(value: str) -> str:
    """Return text that a spreadsheet will not take for a formula: with an apostrophe before it if need be."""
    value = clean(value)
    return f"'{value}" if value.lstrip(" \u00a0").startswith(_FORMULA) or value.startswith(_FORMULA) else value


class _Line:
    """A file that gives each line it gets straight back."""

    def write(self, line: str) -> str:
        return line


def csv_lines(header: Sequence[str], rows: Iterable[Sequence[Value]]) -> Iterator[bytes]:
    """Yield a CSV file as Dutch spreadsheets open it: semicolons, UTF-8 with a mark, 31-10-2022."""
    writer = csv.writer(_Line(), delimiter=";")
    yield b"\xef\xbb\xbf" + _encoded(writer.writerow(header))
    for row in rows:
        yield _encoded(writer.writerow([_csv_cell(value) for value in row]))


def csv_answer(header: Sequence[str], rows: Iterable[Sequence[Value]], name: str) -> StreamingHttpResponse:
    """Answer a request with a CSV file called `name`, line by line."""
    answer = StreamingHttpResponse(csv_lines(header, rows), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _encoded(line: Any) -> bytes:
    return str(line).encode("utf-8")


def _csv_cell(value: Value) -> str:
    if isinstance(value, str):
        return safe_text(value)
    if isinstance(value, datetime):
        return f"{value:%d-%m-%Y %H:%M}"
    if isinstance(value, date):
        return dutch.short_date(value)
    if isinstance(value, Decimal):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


class XlsxFile(AbstractContextManager["XlsxFile"]):
    """A workbook that is written row by row to a temporary file.

    `sheets` maps the name of a sheet to its columns, each with a width in characters. Closed, the
    workbook stands in `file`, from its beginning; who closes that removes it.
    """

    def __init__(self, sheets: Mapping[str, Mapping[str, int]]) -> None:
        from openpyxl import Workbook  # only here: every process would pay for it at its start
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        self.book = Workbook(write_only=True)
        self._new_cell, self._wrapped, self._bold = (
            WriteOnlyCell,
            Alignment(wrap_text=True, vertical="top"),
            Font(bold=True),
        )
        self.file: IO[bytes] = tempfile.TemporaryFile(prefix="novex-export-")  # noqa: SIM115  the answer closes it
        self.sheets = {}
        for name, columns in sheets.items():
            sheet = self.sheets[name] = self.book.create_sheet(name)
            sheet.freeze_panes = "A2"
            for number, width in enumerate(columns.values()):
                sheet.column_dimensions[chr(ord("A") + number)].width = width
            sheet.append([self._cell(sheet, title, bold=True) for title in columns])

    def add(self, sheet: str, row: Sequence[Value]) -> None:
        """Write one row under the others."""
        target = self.sheets[sheet]
        target.append([self._cell(target, value) for value in row])

    def __exit__(self, *failure: object) -> None:
        if failure[0] is not None:
            self.file.close()
            return
        self.book.save(self.file)
        self.file.seek(0)

    def _cell(self, sheet: Any, value: Value, *, bold: bool = False) -> Any:
        if isinstance(value, datetime):
            value = value.replace(tzinfo=None)
        if not isinstance(value, str):
            cell = self._new_cell(sheet, value)
            if isinstance(value, date):
                cell.number_format = "dd-mm-yyyy"
            elif isinstance(value, Decimal):
                cell.number_format = "#,##0.00"
            return cell
        value = clean(value)
        if len(value) > CELL_LIMIT:
            value = value[: CELL_LIMIT - len(_CUT)] + _CUT
        cell = self._new_cell(sheet, value)
        cell.data_type = "s"  # openpyxl takes a text that begins with = for a formula
        cell.alignment = self._wrapped
        if bold:
            cell.font = self._bold
        return cell
