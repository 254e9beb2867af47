"""Law text on paper: every sign of the worked examples is read back from a real PDF, and lists are tagged as lists."""

import io
import re
from collections.abc import Iterator

import pikepdf
import pytest
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from coalition.agreement.articles.rules.text import Readable
from novex_portal.toolkit.pdf.making import PdfFile, make_pdf
from tests.coalition.agreement.documents import raw_pages_of as pages_of
from tests.toolkit.law_text.test_examples import EXAMPLES

READABLE = Readable()
FURNITURE = re.compile(r"\bVoorbeeld\s|·\s*pagina \d+ van \d+|\u200b")
"""What the page itself adds: its heading and what stands in its margins."""


@pytest.fixture(scope="module")
def made() -> PdfFile:
    """Give one PDF of all examples, each on a page of its own."""
    parts = format_html_join(
        "",
        '<section style="break-before: page"><h2>Voorbeeld</h2>{}</section>',
        ((mark_safe(READABLE.html(row["typed"], labels="marker")),) for row in EXAMPLES),  # noqa: S308
    )
    page = '<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Leden</title></head><body class="prose">{}</body></html>'
    return make_pdf(format_html(page, format_html("<h1>Leden</h1>{}", parts)), stylesheet="css/print-agreement.css")


def signs(text: str) -> list[str]:
    return sorted("".join(text.split()))


def test_every_sign_of_every_example_is_on_paper_once(made: PdfFile) -> None:
    pages = pages_of(made.content)[1:]
    assert len(pages) == len(EXAMPLES)
    for example, page in zip(EXAMPLES, pages, strict=True):
        shown = READABLE.words(example["typed"])
        if example["tree"].startswith("T<"):  # a table has lines on paper where plain lines have bars
            shown = shown.replace(" | ", " ")
        words = FURNITURE.sub("", page).replace("\ufffe", "-")
        assert signs(words) == signs(shown), example["name"]


def elements(node: object) -> Iterator[pikepdf.Dictionary]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from elements(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        yield from elements(node.get("/K"))


def test_items_are_a_label_and_a_body(made: PdfFile) -> None:
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        items = [row for row in elements(pdf.Root.StructTreeRoot.K) if row.S == "/LI"]
        children = {tuple(str(child.S) for child in row.K) for row in items}  # type: ignore[attr-defined]
    assert len(items) > 60
    assert children == {("/Lbl", "/LBody"), ("/LBody",)}
