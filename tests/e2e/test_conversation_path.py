"""From a planned round to a shared ambition, by hand in a browser, the notes on a phone."""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_main_path import AREA, become, portal  # noqa: F401  the fixture of a portal at work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

PARTY = "Jongerenraad"
POSITION = "Deel restwarmte en reststromen met de wijk ernaast"


def plan_round(page: Page, portal: str) -> None:  # noqa: F811
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}gesprekken/rondes/nieuw/")
    page.get_by_label("Titel").fill("Ronde met jongeren")
    page.get_by_label("Doel van de ronde").fill("Horen wat jongeren willen.")
    page.get_by_label(PARTY).check()
    page.get_by_role("button", name="Ronde bewaren").click()
    expect(page.get_by_role("row", name=re.compile(PARTY))).to_contain_text("Nog niet")


def take_notes_on_a_phone(page: Page, portal: str) -> str:  # noqa: F811
    """Write a conversation in ninety seconds, starting from the board of the round; return its address."""
    page.set_viewport_size({"width": 360, "height": 780})
    become(page, portal, "gespreksvoerder")
    page.goto(f"{portal}{AREA}gesprekken/rondes/")
    page.get_by_role("link", name="Ronde met jongeren").click()
    page.get_by_role("link", name=re.compile(f"In 90 seconden.*{PARTY}")).click()
    notes = page.get_by_label("Verslag")
    notes.fill(f"{notes.input_value()}# circulair\n~+ {POSITION}\n^ Lagere kosten voor gezinnen")
    expect(page.locator("#reading")).to_contain_text("Lagere kosten")
    page.get_by_role("button", name="Gesprek vastleggen").click()
    page.wait_for_url(re.compile(r"/gesprekken/[0-9a-f-]{36}/$"))
    page.set_viewport_size({"width": 1280, "height": 900})
    return page.url


def ask_and_confirm(page: Page, portal: str, conversation: str) -> None:  # noqa: F811
    """Ask for wederhoor, answer it as the participant, who has no account."""
    page.goto(conversation)
    page.get_by_role("link", name="Wederhoor vragen").click()
    page.locator("select[name=organisation]").select_option(label=PARTY)
    page.get_by_label("Ik heb nagekeken").check()
    page.get_by_role("button", name="Link maken").click()
    link = page.locator("pre.source-text").inner_text()
    page.goto(portal + urlsplit(link).path)
    page.get_by_label("Dit klopt").check()
    page.get_by_role("button", name="Antwoord versturen").click()
    page.goto(conversation)
    expect(page.get_by_role("article", name=f"Wederhoor van {PARTY}")).to_contain_text("Bevestigd")


def code_a_passage(page: Page, portal: str, conversation: str) -> None:  # noqa: F811
    """Select words of the report with the mouse, and hang them under the statement."""
    page.goto(conversation)
    page.locator("[data-quotable]").select_text()
    page.get_by_role("button", name="Markeer de selectie").click()
    expect(page.get_by_label("Welke woorden?")).not_to_be_empty()
    page.get_by_label("Standpunt van de organisatie").check()
    page.get_by_label("Hang hem onder een uitspraak").check()
    page.locator("select[name=statement]").select_option(index=1)
    page.get_by_role("button", name="Passage bewaren").click()
    page.wait_for_url(conversation)
    expect(page.locator("mark.passage").first).to_be_visible()
    expect(page.get_by_role("article", name=f"Uitspraak van {PARTY}")).to_contain_text("Uit het verslag")


def tell_what_was_done(page: Page, portal: str, conversation: str) -> None:  # noqa: F811
    """Say that the statement was taken over, and write the letter about it."""
    page.goto(f"{portal}{AREA}terugkoppeling/")
    expect(page.get_by_role("heading", level=2)).to_contain_text("Nog niet teruggekoppeld")
    page.goto(f"{conversation}terugkoppeling/")
    page.locator("select[name^=outcome]").select_option(label="Niet overgenomen")
    page.get_by_role("button", name="Bewaren").click()
    expect(page.get_by_role("alert").or_(page.locator(".error-list")).first).to_contain_text("Schrijf op waarom")
    page.locator("textarea[name^=reason]").fill("Eerst komt er een proef.")
    page.get_by_role("button", name="Bewaren").click()
    page.get_by_role("link", name=re.compile(f"Brief maken.*{PARTY}")).click()
    page.get_by_role("button", name="Brief maken").click()
    expect(page.locator("pre.source-text")).to_contain_text("Eerst komt er een proef.")


def silence_on_circular(page: Page, portal: str) -> str:  # noqa: F811
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}analyse/stiltekaart/")
    return page.get_by_role("row", name=re.compile("Circulair")).get_by_role("cell").last.inner_text()


def make_ambition_of_a_bridge(page: Page, portal: str) -> None:  # noqa: F811
    page.goto(f"{portal}{AREA}analyse/themas/")
    bridge = page.locator("article.bridge").filter(has_text=PARTY).first
    bridge.get_by_role("link", name=re.compile("Maak er een ambitie van")).click()
    page.get_by_label("Titel").fill("Warmte delen")
    page.get_by_label("Tekst").fill("Partijen delen warmte en stromen.")
    page.get_by_role("button", name="Ambitie bewaren").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Warmte delen")
    expect(page.get_by_role("main")).to_contain_text(PARTY)


def test_round_becomes_notes_confirmation_and_a_shared_ambition(page: Page, portal: str) -> None:  # noqa: F811
    assert "niemand" in silence_on_circular(page, portal)
    plan_round(page, portal)
    conversation = take_notes_on_a_phone(page, portal)
    code_a_passage(page, portal, conversation)
    ask_and_confirm(page, portal, conversation)
    assert "1 van 3" in silence_on_circular(page, portal)
    make_ambition_of_a_bridge(page, portal)
    tell_what_was_done(page, portal, conversation)
