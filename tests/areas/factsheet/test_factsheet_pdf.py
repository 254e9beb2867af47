"""Factsheets on paper: what the documents say, and to which norms they keep."""

import functools
from datetime import UTC, date, datetime
from typing import Any

import page
import pytest
from django.test import Client
from django.urls import reverse

from areas.factsheet.actions.prints import print_factsheets
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.pdf import factsheet_html, factsheets_html
from areas.factsheet.rules.altitude import Altitude, HeadingFacts, altitude
from areas.factsheet.rules.text import FactLine, FactsheetText, HeadingText
from areas.models import Area, Printout, User
from novex_portal.toolkit.pdf.making import PdfFile, make_pdf
from novex_portal.toolkit.pdf.paper import DOCUMENT
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.documents import opened, pages_of, structure
from tests.factories import make_area
from tests.norms import faults_of

MOMENT = datetime(2026, 7, 6, 12, 5, tzinfo=UTC)
SOURCE = "OFL, samenvatting van de verkenning"
ROWS = {
    FactsheetHeading.STATE: HeadingText("stand-van-zaken", "## Nu\n\nDe **planningsgroep** is gevormd.", SOURCE),
    FactsheetHeading.FRICTIONS: HeadingText(
        "schuurpunten", lines=(FactLine("Waterberging en landbouw.", "Opties: ruil.\nEigenaren: waterschap", SOURCE),)
    ),
    FactsheetHeading.MILESTONES: HeadingText(
        "mijlpalen",
        lines=(
            FactLine("Panorama", "oktober 2022", SOURCE, "Mijlpaal, gemaakt"),
            FactLine("Akkoord", "juni 2027", "Brief van de provincie", "Afspraak, in het verschiet"),
        ),
    ),
    FactsheetHeading.PERSPECTIVE: HeadingText("perspectief", "Een bouwsteen.", SOURCE, 60),
}


def make_text(area: str = "Zuid-Limburg", slug: str = "zuid-limburg", **strange: str) -> FactsheetText:
    headings = [ROWS.get(key, HeadingText(key.value)) for key in FactsheetHeading]
    if strange:
        headings[1] = HeadingText("hoofdopgave", strange["text"], lines=(FactLine(strange["text"]),))
    return FactsheetText(area, slug, tuple(headings))


def heights(text: FactsheetText) -> dict[str, Altitude]:
    return {
        row.heading: altitude(HeadingFacts(row.heading, text=bool(row.text), rows=len(row.lines)), date(2026, 7, 6))
        for row in text.headings
    }


def one_html(text: FactsheetText) -> str:
    return factsheet_html(text, heights(text), moment=MOMENT)


@functools.cache
def one() -> PdfFile:
    return make_pdf(one_html(make_text()), stylesheet=DOCUMENT)


@functools.cache
def several() -> PdfFile:
    texts = [make_text(), make_text("De Peel", "de-peel")]
    html = factsheets_html([(text, heights(text)) for text in texts], moment=MOMENT, title="Factsheets van 2 gebieden")
    return make_pdf(html, stylesheet=DOCUMENT)


def test_first_page_names_the_area_and_the_moment() -> None:
    first = pages_of(one().content)[0]
    assert "Factsheet Zuid-Limburg Stand van 6 juli 2026 om 14.05 uur" in first


def test_every_page_tells_when_it_was_printed_and_which_it_is() -> None:
    pages = pages_of(several().content)
    for number, text in enumerate(pages[1:], 2):
        assert f"Afgedrukt op 6 juli 2026 om 14.05 uur pagina {number} van {len(pages)}" in text


def test_running_head_names_the_area_a_page_is_about() -> None:
    assert "De Peel · Factsheets van 2 gebieden" in pages_of(several().content)[-1]


def test_all_nine_headings_stand_in_it_with_their_height_in_words() -> None:
    text = " ".join(pages_of(one().content))
    assert all(str(heading.label) in text for heading in FactsheetHeading)
    assert "Vlieghoogte 0 van 3 (leeg). Voor de volgende hoogte: Beschrijf de hoofdopgave." in text


def test_contents_name_the_page_of_an_area() -> None:
    pages = pages_of(several().content)
    here = next(number for number, text in enumerate(pages, 1) if number > 3 and "De Peel" in text)
    assert f"De Peel {here}" in pages[1]


def test_areas_stand_side_by_side_with_their_heights() -> None:
    assert "De Peel 1 0 0 0 1 1 0 1 0" in pages_of(several().content)[2]


def test_percentage_is_said_in_a_sentence() -> None:
    assert "Het ontwikkelperspectief is voor 60% gereed." in " ".join(pages_of(one().content))


def test_source_that_all_rows_share_is_named_once() -> None:
    html = one_html(FactsheetText("A", "a", (ROWS[FactsheetHeading.FRICTIONS],)))
    assert html.count(SOURCE) == 1


def test_different_sources_stand_with_their_rows() -> None:
    html = one_html(FactsheetText("A", "a", (ROWS[FactsheetHeading.MILESTONES],)))
    assert '<th scope="col">Bron</th>' in html
    assert '<td class="source">Brief van de provincie</td>' in html


def test_detail_of_a_friction_stands_below_it_line_by_line() -> None:
    assert '<span class="soft">Opties: ruil.</span><span class="soft">Eigenaren: waterschap</span>' in one_html(
        make_text()
    )


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("made", [one, several])
def test_file_keeps_to_the_norm(profile: str, made: Any) -> None:
    report = page.validate_pdf_bytes(made().content, profile=profile)
    assert faults_of(made().content, profile) == []
    assert report.rules.total > 100


@pytest.mark.parametrize("strange", ["w" * 2000, "😀 שלום", "<script>alert(1)</script>", "#### Diep\n\n# Hoog"])
def test_strange_texts_keep_to_the_norm(strange: str) -> None:
    pdf = make_pdf(one_html(make_text(text=strange)), stylesheet=DOCUMENT)
    assert page.is_pdf_compliant_bytes(pdf.content, profile="ua1")


def test_headings_and_tables_are_tagged() -> None:
    assert {"H1", "H2", "H3", "Table", "Caption", "TH", "TD", "Link"} <= set(structure(several().content))


def test_bookmarks_follow_areas_and_headings() -> None:
    with opened(several().content) as document, document.open_outline() as outline:
        peel = next(item for item in outline.root[0].children if item.title == "De Peel")
        assert len(peel.children) == 9


def test_same_text_gives_the_same_bytes() -> None:
    assert make_pdf(one_html(make_text()), stylesheet=DOCUMENT).sha256 == one().sha256


def test_progress_counts_pages_and_never_counts_back() -> None:
    told: list[str] = []
    texts = [make_text(), make_text("De Peel", "de-peel")]
    html = factsheets_html([(text, heights(text)) for text in texts], moment=MOMENT, title="Factsheets")
    pdf = make_pdf(html, stylesheet=DOCUMENT, on_progress=told.append)
    numbers = [int(words.split()[0]) for words in told]
    assert (told[0], numbers[-1]) == ("1 bladzijde opgemaakt", pdf.pages)
    assert numbers == sorted(numbers)
    assert told[-1].endswith("bestand wordt geschreven")


def test_button_asks_for_the_factsheet_as_it_is_now(area: Area, participant: User, signed_in: Any) -> None:
    client: Client = signed_in(participant)
    response = client.post(reverse("factsheet-print", args=[area.slug]))
    printout = Printout.objects.get()
    assert response["Location"] == reverse("printout", args=[printout.pk])
    assert (printout.title, printout.area) == ("Factsheet Zuid-Limburg", area)
    assert area.main_challenge in printout.html


def test_all_factsheets_are_those_one_may_see(area: Area, other_area: Area, planner: User, signed_in: Any) -> None:
    signed_in(planner).post(reverse("factsheets-print"))
    html = Printout.objects.get().html
    assert "Zuid-Limburg" in html
    assert "De Peel" not in html


def test_nothing_to_print_is_a_problem(auditor: User) -> None:
    with pytest.raises(Problem):
        print_factsheets(areas=[], actor=auditor, moment=MOMENT, token=None)


def test_pressing_the_button_twice_makes_one(area: Area, planner: User, signed_in: Any) -> None:
    client, data = signed_in(planner), {"token": "01910000-0000-7000-8000-000000000001"}
    for _ in range(2):
        client.post(reverse("factsheet-print", args=[area.slug]), data)
    assert Printout.objects.count() == 1


@pytest.mark.parametrize("areas", [1, 3])
def test_any_number_of_areas_is_printed_with_the_same_number_of_queries(
    areas: int, programme_team: User, django_assert_num_queries: Any
) -> None:
    several = [make_area(f"gebied-{number}") for number in range(areas)]
    with django_assert_num_queries(17):  # the last one ends what was said of who did it, for the transaction goes on
        print_factsheets(areas=several, actor=programme_team, moment=MOMENT, token=None)
