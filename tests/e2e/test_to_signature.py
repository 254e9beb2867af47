"""A text on its way to the signature, by hand: pasted, amended, contested, agreed, through the gate, and read back from its PDF."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from coalition.models import Amendment
from novex_portal.toolkit.text import dutch
from tests.e2e.test_law_text import PASTE, WORD
from tests.e2e.test_main_path import AREA, become, text_of
from tests.practice import fill_practice_environment
from tests.worker import running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

PARTY = "Gemeente Maastricht"
MEMBERS = ["1. Partijen zorgen voor:", "a. water op 5 * 3 ha;", "2. Het Rijk betaalt."]
ADDED = "Grond gaat eerst naar bedrijven in hetzelfde dal."


@pytest.fixture
def portal(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The practice environment with a real worker: its address."""
    settings.DEMO = True
    settings.DATA_DIR, settings.MEDIA_ROOT = tmp_path, tmp_path / "media"
    fill_practice_environment()
    with running_worker(tmp_path, PORTAL_DEMO="1"):
        yield live_server.url


def paste_an_article(page: Page, portal: str) -> str:
    """The planning group pastes an article from Word; members and parts stand as typed. Its address."""
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}akkoord/artikelen/nieuw/")
    page.evaluate(PASTE, WORD)
    page.get_by_label("Titel van het artikel").fill("Water uit Word")
    page.get_by_label("Hoofdstuk").select_option(label="3 Gedeelde ambities")
    page.get_by_role("button", name="Artikel bewaren").click()
    text = page.get_by_role("region", name="Tekst")
    for member in MEMBERS:
        expect(text).to_contain_text(re.sub(r"^\S+ ", "", member))
    return page.url


def propose_an_article(page: Page, portal: str) -> str:
    """A bestuurder proposes an article that is not there yet. The address of the proposal."""
    become(page, portal, "bestuurder")
    page.goto(f"{portal}{AREA}akkoord/wijzigingen/nieuw/")
    page.get_by_role("link", name="Een nieuw artikel").click()
    page.get_by_label("Namens welke partij?").select_option(label=PARTY)
    page.get_by_label("Waar komt het artikel?").select_option(label="Aan het eind van 3 Gedeelde ambities")
    page.get_by_label("Titel", exact=True).fill("Ruilgrond")
    page.get_by_label("Tekst", exact=True).fill(ADDED)
    page.get_by_label("Waarom?").fill("Dit ontbreekt.")
    page.get_by_role("button", name="Voorstel indienen").click()
    expect(page.locator("ins").filter(has_text=ADDED).first).to_be_visible()
    return page.url


def agree_on(page: Page, portal: str, proposal: str, source: str = "") -> None:
    """The planning group would take it over, and its party accepts: by itself, or recorded from a source."""
    become(page, portal, "planningsgroep")
    page.goto(proposal)
    page.get_by_label("Overnemen", exact=True).check()
    page.get_by_label("Toelichting").fill("Dat is de bedoeling.")
    page.get_by_role("button", name="Voorstel van de planningsgroep bewaren").click()
    if not source:
        become(page, portal, "bestuurder")
        page.goto(proposal)
    page.get_by_label(re.compile("^Ja, ")).check()
    if source:
        page.get_by_label("Hoe weet u dit?").fill(source)
    page.get_by_role("button", name="Antwoord bewaren").click()
    become(page, portal, "planningsgroep")
    page.goto(proposal)
    page.get_by_role("link", name=re.compile("^Overnemen: ")).click()


def take_over(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Overnemen: ")).click()
    expect(page.locator("main")).to_contain_text("Overgenomen in de tekst")


def refuse_the_rival_until_somebody_chooses(page: Page, portal: str) -> None:
    """Of two who would have other words in the same place, the second is not taken over without a choice."""
    mine, other = (
        Amendment.objects.get(article__title="Ruimte voor de beekdalen", organisation__name=name, status="ingediend")
        for name in (PARTY, "Landbouworganisatie")
    )
    agree_on(page, portal, f"{portal}{AREA}akkoord/wijzigingen/{mine.pk}/")
    take_over(page)
    agree_on(page, portal, f"{portal}{AREA}akkoord/wijzigingen/{other.pk}/", source="Brief van 3 november")
    page.get_by_role("button", name=re.compile("^Overnemen: ")).click()
    expect(page.locator(".error-list")).to_contain_text("Kies welke woorden blijven")
    page.get_by_label(re.compile("^Houd wat er nu staat")).check()
    take_over(page)


def record_and_confirm_a_position(page: Page, portal: str, article: str) -> None:
    """The planning group writes down where a party stands; it counts as its own word once its bestuurder confirms it."""
    become(page, portal, "planningsgroep")
    party = Amendment.objects.filter(organisation__name=PARTY).values_list("organisation", flat=True)[0]
    page.goto(f"{article}standpunt/{party}/")
    page.get_by_label("Akkoord", exact=True).check()
    page.locator('[name="stated_on"]').fill(dutch.short_date(timezone.localdate()))
    page.locator('[name="source"]').fill("Brief van 3 november")
    page.get_by_role("button", name="Standpunt bewaren").click()
    page.wait_for_url(lambda address: "/standpunt/" not in address)
    become(page, portal, "bestuurder")
    page.goto(f"{portal}{AREA}akkoord/bevestigen/{party}/")
    page.get_by_role("button", name=re.compile("^Bevestigen.*Water uit Word")).click()
    expect(page.locator("main")).to_contain_text("Bevestigd: 1.")


def freeze_to_sign(page: Page, portal: str) -> bytes:
    """Through the gate, with the name of the area; the PDF the worker makes of it."""
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}akkoord/versies/nieuw/")
    page.get_by_label("Definitief", exact=True).check()
    page.get_by_role("button", name="Maak versie").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Wat staat er nog open?")
    page.get_by_role("button", name="Maak versie definitief").click()
    expect(page.locator(".error-list")).to_contain_text("naam")
    page.get_by_label("Naam van het gebied").fill("Zuid-Limburg")
    page.get_by_role("button", name="Maak versie definitief").click()
    link = page.get_by_role("link", name=re.compile(r"PDF van versie\s+3"))
    expect(link).to_be_visible(timeout=180_000)
    return page.request.get(f"{portal}{link.get_attribute('href')}").body()


@pytest.mark.timeout(600)  # eight people sign in, and a worker makes a PDF of sixty pages
def test_pasted_text_becomes_what_parties_sign(page: Page, portal: str) -> None:
    article = paste_an_article(page, portal)
    proposal = propose_an_article(page, portal)
    agree_on(page, portal, proposal)
    take_over(page)
    refuse_the_rival_until_somebody_chooses(page, portal)
    record_and_confirm_a_position(page, portal, article)
    read = signs_of(text_of(freeze_to_sign(page, portal)))
    members = signs_of("".join(MEMBERS))
    start = read.index(signs_of("Partijen zorgen voor:"))
    around = read[max(0, start - 10) : start + len(members) + 80]  # labels are read before or after what they are of
    assert not Counter(members) - Counter(around)
    assert signs_of(ADDED) in read
    assert signs_of("vergoeding uit het gebiedsfonds") in read
    assert signs_of("voor tien jaar vaststaat") not in read


def signs_of(text: str) -> str:
    """Return a text without its white space: where a PDF breaks its lines is no difference."""
    return "".join(text.split())
