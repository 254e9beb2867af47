"""The factsheet in a real browser: one heading edited in place, by mouse and by keyboard."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.rules.rows import ChallengeRow, FrictionRow
from areas.models import Area, Challenge, User
from tests.e2e.axe import serious_findings

pytestmark = pytest.mark.django_db(transaction=True)

BrowseAs = Callable[[User], None]


@pytest.fixture
def factsheet(page: Page, live_server: LiveServer, area: Area, planner: User, browse_as: BrowseAs) -> Page:
    browse_as(planner)
    page.goto(f"{live_server.url}/gebieden/zuid-limburg/factsheet/")
    return page


def test_heading_is_edited_in_place(factsheet: Page, area: Area, complaints: list[str]) -> None:
    section = factsheet.locator("#kop-hoofdopgave")
    section.get_by_role("link", name="Bijwerken").click()
    expect(section.get_by_role("heading", name="Hoofdopgave bijwerken")).to_be_focused()
    section.get_by_label("Tekst (niet verplicht)", exact=True).fill("Water **vasthouden**.")
    section.get_by_label("Opgave", exact=True).fill("Heuvelland")
    assert serious_findings(factsheet) == []
    section.get_by_role("button", name="Bewaren").last.click()
    expect(section.get_by_text("Heuvelland")).to_be_visible()
    expect(section.locator("strong").first).to_have_text("vasthouden")
    expect(section.get_by_role("heading", name="Hoofdopgave", exact=False).first).to_be_focused()
    expect(factsheet.locator("#live")).to_contain_text("“Hoofdopgave” is bewaard.")
    assert factsheet.url.endswith("/factsheet/")
    assert Challenge.objects.get(area=area).title == "Heuvelland"


def test_more_rows_keep_what_was_typed(factsheet: Page, complaints: list[str]) -> None:
    section = factsheet.locator("#kop-mijlpalen")
    section.get_by_role("link", name="Bijwerken").click()
    section.get_by_label("Wat is afgesproken of bereikt?").fill("Akkoord tekenen")
    section.get_by_role("button", name="Meer regels").click()
    expect(section.get_by_label("Wat is afgesproken of bereikt?")).to_have_count(4)
    expect(section.get_by_label("Wat is afgesproken of bereikt?").first).to_have_value("Akkoord tekenen")


def test_stopping_brings_the_heading_back(factsheet: Page, complaints: list[str]) -> None:
    section = factsheet.locator("#kop-perspectief")
    section.get_by_role("link", name="Bijwerken").click()
    section.get_by_role("link", name="Annuleren").click()
    expect(section.get_by_role("link", name="Bijwerken")).to_be_visible()


def test_mistake_is_said_in_place(factsheet: Page) -> None:
    section = factsheet.locator("#kop-perspectief")
    section.get_by_role("link", name="Bijwerken").click()
    section.get_by_label("Hoe ver is het ontwikkelperspectief, in procenten?").fill("101")
    section.get_by_role("button", name="Bewaren").last.click()
    expect(section.get_by_role("heading", name="Er is 1 fout gevonden")).to_be_focused()
    assert serious_findings(factsheet) == []


def test_loser_of_two_sees_both_texts_in_place(factsheet: Page, area: Area) -> None:
    section = factsheet.locator("#kop-hoofdopgave")
    section.get_by_role("link", name="Bijwerken").click()
    section.get_by_label("Tekst (niet verplicht)", exact=True).fill("Van mij.")
    save_heading(area=area, heading="hoofdopgave", actor=None, version=0, text="Van de ander.", source="")
    section.get_by_role("button", name="Bewaren").last.click()
    expect(section.get_by_text("Van de ander.")).to_be_visible()
    expect(section.get_by_label("Tekst (niet verplicht)", exact=True)).to_have_value("Van mij.")
    section.get_by_role("button", name="Bewaren").last.click()
    expect(section.get_by_role("link", name="Bijwerken")).to_be_visible()
    expect(section.get_by_text("Van mij.")).to_be_visible()


def test_matrix_fits_a_phone(
    page: Page, live_server: LiveServer, area: Area, planner: User, browse_as: BrowseAs
) -> None:
    save_heading(
        area=area, heading="hoofdopgave", actor=None, version=0, text="", source="",
        rows=[ChallengeRow(f"Opgave met een vrij lange naam {rank}") for rank in range(5)],
    )  # fmt: skip
    first, second = area.challenges.all()[:2]
    row = FrictionRow(first.pk, second.pk, "Beide vragen dezelfde grond.")
    save_heading(area=area, heading="schuurpunten", actor=None, version=0, text="", source="", rows=[row])
    browse_as(planner)
    page.set_viewport_size({"width": 360, "height": 780})
    page.goto(f"{live_server.url}/gebieden/zuid-limburg/factsheet/schuurpunten/")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert serious_findings(page) == []
