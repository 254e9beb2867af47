"""PDFs people bring stay as they are, when they are plain."""

from unittest.mock import patch

import pikepdf
import pytest

from novex_portal.toolkit.files import papers
from novex_portal.toolkit.files.papers import MAX_PAGES, drawn_pages
from novex_portal.toolkit.files.uploads import UploadRefused
from tests.toolkit.files.brought import paper, picture, saved


def test_every_page_becomes_a_picture() -> None:
    pages = drawn_pages(paper())
    assert [(page.width, page.height) for page in pages] == [(876, 619)] * 2


def test_page_of_any_size_becomes_no_larger_than_paper() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(14_000, 200))
        assert max(drawn_pages(saved(pdf))[0].width, 0) <= 2_400


def with_script() -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        script = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"))
        pdf.Root.Names = pikepdf.Dictionary(JavaScript=pikepdf.Dictionary(Names=["x", script]))
        return saved(pdf)


def with_file() -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.attachments["geheim.exe"] = b"MZ"
        return saved(pdf)


def locked(password: str) -> bytes:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        return saved(pdf, encryption=pikepdf.Encryption(owner="baas", user=password))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (locked("geheim"), "wachtwoord"),
        (locked(""), "wachtwoord"),
        (with_script(), "scripts"),
        (with_file(), "verstopt"),
        (paper(MAX_PAGES + 1), "meer dan 40 bladzijden"),
        (paper() + b"PK\x05\x06" + bytes(18), "beschadigd"),
        (paper()[:200], "beschadigd"),
        (b"%PDF-1.7\n%%EOF", "beschadigd"),
        (b"GIF89a" + paper(), "een plaatje"),
        (picture(), "een plaatje"),
        (b"zomaar", "geen PDF"),
    ],
)
def test_what_is_no_plain_pdf_is_refused_with_the_reason(content: bytes, says: str) -> None:
    with pytest.raises(UploadRefused, match=says):
        drawn_pages(content)


def test_pdf_that_takes_too_long_is_refused() -> None:
    with patch.object(papers, "_PATIENCE", 0.01), pytest.raises(UploadRefused, match="te zwaar"):
        drawn_pages(paper())
