"""The door to WeasyPrint: what it fetches, what it prints, what it says when it cannot."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from novex_portal.toolkit.pdf.making import (
    EVERYDAY,
    FetchRefused,
    breakable,
    fetch_static,
    fonts_for,
    installed,
    make_pdf,
    printable,
    unprintable,
)
from novex_portal.toolkit.pdf.paper import told_of_signs
from tests.coalition.agreement.documents import descriptors, opened
from tests.norms import faults_of

PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
PAGE = '<!doctype html><html lang="nl"><head><title>Proef</title>{head}</head><body><h1>Proef</h1>{body}</body></html>'
# A process in which no library of the machine can be opened, as on one without Pango.
WITHOUT_PANGO = """
import cffi
def missing(self, *names, **options):
    raise OSError("cannot load library")
cffi.FFI.dlopen = missing
from novex_portal.toolkit.pdf.making import PdfUnavailable, installed, make_pdf
assert not installed()
try:
    make_pdf("<html>", stylesheet="css/print.css")
except PdfUnavailable as error:
    print(error)
"""
# Hyphens and list signs come from the style sheet, so no scan of the text loads a font for them.
FRESH = """
import sys, django
django.setup()
from coalition.agreement.versions.pdf import make_agreement_pdf
from tests.coalition.agreement.documents import make_article, make_text
text = "- a\\n  - b\\n    - c\\n      - d\\n\\n1. e\\n   1. f\\n\\n" + "Verantwoordelijkheidsverdeling " * 9
sys.stdout.buffer.write(make_agreement_pdf(make_text(make_article(text=text))).content)
"""
FOREIGN = [
    "http://127.0.0.1:9/geheim",
    "https://example.org/css/print.css",
    "https://static.invalid.example.org/css/print.css",
    "https://user@static.invalid/css/print.css",
    "file:///etc/passwd",
    "ftp://example.org/a.png",
    "data:text/css,body{}",
    "data:image/svg+xml;base64,PHN2Zy8+",
    "data:image/png;base64,aGFsbG8=",
    "https://static.invalid/../manage.py",
    "https://static.invalid/css/../../novex_portal/settings.py",
    "https://static.invalid/css/%2e%2e/%2e%2e/manage.css",
    "https://static.invalid//etc/passwd.css",
    "https://static.invalid/css/bestaat-niet.css",
    "https://static.invalid/css/print.css?a=b",
    "https://static.invalid/",
]


@pytest.mark.parametrize("url", FOREIGN)
def test_fetching_anything_but_our_own_files_is_refused(url: str) -> None:
    with pytest.raises(FetchRefused):
        fetch_static(url)


def test_fetching_a_style_sheet_of_our_own_works() -> None:
    content, content_type = fetch_static("https://static.invalid/css/print.css")
    assert content_type == "text/css"
    assert b"@page" in content


def test_fetching_a_font_from_the_named_front_end_files_works() -> None:
    content, _ = fetch_static("https://static.invalid/vendor/pdf/noto-sans-hebrew.woff2")
    assert content.startswith(b"wOF2")


def test_inline_png_is_allowed() -> None:
    assert fetch_static(f"data:image/png;base64,{PIXEL}") == (base64.b64decode(PIXEL), "image/png")


def test_foreign_parts_of_a_document_do_not_get_in(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("KANARIE")
    head = f'<link rel="attachment" href="file://{secret}"><link rel="stylesheet" href="file://{secret}">'
    body = f'<img alt="x" src="file://{secret}"><img alt="x" src="http://127.0.0.1:9/x.png">'
    made = make_pdf(PAGE.format(head=head, body=body), stylesheet="css/print.css")
    assert b"EmbeddedFile" not in made.content
    assert "Not one of our static files" in caplog.text


def test_file_knows_its_pages_size_and_checksum() -> None:
    made = make_pdf(PAGE.format(head="", body="<p>Tekst.</p>"), stylesheet="css/print.css")
    assert made.pages == 1
    assert made.size == len(made.content)
    assert len(made.sha256) == 64


def test_metadata_can_be_read_without_a_pdf_reader() -> None:
    made = make_pdf(PAGE.format(head="", body=""), stylesheet="css/print.css")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made.content


def test_fonts_of_the_machine_are_never_used() -> None:
    made = make_pdf(PAGE.format(head="", body="<p>漢字 → 😀 שלום</p>"), stylesheet="css/print.css")
    with opened(made.content) as document:
        names = {str(font.FontName).partition("+")[2] for font in descriptors(document)}
    assert names
    assert all(name.startswith("Portal") for name in names)


def test_making_a_pdf_leaves_the_environment_alone() -> None:
    before = dict(os.environ)
    make_pdf(PAGE.format(head="", body=""), stylesheet="css/print.css")
    assert dict(os.environ) == before


def test_sign_without_a_glyph_becomes_a_square() -> None:
    assert printable("a漢b", {ord("漢")}) == "a□b"


def test_small_digits_become_sub_and_sup() -> None:
    assert printable("CO₂ 10⁶", {ord("₂"), ord("⁶")}) == "CO<sub>2</sub> 10<sup>6</sup>"


def test_letters_cast_as_one_and_the_sign_per_mille_are_printed() -> None:
    assert unprintable("ﬁets ‰ €") == []
    assert printable("ﬁ 2 ‰", {ord("ﬁ"), ord("‰")}) == "fi 2 <sup>0</sup>⁄<sub>00</sub>"


def test_signs_of_nearly_every_text_are_in_every_font() -> None:
    assert fonts_for("".join(EVERYDAY)) == ([], set())


def test_sign_that_cannot_be_printed_is_told_once() -> None:
    assert unprintable("水 en 水") == ["水"]
    assert told_of_signs("水 en 水") == ["De PDF kan ‘水’ niet tonen en zet er □. Schrijf het anders."]
    assert told_of_signs("gewone tekst, € 5 – ‘zo’") == []


def test_metadata_keeps_its_signs() -> None:
    html = "<head><title>CO₂</title></head><body>CO₂</body>"
    assert printable(html, {ord("₂")}) == "<head><title>CO₂</title></head><body>CO<sub>2</sub></body>"


def test_long_word_may_break() -> None:
    assert breakable("w" * 90) == "\u200b".join(["w" * 60, "w" * 20, "w" * 10])


def test_long_word_full_of_tags_may_break() -> None:
    assert "\u200b" in breakable("<em>ww</em><strong>ww</strong>" * 20)


def test_words_of_usual_length_stay_whole() -> None:
    html = "<p>Verantwoordelijkheidsverdeling, &amp; &#x27;a&#x27; < b</p>" * 9
    assert breakable(html) == html


def test_entities_and_tags_are_never_broken() -> None:
    tag = f'<a href="https://example.org/{"x" * 90}">'
    assert breakable(tag + "&amp;" * 40).replace("\u200b", "") == tag + "&amp;" * 40


def test_plain_text_needs_no_extra_fonts() -> None:
    assert fonts_for("Eén plan, € 1,25 miljoen: „zó” – ½ m²") == ([], set())


@pytest.mark.parametrize("sign", ["Ω", "Ж", "ש", "ع", "→", "☐", "😀"])
def test_sign_of_another_script_has_a_font(sign: str) -> None:
    fonts, missing = fonts_for(sign)
    assert len(fonts) == 1
    assert missing == set()


def test_joiners_and_direction_marks_need_no_font() -> None:
    assert fonts_for("a\u200d\u200f\ufe0f") == ([], set())


def test_sign_no_font_has_is_missing_and_what_stands_for_it_is_not() -> None:
    fonts, missing = fonts_for("漢")
    assert missing == {ord("漢")}
    assert fonts_for("□") == (fonts, set())


def test_machine_without_pango_says_what_to_install() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT_PANGO], capture_output=True, text=True, check=True)
    assert "Installeer de pakketten libpango-1.0-0" in done.stdout


def test_signs_a_style_sheet_adds_have_a_font_in_a_fresh_process() -> None:
    done = subprocess.run([sys.executable, "-c", FRESH], capture_output=True, check=True)
    assert faults_of(done.stdout, "3a") == []


def test_machine_with_pango_says_so() -> None:
    assert installed()
