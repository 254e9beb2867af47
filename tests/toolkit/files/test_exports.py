"""Files for a spreadsheet: right values, and no cell that runs."""

import csv
import io
from datetime import date, datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from novex_portal.toolkit.files.exports import CELL_LIMIT, Value, XlsxFile, csv_lines, safe_text


def read_csv(*rows: list[Value]) -> list[list[str]]:
    text = b"".join(csv_lines(["Kop"], rows)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def read_cell(value: Value) -> tuple[object, str]:
    with XlsxFile({"Blad": {"Kop": 20}}) as book:
        book.add("Blad", [value])
    cell = load_workbook(book.file)["Blad"]["A2"]
    return cell.value, cell.data_type


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠A", "  =1"])
def test_a_text_that_could_be_a_formula_gets_an_apostrophe(text: str) -> None:
    assert safe_text(text).startswith("'")


@pytest.mark.parametrize("text", ["Water", "", "3 = 2 + 1", "a@b.example"])
def test_an_ordinary_text_stays_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_the_csv_writes_dates_and_numbers_the_dutch_way() -> None:
    row: list[Value] = [date(2026, 10, 3), datetime(2026, 10, 3, 14, 5), Decimal("-1250.50"), 3, None]  # noqa: DTZ001
    assert read_csv(row)[1] == ["03-10-2026", "03-10-2026 14:05", "-1250,50", "3", ""]


def test_the_csv_keeps_semicolons_quotes_and_lines_inside_a_cell() -> None:
    assert read_csv(['een; "twee"\ndrie'])[1] == ['een; "twee"\ndrie']


def test_the_csv_comes_line_by_line() -> None:
    lines = csv_lines(["Kop"], ([str(number)] for number in range(3)))
    assert next(lines) == b"\xef\xbb\xbfKop\r\n"
    assert next(lines) == b"0\r\n"


def test_the_workbook_holds_a_formula_as_text() -> None:
    assert read_cell("=HYPERLINK(1)") == ("=HYPERLINK(1)", "s")


def test_the_workbook_leaves_out_signs_it_cannot_hold() -> None:
    assert read_cell("wa\x00te\x0br") == ("water", "s")


def test_the_workbook_cuts_a_text_no_cell_can_hold_and_says_so() -> None:
    value, _ = read_cell("x" * (CELL_LIMIT + 1))
    assert len(str(value)) == CELL_LIMIT
    assert str(value).endswith("in het portaal]")


def test_the_workbook_keeps_dates_as_dates() -> None:
    assert read_cell(date(2026, 10, 3)) == (datetime(2026, 10, 3), "d")  # noqa: DTZ001
