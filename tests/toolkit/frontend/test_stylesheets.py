"""Our own style sheets reach a browser as one small file each, and say no more than some page uses."""

from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from novex_portal.toolkit.frontend import stylesheets
from tests.classes import unused

CSS = Path(__file__).resolve().parents[3] / "static/css"


def served(name: str) -> str:
    return Path(str(finders.find(f"css/{name}"))).read_text("utf-8")


def test_sheet_of_many_parts_is_one_file() -> None:
    assert "@import" not in served("portaal.css")


@pytest.mark.parametrize("part", sorted((CSS / "portaal").glob("*.css")), ids=lambda part: part.stem)
def test_every_part_is_in_the_sheet(part: Path) -> None:
    assert f'@import "portaal/{part.name}";' in (CSS / "portaal.css").read_text("utf-8")


def test_what_is_served_is_shorter_than_its_source() -> None:
    parts = [CSS / "portaal.css", *(CSS / "portaal").glob("*.css")]

    assert len(served("portaal.css")) < 0.9 * sum(len(part.read_text("utf-8")) for part in parts)


def test_sheet_of_a_pdf_stays_as_it_is() -> None:
    assert served("print.css") == (CSS / "print.css").read_text("utf-8")


def test_what_is_not_a_sheet_is_not_found_here() -> None:
    finder = stylesheets.StyleFinder()

    assert [finder.find(name) for name in ("css/../settings.py", "css/print.css", "css/bestaat-niet.css")] == [[]] * 3


@pytest.mark.parametrize("sheet", sorted(CSS.rglob("*.css")), ids=lambda sheet: str(sheet.relative_to(CSS)))
def test_every_class_of_a_sheet_is_used(sheet: Path) -> None:
    assert unused(sheet.read_text("utf-8")) == []


def test_a_class_that_nothing_has_is_found() -> None:
    css = '/* .old */ .status--good, .of-nobody:has(> .status) { content: ".x"; } @media print { .of-nowhere { color: red; } }'

    assert unused(css) == ["of-nobody", "of-nowhere"]
