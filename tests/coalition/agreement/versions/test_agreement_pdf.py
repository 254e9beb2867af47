"""What the PDF of a frozen akkoord says, and to which norms it keeps."""

import logging
from datetime import date

import page
import pytest

from coalition.agreement.versions.pdf import agreement_html, make_agreement_pdf, source_lines
from tests.coalition.agreement.documents import (
    HYPHEN,
    descriptors,
    make_article,
    make_party,
    make_rooted_article,
    make_text,
    opened,
    pages_of,
    plain_pdf,
    raw_pages_of,
    structure,
)
from tests.norms import faults_of

STRANGE = {
    "emoji": "Water 😀 👩‍👩‍👧‍👦 🇳🇱 👍🏽.",
    "right to left": "שלום עולם en مرحبا بالعالم in één zin.",
    "a script": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "a long word": "w" * 3000,
    "a long address": "https://example.org/" + "kaart/" * 200,
    "signs without a font": "漢字 กขค \U000e0001 ①",
    "combining marks": "Z̴̢a̶l̷g̸o̵ é",
    "small digits": "CO₂ en 10⁶ m³",
    "a link to nowhere": "[hier](#nergens) en [daar](../weg) en [kapot](http://[::1)",
    "deep lists": "- a\n  - b\n    - c\n      1. d\n         - e",
    "a wide table": "|" + "kolom|" * 12 + "\n|" + "---|" * 12 + "\n|" + "waarde|" * 12,
    "skipped headings": "#### Diep\n\n# Hoog\n\ntekst",
    "nothing": "",
}


def test_cover_names_area_title_version_and_concept() -> None:
    cover = pages_of(plain_pdf().content)[0]
    assert "Akkoord voor een blauw-groene coalitie" in cover
    assert "NOVEX-gebied Zuid-Limburg" in cover
    assert "Concept versie 3 van 6 juli 2026" in cover


def test_moment_of_freezing_is_told_in_dutch_time() -> None:
    assert "6 juli 2026 om 14.05 uur" in pages_of(plain_pdf().content)[0]


def test_watermark_is_on_every_page() -> None:
    assert all("CONCEPT" in text for text in pages_of(plain_pdf().content))


def test_watermark_is_not_read_aloud() -> None:
    assert "CONCEPT" not in agreement_html(make_text())


def test_pages_after_the_cover_are_counted() -> None:
    pages = pages_of(plain_pdf().content)
    assert all(f"pagina {number} van {len(pages)}" in text for number, text in enumerate(pages[1:], 2))


def test_running_header_names_area_and_title() -> None:
    header = "NOVEX-gebied Zuid-Limburg · Akkoord voor een blauw-groene coalitie"
    assert all(header in text for text in pages_of(plain_pdf().content)[1:])


def test_contents_name_the_page_of_an_article() -> None:
    pages = pages_of(plain_pdf().content)
    here = next(number for number, text in enumerate(pages, 1) if number > 2 and "2.2 Water en bodem" in text)
    assert f"2.2 Water en bodem als begin {here}" in pages[1]


def test_chapter_without_articles_is_left_out() -> None:
    assert not any("Leeg hoofdstuk" in text for text in pages_of(plain_pdf().content))


def test_article_says_where_it_comes_from() -> None:
    text = " ".join(pages_of(plain_pdf().content))
    assert "Herkomst: 4 uitspraken uit 3 gesprekken, bewoners, gemeente en waterschap, maart tot en met april" in text
    assert "ambitie 1: Water als begin" in text


def test_article_without_sources_says_so() -> None:
    assert "Herkomst: nog niet vastgelegd." in " ".join(pages_of(plain_pdf().content))


def test_annex_takes_equal_sources_together() -> None:
    lines = [(line.ambition, line.party_kind, line.held_on, line.statements) for line in source_lines(make_text())]
    assert lines == [
        ("Ambitie 1: Water als begin", "Gemeente", "02-03-2026", 1),
        ("Ambitie 1: Water als begin", "Waterschap", "09-03-2026", 2),
        ("", "Bewoners", "01-04-2026", 1),
    ]


def test_annex_lists_articles_without_source() -> None:
    assert "herkomst nog niet vastgelegd: 2.2." in pages_of(plain_pdf().content)[-1]


def test_signing_party_gets_a_block_with_who_it_acts_for() -> None:
    text = " ".join(pages_of(plain_pdf().content))
    assert "Het college van burgemeester en wethouders, namens deze:" in text
    assert "Plaats en datum" in text


def test_party_that_does_not_sign_gets_no_block() -> None:
    supporter = make_party("Bewonersvereniging", signs=False, role="Ondersteuner")
    html = agreement_html(make_text(parties=(supporter,)))
    assert "Ondersteuner" in html
    assert "Handtekening" not in html


def test_party_shows_decision_and_reservation() -> None:
    party = make_party(decided_on=date(2026, 6, 30), reservation="Na instemming van de raad.")
    html = agreement_html(make_text(parties=(party,)))
    assert "besluit van 30\u00a0juni 2026" in html
    assert "Voorbehoud: Na instemming van de raad." in html


def test_akkoord_without_parties_has_no_pages_for_them() -> None:
    html = agreement_html(make_text(parties=()))
    assert "De partijen" not in html
    assert "Handtekeningen" not in html


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_file_keeps_to_the_norm(profile: str) -> None:
    report = page.validate_pdf_bytes(plain_pdf().content, profile=profile)
    assert faults_of(plain_pdf().content, profile) == []
    assert report.rules.total > 100


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
def test_strange_text_becomes_a_file_that_keeps_to_the_norms(strange: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, logger="weasyprint")
    pdf = make_agreement_pdf(make_text(make_article(text=strange)))
    assert caplog.messages == []
    for profile in ("ua1", "3a"):
        assert faults_of(pdf.content, profile) == []


def test_strange_titles_and_names_do_no_harm() -> None:
    strange = '<b>"& ' + "blauw-groen " * 12
    names = {"title": strange, "area": strange[:40], "label": strange, "parties": (make_party(strange),)}
    text = make_text(make_article(title=strange), **names)
    assert page.is_pdf_compliant_bytes(make_agreement_pdf(text).content, profile="ua1")


def test_script_is_shown_as_text() -> None:
    pdf = make_agreement_pdf(make_text(make_article(text="<script>alert(1)</script>")))
    assert "<script>alert(1)</script>" in " ".join(pages_of(pdf.content))


def test_same_text_gives_the_same_bytes() -> None:
    emoji = make_text(make_rooted_article(), make_article("2.2", text="🌊"))
    assert make_agreement_pdf(emoji).sha256 == make_agreement_pdf(emoji).sha256


def test_file_says_it_is_dutch() -> None:
    with opened(plain_pdf().content) as document:
        assert str(document.Root.Lang) == "nl"


def test_file_carries_title_and_moment() -> None:
    with opened(plain_pdf().content) as document:
        assert str(document.docinfo["/Title"]) == "Akkoord voor een blauw-groene coalitie, versie 3 (concept)"
        assert str(document.docinfo["/CreationDate"]) == "D:20260706140500+02'00"


def test_bookmarks_follow_chapters_and_articles() -> None:
    with opened(plain_pdf().content) as document, document.open_outline() as outline:
        chapter = next(item for item in outline.root[0].children if "Overwegingen" in item.title)
        assert chapter.children[0].title.startswith("2.1")


def test_headings_tables_and_links_are_tagged() -> None:
    kinds = set(structure(plain_pdf().content))
    assert kinds >= {"H1", "H2", "H3", "P", "L", "LI", "Table", "TH", "TD", "Link", "Art", "Sect"}


def test_every_font_is_embedded() -> None:
    with opened(plain_pdf().content) as document:
        fonts = descriptors(document)
        assert len(fonts) >= 4
        assert all("/FontFile2" in font or "/FontFile3" in font for font in fonts)


def test_long_words_are_hyphenated_the_dutch_way() -> None:
    words = "Verantwoordelijkheidsverdeling gebiedsprogramma samenwerkingsovereenkomst. " * 2
    pdf = make_agreement_pdf(make_text(make_article(text=words)))
    assert f"Ver{HYPHEN}antwoordelijkheidsverdeling" in "".join(raw_pages_of(pdf.content))
