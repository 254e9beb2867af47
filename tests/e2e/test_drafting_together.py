"""Four people at one text, by hand in a browser: draft, amend, handle, take positions, walk the gouden draad, freeze, compare."""

import re
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from coalition.models import Article
from novex_portal.toolkit.text import dutch
from tests.e2e.axe import serious_findings
from tests.e2e.test_main_path import AREA, become
from tests.practice import fill_practice_environment

pytestmark = pytest.mark.django_db(transaction=True)

TITLE = "Water bij de bron"


@pytest.fixture
def portal(live_server: LiveServer, settings: Settings, tmp_path: Path) -> str:
    settings.DEMO = True
    settings.MEDIA_ROOT = tmp_path
    fill_practice_environment()
    return live_server.url


def draft(page: Page, portal: str) -> str:
    """The planning group writes an article that refers to another; the number and a letter follow. Its address."""
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}akkoord/artikelen/nieuw/")
    page.get_by_label("Titel van het artikel").fill(TITLE)
    page.get_by_label("Hoofdstuk").select_option(label="3 Gedeelde ambities")
    page.get_by_label("Tekst", exact=True).fill("Partijen vangen water op waar het valt. Zie [[artikel 9.9]].")
    page.get_by_role("button", name="Artikel bewaren").click()
    expect(page.locator(".error-list")).to_contain_text("Kijk de verwijzing na")
    page.get_by_label("Tekst", exact=True).fill("Partijen vangen water op waar het valt. Zie [[artikel 3.1]].")
    page.get_by_role("button", name="Artikel bewaren").click()
    expect(page.get_by_role("link", name="artikel 3.1")).to_be_visible()
    page.locator(".more-menu > summary").click()
    page.get_by_role("button", name="Omhoog").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".page-head")).to_contain_text(re.compile(r"Artikel\s+3\.\d+a, hoofdstuk 3"))
    return page.url


def amend(page: Page, portal: str, article: str) -> str:
    """An executive proposes other words. The address of the proposal."""
    become(page, portal, "bestuurder")
    page.goto(article)
    page.get_by_role("link", name="Wijziging voorstellen").click()
    page.get_by_label("Namens welke partij?").select_option(label="Gemeente Maastricht")
    page.get_by_label("Tekst", exact=True).fill("Partijen vangen water samen op waar het valt. Zie [[artikel 3.1]].")
    page.get_by_label("Waarom?").fill("Alleen lukt het niet.")
    page.get_by_role("button", name="Voorstel indienen").click()
    expect(page.get_by_role("region", name="Het voorstel").locator("ins").filter(has_text="samen")).to_be_visible()
    return page.url


def handle_and_take_over(page: Page, portal: str, proposal: str) -> None:
    become(page, portal, "planningsgroep")
    page.goto(proposal)
    page.get_by_label("Overnemen", exact=True).check()
    page.get_by_label("Toelichting").fill("Dat is de bedoeling.")
    page.get_by_role("button", name="Voorstel van de planningsgroep bewaren").click()
    become(page, portal, "bestuurder")
    page.goto(proposal)
    page.get_by_label("Ja, wij aanvaarden dit").check()
    page.get_by_role("button", name="Antwoord bewaren").click()
    become(page, portal, "planningsgroep")
    page.goto(proposal)
    page.get_by_role("link", name=re.compile("Overnemen: Artikel")).click()
    page.get_by_role("button", name=re.compile("Overnemen: Artikel")).click()
    expect(page.locator("main")).to_contain_text("Overgenomen in de tekst")


def take_a_position(page: Page, portal: str) -> None:
    become(page, portal, "bestuurder")
    page.goto(f"{portal}{AREA}akkoord/thermometer/")
    page.get_by_text("waar nog niemand iets over zei").last.click()  # until somebody does, it stands folded
    row = page.get_by_role("listitem").filter(has_text=TITLE)
    row.get_by_role("link", name="Standpunt van Gemeente Maastricht").click()
    page.get_by_label("Akkoord", exact=True).check()
    page.locator('[name="stated_on"]').fill(dutch.short_date(timezone.localdate()))
    page.get_by_role("button", name="Standpunt bewaren").click()
    expect(page.get_by_role("row").filter(has_text=TITLE)).to_contain_text("1 van 7")


def walk_the_thread(page: Page, portal: str) -> None:
    """From an article to a conversation behind it, and back to the article."""
    become(page, portal, "gespreksvoerder")
    article = Article.objects.get(title="Ruimte voor de beekdalen")
    page.goto(f"{portal}{AREA}akkoord/artikelen/{article.pk}/")
    page.get_by_role("link", name="Gouden draad").click()
    expect(page.get_by_role("img", name="Gouden draad")).to_be_visible()
    page.get_by_role("table").get_by_role("link", name=re.compile("^Gesprek van")).first.click()
    page.get_by_role("link", name="Gouden draad").click()
    page.get_by_role("link", name=re.compile("Ruimte voor de beekdalen")).last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Ruimte voor de beekdalen")


def freeze_and_compare(page: Page, portal: str) -> None:
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}akkoord/versies/nieuw/")
    page.get_by_label("Ter besluitvorming").check()
    page.get_by_label("Waarvoor is deze versie?").fill("Voor de besturen")
    page.get_by_role("button", name="Maak versie").click()
    page.get_by_role("button", name="Maak versie ter besluitvorming").click()  # after the list of what is open
    expect(page.locator(".page-head__line")).to_contain_text("Ter besluitvorming")
    page.goto(f"{portal}{AREA}akkoord/versies/2/verschil/3/")
    expect(page.locator("main")).to_contain_text(TITLE)


def test_four_people_bring_one_text_further(page: Page, portal: str) -> None:
    article = draft(page, portal)
    proposal = amend(page, portal, article)
    handle_and_take_over(page, portal, proposal)
    take_a_position(page, portal)
    walk_the_thread(page, portal)
    freeze_and_compare(page, portal)
    csv = page.request.get(f"{portal}{AREA}akkoord/thermometer/thermometer.csv")
    assert TITLE in csv.text()


@pytest.mark.parametrize("width", [1280, 360])
def test_new_pages_have_no_serious_findings_and_do_not_scroll_sideways(page: Page, portal: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    become(page, portal, "planningsgroep")
    article = Article.objects.get(title="Ruimte voor de beekdalen").pk
    paths = (
        *(
            "akkoord/geen-overeenstemming/",
            "akkoord/begrippen/",
            "akkoord/pakket/",
            "akkoord/regels/",
            "gouden-draad/",
        ),
        *(
            f"gouden-draad/?van=artikel:{article}",
            f"akkoord/artikelen/{article}/",
            f"akkoord/artikelen/{article}/bewerken/",
        ),
        *(
            "akkoord/versies/2/",
            "akkoord/versies/2/consultatie/",
            "akkoord/versies/1/verschil/2/",
            "akkoord/versies/nieuw/",
            "akkoord/geen-overeenstemming/nieuw/",
        ),
    )
    found = {}
    for path in [*(AREA + path for path in paths), "/akkoord-controleren/"]:
        page.goto(portal + path)
        findings = serious_findings(page)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            findings = [*findings, "scrolls sideways"]
        if findings:
            found[path] = findings
    assert found == {}


def test_two_people_in_one_article_see_each_other_and_lose_no_word(page: Page, portal: str) -> None:
    article = Article.objects.get(title="Ruimte voor de beekdalen").pk
    edit = f"{portal}{AREA}akkoord/artikelen/{article}/bewerken/"
    become(page, portal, "planningsgroep")
    page.goto(edit)
    text = page.get_by_label("Tekst", exact=True)
    text.press("End")
    text.press_sequentially(" Half af.")
    expect(page.locator("#aanwezig")).to_contain_text("bewaard als concept")
    become(page, portal, "gebiedsbeheerder")
    page.goto(edit)
    expect(page.locator("#aanwezig")).to_contain_text("Lid planningsgroep")
    assert "Half af" not in page.get_by_label("Tekst", exact=True).input_value()
    become(page, portal, "planningsgroep")
    page.goto(edit)
    assert "Half af" in page.get_by_label("Tekst", exact=True).input_value()


def test_article_is_ordered_by_dragging_and_a_reference_by_choosing(page: Page, portal: str) -> None:
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}akkoord/hoofdstukken/")
    rows = page.locator(".chapter-articles > li")
    rows.filter(has_text="Ruimte voor de beekdalen").drag_to(rows.filter(has_text="Water en bodem als begin"))
    expect(page.get_by_text("Artikel verplaatst.")).to_be_visible()
    expect(rows.filter(has_text=re.compile("^\\s*3\\.")).first).to_contain_text("Ruimte voor de beekdalen")
    article = Article.objects.get(title="Samen meten").pk
    page.goto(f"{portal}{AREA}akkoord/artikelen/{article}/bewerken/")
    page.get_by_label("Tekst", exact=True).press("Control+End")
    page.get_by_label("Verwijs naar een artikel").select_option("artikel 7.1")
    assert page.get_by_label("Tekst", exact=True).input_value().endswith("[[artikel 7.1]]")
