"""The document a minister signs: its kinds, its order, and how it falls over pages, read back from real PDFs."""

import functools
from datetime import date
from typing import Any

import pypdfium2
import pytest

from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.rules.parties import NamedParty, opening_lines
from coalition.agreement.versions.enums import VersionKind
from coalition.agreement.versions.pdf import agreement_html, kept_together, make_agreement_pdf
from coalition.agreement.versions.rules.proof import fingerprint
from coalition.agreement.versions.rules.snapshot import (
    ChapterText,
    PointPositionText,
    PointText,
    VersionText,
    from_json,
    without_provenance,
)
from tests.coalition.agreement.documents import make_article, make_party, make_rooted_article, make_text, pages_of
from tests.norms import faults_of

LONG = "Koninklijke Verenigde Samenwerkingsorganisatie voor Natuur, Landbouw, Water en Landschap in het Heuvelland"
ROWS = "\n".join(
    f"| Maatregel {row} met een lange omschrijving van het werk | {2026 + row} | € {row}.250.000 |"
    for row in range(1, 31)
)
TABLE = f"Tabel 1: Bijdragen\n| Maatregel | Jaar | Bedrag |\n|---|---|---|\n{ROWS}\n|---|---|---|\n| Totaal | | € 581.250.000 |"
CELLS = "|".join(f" {column} " for column in range(12))
WIDE = f"|{CELLS}|\n|{'---|' * 12}\n" + "\n".join(f"|{CELLS}|" for _ in range(40))


def annex(label: str, text: str, *, is_landscape: bool = False) -> ChapterText:
    article = make_article(f"{label}.1", text=text, title=f"Wat in {label} staat")
    return ChapterText(label, 90, f"Titel van {label}", (article,), label, is_annex=True, is_landscape=is_landscape)


def signing(count: int) -> dict[str, Any]:
    """Return this many parties that sign: every fifth has a long name, every seventh two functions."""
    names = [f"{LONG} {number}" if number % 5 == 0 else f"Gemeente {number}" for number in range(1, count + 1)]
    functions = [("wethouder",) if number % 7 else ("gedeputeerde", "commissaris") for number in range(1, count + 1)]
    parties = [make_party(name, signatories=who) for name, who in zip(names, functions, strict=True)]
    named = [NamedParty(name, "Het college", functions=who) for name, who in zip(names, functions, strict=True)]
    return {"parties": tuple(parties), "opening": opening_lines(named)}


def make_document(
    *articles: Any, annexes: tuple[ChapterText, ...] = (), parties: Any = 3, **fields: Any
) -> VersionText:
    chapters = (ChapterText("b", 1, "Afspraken", articles or (make_rooted_article("1.1"), make_article("1.2")), "1"),)
    values = {
        "preamble": "Overwegende dat:\nde Maas stijgt;\npartijen samenwerken,",
        "grammar": Grammar.LAW,
        "kind": VersionKind.FINAL,
        **(signing(parties) if isinstance(parties, int) else {"parties": parties}),
        **fields,
    }
    return make_text(chapters=chapters + annexes, **values)


def pages(text: VersionText) -> list[str]:
    return pages_of(make_agreement_pdf(text).content)


@functools.cache
def large() -> bytes:
    """Give one PDF of all that is hard at once: 40 parties, 60 articles, long and wide tables."""
    texts = (
        "1. Partijen beginnen bij water.\n2. Zij delen:\na. cijfers;\nb. kaarten." + " Een zin." * (nr % 40)
        for nr in range(60)
    )
    articles = [make_article(f"1.{number}", text=text) for number, text in enumerate(texts, start=1)]
    annexes = (annex("B1", TABLE), annex("B2", WIDE, is_landscape=True))
    return make_agreement_pdf(make_document(*articles, annexes=annexes, parties=40)).content


# --- Kinds ----------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("kind", "bears"),
    [("concept", True), ("consultatie", True), ("besluit", False), ("definitief", False)],
)
def test_concept_stands_across_what_is_no_decision_yet(kind: str, bears: bool) -> None:
    assert ('<body class="concept">' in agreement_html(make_document(kind=kind))) is bears


def test_final_text_shows_no_stand_and_nothing_that_is_missing() -> None:
    html = agreement_html(make_document())
    assert "Ambtelijk akkoord" not in html
    assert "nog niet vastgelegd" not in html
    assert "Hoe ver is het besluit?" not in html


def test_text_to_decide_about_shows_how_far_parties_are() -> None:
    html = agreement_html(make_document(kind=VersionKind.DECISION))
    assert "Ambtelijk akkoord" in html
    assert "nog niet vastgelegd" in html


def test_document_says_whether_provenance_is_part_of_it() -> None:
    with_it, without = make_document(), make_document(with_provenance=False)
    assert "hoort bij dit document" in agreement_html(with_it)
    html = agreement_html(without)
    assert "Waar de artikelen vandaan komen hoort niet bij dit document." in html
    assert "Herkomst" not in html


def test_chapter_without_provenance_holds_none() -> None:
    chapter = make_document().chapters[0]
    assert {(row.sources, row.ambitions) for row in without_provenance(chapter).articles} == {((), ())}


def test_point_has_its_number() -> None:
    point = PointText("Wie betaalt?", "Onbekend.", (PointPositionText("Vaals", "Niet wij."),), 7)
    assert "7 Wie betaalt?" in "".join(pages(make_document(points=(point,), kind="concept")))


# --- What stands where ----------------------------------------------------------------------------
def test_parties_and_why_they_agree_stand_before_the_first_article() -> None:
    text = " ".join(pages(make_document(parties=2))[2:])
    assert text.index("Het college, namens deze: wethouder") < text.index("de Maas stijgt;")
    assert text.index("de Maas stijgt;") < text.index("komen het volgende overeen:") < text.index("1 Afspraken")


def test_annexes_stand_behind_the_signatures_each_on_a_page_of_its_own() -> None:
    found = pages(make_document(annexes=(annex("B1", "Een."), annex("B2", "Twee."))))
    first, second = (
        next(nr for nr, text in enumerate(found) if f"Titel van {label} B" in text) for label in ("B1", "B2")
    )
    signatures = max(nr for nr, text in enumerate(found) if "Plaats en datum" in text)
    assert signatures < first < second
    assert "B1 Titel van B1 B1.1 Wat in B1 staat Een." in found[first]


def test_citation_title_stands_on_the_cover_and_above_the_signatures() -> None:
    found = pages(make_document(citation_title="Gebiedsakkoord Vaals"))
    assert "Aangehaald als: Gebiedsakkoord Vaals" in found[0]
    assert "Dit akkoord wordt aangehaald als: Gebiedsakkoord Vaals." in " ".join(found)


def test_party_that_does_not_sign_is_named_below_the_signatures() -> None:
    bond = make_party("Bond", signs=False, role="Ondersteuner")
    assert "Ondersteuner, zonder te tekenen: Bond." in agreement_html(make_document(parties=(make_party(), bond)))


def test_every_function_has_a_place_to_sign() -> None:
    assert agreement_html(make_document(parties=7)).count("Plaats en datum") == 8


# --- Pages ----------------------------------------------------------------------------------------
@pytest.mark.parametrize("count", range(1, 10))
def test_rows_of_signatures_leave_none_alone(count: int) -> None:
    groups = kept_together(list(range(count)))
    assert [block for rows in groups for row in rows for block in row] == list(range(count))
    assert count == 1 or all(sum(map(len, rows)) > 1 for rows in groups)


@pytest.mark.parametrize("count", [1, 3, 7])
def test_no_signature_stands_alone_on_a_page(count: int) -> None:
    for sentences in (0, 60):
        found = pages(
            make_document(make_article("1.1", text="Een zin die doorloopt. " * sentences + "Slot."), parties=count)
        )
        signs = [(text.count("Plaats en datum"), "Slot." in text) for text in found if "Plaats en datum" in text]
        assert all(blocks > 1 or with_text for blocks, with_text in signs)


def test_no_signature_of_forty_parties_stands_alone_or_is_broken() -> None:
    found = [text for text in pages_of(large()) if "Plaats en datum" in text]
    for text in found:
        assert text.count("Plaats en datum") == text.count("Naam") > 1


def entries(text: str) -> int:
    """Return how many lines of the contents a page holds, by the numbers they end in."""
    return sum(line.rsplit(" ", 1)[-1].isdigit() for line in text.splitlines())


@pytest.mark.parametrize("count", [34, 36, 37])
def test_contents_never_leave_one_line_on_a_page(count: int) -> None:
    articles = [make_article(f"1.{number}", text="Kort.", title="Kort") for number in range(1, count + 1)]
    with pypdfium2.PdfDocument(
        make_agreement_pdf(make_document(*articles, with_provenance=False)).content
    ) as document:
        texts = [document[number].get_textpage().get_text_range().strip() for number in range(1, 4)]
    contents = [text for text in texts if "Partijen en overwegingen\r\n1." not in text and "komen het" not in text]
    assert all(entries(text) > 1 for text in contents)


def test_head_of_a_table_stands_on_every_page_and_its_total_once() -> None:
    found = [text for text in pages_of(large()) if "Maatregel Jaar Bedrag" in text]
    assert len(found) > 1
    assert "".join(found).count("Totaal € 581.250.000") == 1
    assert all(text.count("Maatregel ") > 2 for text in found)


def right_edges(content: bytes, words: str) -> set[int]:
    """Return where on their pages these words end."""
    edges = set()
    with pypdfium2.PdfDocument(content) as document:
        for number in range(len(document)):
            text = document[number].get_textpage()
            searcher = text.search(words)
            while found := searcher.get_next():
                edges.add(round(text.get_charbox(found[0] + found[1] - 1)[2]))
    return edges


def test_amounts_end_at_one_edge_inside_the_page() -> None:
    edges = right_edges(make_agreement_pdf(make_document(annexes=(annex("B1", TABLE),))).content, ".250.000")
    assert max(edges) - min(edges) <= 2
    assert max(edges) <= 595 - 26 / 25.4 * 72 + 1


def sizes(content: bytes) -> list[tuple[float, float]]:
    with pypdfium2.PdfDocument(content) as document:
        return [document[number].get_size() for number in range(len(document))]


def test_annex_lies_on_its_side_and_what_follows_stands_again() -> None:
    content = large()
    lying = [number for number, (width, height) in enumerate(sizes(content)) if width > height]
    assert lying == [number for number, text in enumerate(pages_of(content)) if "0 1 2 3 4 5 6 7 8 9 10 11" in text]
    assert lying[-1] < len(sizes(content)) - 1


@pytest.mark.parametrize("profile", ["ua1", "3a"])
def test_large_document_keeps_to_the_norm(profile: str) -> None:
    assert faults_of(large(), profile) == []


# --- What was frozen before -----------------------------------------------------------------------
def frozen_before(kind: str = "besluit") -> dict[str, Any]:
    """Return a text in the third shape, as it lies in a database."""
    data = make_text(kind=kind, parties=(make_party(decided_on=date(2026, 5, 1)),)).to_json()
    for name in ("citation_title", "opening", "preamble", "with_provenance"):
        del data[name]
    for party in data["parties"]:
        party["signatory_role"] = party.pop("signatories")[0]
        del party["short_name"]
    for chapter in data["chapters"]:
        del chapter["is_landscape"]
    return data | {"format": 3}


def test_shape_of_before_is_printed_as_it_was() -> None:
    html = agreement_html(from_json(frozen_before()))
    assert '<body class="concept">' in html
    assert html.index('id="Partijen"') < html.index("Ambtelijk akkoord") < html.index('id="Hoofdstuk-2"')
    assert (
        "Het college van burgemeester en wethouders, namens deze wethouder, hierna te noemen: Gemeente Maastricht"
        in html
    )
    assert "komen het volgende overeen" not in html
    assert "hoort bij dit document" not in html


def test_final_text_of_before_still_shows_its_stands() -> None:
    html = agreement_html(from_json(frozen_before("definitief")))
    assert "Ambtelijk akkoord" in html
    assert "<body>" in html


def test_fingerprint_of_before_stays_what_it_was() -> None:
    data = frozen_before()
    before = fingerprint(data, "")
    from_json(data)
    assert fingerprint(data, "") == before


def test_shape_is_kept_when_a_text_is_written_again() -> None:
    assert from_json(frozen_before()).to_json()["format"] == 3
