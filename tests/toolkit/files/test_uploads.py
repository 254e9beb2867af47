"""What the portal takes of an uploaded file, and what it says about the rest."""

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from novex_portal.toolkit.files import sheets, uploads
from novex_portal.toolkit.files.sheets import read_rows
from novex_portal.toolkit.files.uploads import UploadRefused, read_upload, safe_name


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def archive(**files: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return kept.getvalue()


def plain_parts() -> dict[str, bytes]:
    return {"[Content_Types].xml": b"<Types/>", "xl__workbook.xml": b"<workbook/>"}


def cells(kind: str, content: bytes) -> list[list[str]]:
    return [line.cells for line in read_rows(kind, content)]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("partijen.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een oud Excel-bestand (.xls)"),
        ("partijen.xlsm", b"PK\x03\x04", "macro’s"),
        ("partijen.ods", b"PK\x03\x04", "OpenDocument"),
        ("partijen.svg", b"<svg/>", ".svg"),
        ("partijen", b"naam\n", "zonder soort"),
        ("partijen.csv", b"%PDF-1.7 ...", "een PDF"),
        ("partijen.csv", b"\xef\xbb\xbf <!DOCTYPE html><p>", "een webpagina"),
        ("partijen.csv", b"<svg xmlns=''/>", "een tekening"),
        ("partijen.csv", b"MZ\x90\x00", "een programma"),
        ("partijen.csv", b"naam\x00\x00", "geen gewone tekst"),
        ("partijen.csv", archive(word__document=b"x"), "een Word-document"),
        ("partijen.csv", workbook(["naam"]), "een Excel-bestand (.xlsx)"),
        ("partijen.xlsx", b"naam;soort\n", "geen Excel-bestand"),
        ("partijen.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "een wachtwoord"),
        ("partijen.xlsx", b"PK\x03\x04 en dan niets", "beschadigd"),
        ("partijen.xlsx", archive(readme=b"x"), "een ingepakt bestand"),
        ("partijen.xlsx", archive(**plain_parts(), xl__vbaProject=b"x", **{"xl__vbaProject.bin": b"x"}), "macro’s"),
        ("partijen.xlsx", archive(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "OpenDocument"),
        ("partijen.xlsx", archive(**plain_parts(), **{"xl__a.xml": b"<!DOCTYPE x>"}), "opdrachten"),
        ("partijen.csv", b"", "leeg"),
    ],
)
def test_file_of_another_kind_is_refused_by_what_it_is(name: str, content: bytes, words: str) -> None:
    with pytest.raises(UploadRefused, match=words.replace("(", r"\(").replace(")", r"\)")):
        read_upload(upload(name, content))


def test_file_over_five_megabytes_is_refused() -> None:
    with pytest.raises(UploadRefused, match="groter dan 5 MB"):
        read_upload(upload("partijen.csv", b"naam\n" * 1_100_000))


def test_workbook_that_unpacks_to_a_hundred_times_its_size_is_refused() -> None:
    bomb = archive(**plain_parts(), **{"xl__sheet.xml": b"0" * 30_000_000})
    assert len(bomb) < 100_000
    with pytest.raises(UploadRefused, match="veel te groot"):
        read_upload(upload("partijen.xlsx", bomb))


def test_workbook_with_too_many_parts_is_refused() -> None:
    parts = {f"xl__{number}.xml": b"x" for number in range(uploads.MAX_ENTRIES)}
    with pytest.raises(UploadRefused, match="veel te groot"):
        read_upload(upload("partijen.xlsx", archive(**plain_parts(), **parts)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_csv_is_read_however_excel_wrote_it(encoding: str, separator: str) -> None:
    text = f'naam{separator}soort\r\n"Coöperatie {separator} De Blaauwe Zé"{separator}bedrijf\r\n'
    name, content = read_upload(upload("partijen.CSV", text.encode(encoding)))
    assert cells(name, content) == [["naam", "soort"], [f"Coöperatie {separator} De Blaauwe Zé", "bedrijf"]]


def test_csv_that_names_its_separator_is_read_with_it() -> None:
    assert cells("csv", b"sep=;\nnaam;soort\nA;b,c\n") == [["naam", "soort"], ["A", "b,c"]]


def test_empty_lines_are_left_out_and_lines_keep_their_number() -> None:
    assert [line.number for line in read_rows("csv", b"naam\n\nA\n;;\nB\n")] == [1, 3, 5]


def test_workbook_gives_every_cell_as_text() -> None:
    found = cells("xlsx", workbook(["naam", "telefoon"], ["A", 612345678], ["B", 2.5], ["C", None], ["D", True]))
    assert found[1:] == [["A", "612345678"], ["B", "2.5"], ["C"], ["D", "ja"]]


def test_cells_far_to_the_right_are_left_behind() -> None:
    book = Workbook()
    for line, name in enumerate(["naam", "A"], 1):
        book.active.cell(line, 1, name)
        book.active.cell(line, 16_384, "ver weg")
    kept = io.BytesIO()
    book.save(kept)
    assert cells("xlsx", kept.getvalue()) == [["naam"], ["A"]]


def test_workbook_of_more_cells_than_can_be_read_in_time_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MAX_ELEMENTS", 500)
    parts = {"xl__worksheets__sheet1.xml": b"<row>" + b"<c/>" * 500}
    with pytest.raises(UploadRefused, match="veel te groot"):
        read_upload(upload("partijen.xlsx", archive(**plain_parts(), **parts)))


def test_formula_is_text_and_never_worked_out() -> None:
    assert cells("xlsx", workbook(["naam"], ["=1+1"]))[1] == ["=1+1"]
    assert cells("csv", b"naam\n=1+1\n")[1] == ["=1+1"]


def test_apostrophe_of_our_own_exports_goes() -> None:
    assert cells("csv", b"telefoon\n'+31 43 123\n'Hertogenbosch\n")[1:] == [["+31 43 123"], ["'Hertogenbosch"]]


def test_more_lines_than_fit_are_refused_as_a_whole() -> None:
    with pytest.raises(UploadRefused, match=r"20\.000 regels"):
        read_rows("csv", b"naam\n" + b"A\n" * (sheets.MAX_ROWS + 1))


def test_quote_that_never_ends_is_told_by_its_line() -> None:
    with pytest.raises(UploadRefused, match="aanhalingsteken"):
        read_rows("csv", b'naam\n"' + b"x" * 200_000)


def test_control_characters_go() -> None:
    assert cells("csv", b"naam\nA\x07B\n")[1] == ["AB"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [("C:\\lijst\\a.csv", "a.csv"), ("../../a.csv", "a.csv"), ("a\x00.csv", "a.csv"), ("", "bestand")],
)
def test_only_the_last_part_of_a_file_name_is_kept(name: str, kept: str) -> None:
    assert safe_name(name) == kept
