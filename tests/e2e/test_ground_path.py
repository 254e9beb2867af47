"""What everything stands on, by hand in a browser: factsheet and photos, parties from a file, handing over a role."""

import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from tests.e2e.test_main_path import AREA, become, portal, text_of  # noqa: F401  the fixture of a portal at work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

OLD = "De keuzes voor de beekdalen ontbreken nog."
NEW = "De keuzes voor de beekdalen liggen bij de partijen."
FILE = """naam;soort;functie
Gemeente Simpelveld;Gemeente;Wethouder water
Gemeente Voerendaal;Gemeente;
Wandelclub;vereniging;Voorzitter
"""


def write_heading(page: Page, words: str, percentage: str) -> None:
    """Fill in, in the factsheet itself, how far the ontwikkelperspectief is."""
    heading = page.locator("#kop-perspectief")
    heading.get_by_role("link", name="Bijwerken").click()
    heading.get_by_label("Hoe ver is het ontwikkelperspectief").fill(percentage)
    heading.get_by_label("Toelichting").fill(words)
    heading.get_by_role("button", name="Bewaren").click()
    expect(heading.locator(".figure")).to_contain_text(percentage)


def take_photo(page: Page, portal: str, name: str) -> None:  # noqa: F811
    page.goto(f"{portal}{AREA}factsheet/fotos/")
    page.get_by_label("Naam").fill(name)
    page.get_by_role("button", name="Maak een foto").click()
    expect(page.get_by_role("main")).to_contain_text(name)


def test_change_of_a_heading_shows_between_photo_and_now(page: Page, portal: str) -> None:  # noqa: F811
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}factsheet/")
    write_heading(page, OLD, "62")
    take_photo(page, portal, "Voor het overleg")
    page.goto(f"{portal}{AREA}factsheet/")
    write_heading(page, NEW, "70")
    page.goto(f"{portal}{AREA}factsheet/fotos/")
    expect(page.get_by_label("Van").locator("option:checked")).to_contain_text("Voor het overleg")
    page.get_by_role("button", name="Laat het verschil zien").click()
    differences = page.get_by_role("main")
    expect(differences).to_contain_text("1 van de 9 koppen is veranderd")
    expect(differences.locator("ins").filter(has_text="partijen").first).to_be_visible()
    expect(differences.locator("del").filter(has_text="ontbreken").first).to_be_visible()


def test_file_with_an_error_row_is_corrected_and_confirmed(page: Page, portal: str, tmp_path: Path) -> None:  # noqa: F811
    (tmp_path / "partijen.csv").write_text(FILE, encoding="utf-8")
    become(page, portal, "gespreksvoerder")
    page.goto(f"{portal}{AREA}partijen/invoer/")
    page.get_by_label("Bestand met partijen").set_input_files(tmp_path / "partijen.csv")
    page.get_by_role("button", name="Bestand controleren").click()
    wrong = page.get_by_role("group", name=re.compile("Wandelclub"))
    wrong.get_by_label("Soort").select_option(label="Bewoners", timeout=60_000)
    page.get_by_role("button", name="Verbeter deze regel").click()
    page.get_by_role("button", name="Voer in").click(timeout=60_000)
    expect(page.get_by_text("Ingevoerd op")).to_be_visible(timeout=60_000)
    page.goto(f"{portal}{AREA}partijen/?naam=wandelclub")
    expect(page.get_by_role("main")).to_contain_text("Wandelclub")


def test_role_is_handed_over_and_its_dossier_printed(page: Page, portal: str) -> None:  # noqa: F811
    become(page, portal, "gebiedsbeheerder")
    page.goto(f"{portal}{AREA}rollen/")
    page.get_by_role("row", name=re.compile("Regiobestuurder")).get_by_role("link", name="Overdracht").click()
    page.get_by_label("Laatste dag van de oude rol").fill(timezone.localdate().strftime("%d-%m-%Y"))
    page.get_by_label("Rol van de nieuwe persoon").fill("Regiobestuurder water")
    page.get_by_role("button", name="Draag over").click()
    expect(page.get_by_role("main")).to_contain_text("Overgedragen")
    page.get_by_role("button", name="PDF van het dossier").click()
    link = page.get_by_role("link", name="Bewaar als bestand")
    expect(link).to_be_visible(timeout=90_000)
    words = text_of(page.request.get(f"{portal}{link.get_attribute('href')}").body())
    assert "Regiobestuurder" in words
    assert "Landbouworganisatie" in words
