"""Logging a conversation in a real browser: nothing typed is lost, whatever happens."""

import re
from collections.abc import Callable

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.models import Conversation, ConversationDraft
from tests.e2e.axe import serious_findings
from tests.factories import make_challenge, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)

SAVED = re.compile("Concept bewaard om")
TALK = re.compile(r"/gesprekken/[0-9a-f-]{36}/$")
Browse = Callable[[User], None]


@pytest.fixture
def address(live_server: LiveServer, area: Area, interviewer: User, browse_as: Browse) -> str:
    """The empty form, with the browser signed in as an interviewer."""
    make_challenge(area, "Heuvelland")
    make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, area)
    make_organisation("Gemeente Heerlen", OrganisationKind.MUNICIPALITY, area)
    browse_as(interviewer)
    return f"{live_server.url}/gebieden/zuid-limburg/gesprekken/nieuw/"


def state(page: Page) -> Locator:
    return page.locator("#draft-state")


def type_report(page: Page, text: str) -> None:
    page.get_by_label("Verslag").fill(text)


def fill_in(page: Page) -> None:
    """Fill in what a conversation needs at least."""
    page.locator("[name=participants-0-organisation]").fill("Waterschap Limburg")
    type_report(page, "Water langer vasthouden.")


def record(page: Page) -> None:
    page.get_by_role("button", name="Gesprek vastleggen").click()
    page.wait_for_url(TALK)


def test_what_is_typed_is_on_the_server_within_five_seconds_and_survives_a_reload(
    page: Page, address: str, complaints: list[str]
) -> None:
    page.goto(address)
    type_report(page, "Zinnen uit een vergadering")
    expect(state(page)).to_have_text(SAVED, timeout=5000)
    page.reload()
    expect(page.get_by_label("Verslag")).to_have_value("Zinnen uit een vergadering")


def test_leaving_the_page_at_once_keeps_the_text(page: Page, address: str) -> None:
    page.goto(address)
    type_report(page, "Nog net getypt")
    page.get_by_role("link", name="Overzicht").first.click()
    page.wait_for_timeout(500)
    page.goto(address)
    expect(page.get_by_label("Verslag")).to_have_value("Nog net getypt")


def test_a_closed_browser_finds_the_text_again(
    page: Page, context: BrowserContext, address: str, browser: Browser
) -> None:
    page.goto(address)
    type_report(page, "Voor de lunch")
    expect(state(page)).to_have_text(SAVED, timeout=5000)
    cookies = context.cookies()
    page.close()
    later = browser.new_context()
    later.add_cookies(cookies)  # type: ignore[arg-type]
    again = later.new_page()
    again.goto(address)
    expect(again.get_by_label("Verslag")).to_have_value("Voor de lunch")
    expect(again.get_by_text("U gaat verder met uw concept")).to_be_visible()
    later.close()


def test_two_tabs_show_both_texts_and_let_one_choose(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    type_report(page, "Uit het eerste tabblad")
    expect(state(page)).to_have_text(SAVED, timeout=5000)
    other = context.new_page()
    other.goto(address)
    type_report(other, "Uit het tweede tabblad")
    expect(state(other)).to_have_text(SAVED, timeout=5000)
    other.wait_for_timeout(2500)
    type_report(page, "Weer uit het eerste")
    clash = page.get_by_role("region", name="Er zijn twee versies van deze tekst")
    expect(clash).to_contain_text("Uit het tweede tabblad", timeout=8000)
    expect(clash).to_contain_text("Weer uit het eerste")
    clash.get_by_role("button", name="Deze versie bewaren").click()
    expect(clash).to_have_count(0)
    assert ConversationDraft.objects.get().data["report"] == ["Weer uit het eerste"]


def test_two_quick_presses_record_one_conversation(page: Page, address: str) -> None:
    page.goto(address)
    fill_in(page)
    page.get_by_role("button", name="Gesprek vastleggen").dblclick()
    page.wait_for_url(TALK)
    assert Conversation.objects.count() == 1
    assert not ConversationDraft.objects.exists()


def test_going_back_after_recording_leads_to_the_conversation(page: Page, address: str) -> None:
    page.goto(address)
    fill_in(page)
    expect(state(page)).to_have_text(SAVED, timeout=5000)
    record(page)
    talk = page.url
    page.go_back()
    expect(page).to_have_url(talk)


def test_enter_in_a_field_keeps_the_draft_and_records_nothing(page: Page, address: str) -> None:
    page.goto(address)
    fill_in(page)
    page.locator("[name=place]").fill("Roermond")
    page.keyboard.press("Enter")
    expect(state(page)).to_have_text(SAVED, timeout=5000)
    assert not Conversation.objects.exists()


def test_rows_come_and_go_and_know_each_other(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    page.locator("[name=participants-0-organisation]").fill("Waterschap Limburg")
    page.get_by_role("button", name="Deelnemer toevoegen").click()
    page.locator("[name=participants-1-organisation]").fill("Streekfonds")
    page.keyboard.press("Tab")
    expect(page.locator("[name=participants-1-kind]")).to_be_visible()
    expect(page.locator("[name=participants-0-kind]")).to_be_hidden()
    offered = page.locator("[name=statements-0-organisation] option").all_text_contents()
    assert offered == ["Kies een deelnemer", "Waterschap Limburg", "Streekfonds"]
    page.get_by_role("button", name="Deelnemer 1 weghalen").click()
    expect(page.get_by_role("group", name="Deelnemer 1")).to_have_count(1)
    assert page.locator("[name=statements-0-organisation] option").count() == 2


def test_a_new_organisation_is_made_in_place(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    fill_in(page)
    page.locator("[name=participants-0-organisation]").fill("Streekfonds")
    page.keyboard.press("Tab")
    page.locator("[name=participants-0-kind]").select_option("bewoners")
    record(page)
    assert Organisation.objects.get(name="Streekfonds").kind == OrganisationKind.RESIDENTS


def test_the_line_of_readers_follows_the_choice(page: Page, address: str, planner: User) -> None:
    page.goto(address)
    expect(page.get_by_text("Nu kunnen 2 mensen dit lezen")).to_be_visible()
    page.get_by_label("Vertrouwelijk", exact=True).check()
    expect(page.get_by_text("Nu kunt alleen u dit lezen")).to_be_visible()
    page.get_by_label(str(planner), exact=True).last.check()
    expect(page.get_by_text(f"u en {planner}")).to_be_visible()


def test_no_connection_is_said_and_typing_goes_on(page: Page, context: BrowserContext, address: str) -> None:
    page.goto(address)
    context.set_offline(True)
    type_report(page, "In de tunnel")
    expect(state(page)).to_contain_text("Geen verbinding", timeout=8000)
    context.set_offline(False)
    expect(state(page)).to_have_text(SAVED, timeout=12000)
    assert ConversationDraft.objects.get().data["report"] == ["In de tunnel"]


def test_after_the_session_ended_signing_in_elsewhere_saves_the_text(
    page: Page, context: BrowserContext, address: str, interviewer: User, browse_as: Browse
) -> None:
    page.goto(address)
    Session.objects.all().delete()
    cache.clear()
    type_report(page, "Na de lange lunch")
    expect(page.get_by_role("dialog", name="U bent uitgelogd")).to_be_visible(timeout=8000)
    context.clear_cookies(name="csrftoken")  # signing in gives a new one
    browse_as(interviewer)
    expect(state(page)).to_have_text(SAVED, timeout=15000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert ConversationDraft.objects.get().data["report"] == ["Na de lange lunch"]


def test_without_javascript_a_conversation_is_recorded_all_the_same(
    browser: Browser, context: BrowserContext, page: Page, address: str
) -> None:
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(context.cookies())  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(address)
    fill_in(page)
    page.get_by_role("button", name="Deelnemer toevoegen").click()
    page.locator("[name=participants-1-organisation]").fill("Gemeente Heerlen")
    page.locator("[name=statements-0-organisation]").fill("gemeente heerlen")
    page.locator("[name=statements-0-challenge]").select_option(label="Heuvelland")
    page.locator("[name=statements-0-position]").fill("Eerst de buurt")
    page.locator("[name=statements-0-interest]").fill("Draagvlak")
    page.get_by_label("Bezwaar").check()
    record(page)
    expect(page.get_by_text("Eerst de buurt")).to_be_visible()
    plain.close()


def test_the_pages_fit_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    fill_in(page)
    assert fits(page)
    page.get_by_label("Datum").fill("onzin")
    page.get_by_role("button", name="Gesprek vastleggen").click()
    expect(page.get_by_role("heading", name="Er is 1 fout gevonden")).to_be_focused()
    assert fits(page)
    page.get_by_label("Datum").fill("2-3-2026")
    record(page)
    assert fits(page)
    talk = page.url
    for other in (f"{talk}geschiedenis/", f"{talk}bewerken/", address.replace("nieuw/", "")):
        page.goto(other)
        assert fits(page), other


def test_errors_come_into_view_on_a_phone(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    page.get_by_label("Datum").fill("onzin")
    page.get_by_role("button", name="Gesprek vastleggen").click()
    expect(page.locator("#fouten")).to_be_focused()
    lowest = page.locator(".error-list").evaluate("part => part.getBoundingClientRect().bottom")
    assert lowest <= page.locator(".workbar").evaluate("bar => bar.getBoundingClientRect().top")


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def test_fields_are_big_enough_not_to_zoom_and_buttons_to_touch(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    sizes = page.eval_on_selector_all(
        "main :is(input[type=text], select, textarea)", "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    heights = page.eval_on_selector_all(
        "main :is(button.utrecht-button, .row-remove button, .choice)",
        "all => all.map(e => e.getBoundingClientRect().height).filter(h => h > 0)",
    )
    assert min(sizes) >= 16
    assert min(heights) >= 40


def test_axe_finds_nothing_serious(page: Page, address: str, complaints: list[str]) -> None:
    page.goto(address)
    fill_in(page)
    page.get_by_label("Vertrouwelijk", exact=True).check()
    assert serious_findings(page) == []
    record(page)
    assert serious_findings(page) == []
    talk = page.url
    for other in (f"{talk}geschiedenis/", f"{talk}bewerken/", address.replace("nieuw/", "")):
        page.goto(other)
        assert serious_findings(page) == [], other


def test_axe_finds_nothing_serious_on_a_form_with_errors(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_label("Standpunt").fill("Zonder de rest")
    page.get_by_role("button", name="Gesprek vastleggen").click()
    expect(page.locator("#fouten")).to_be_focused()
    assert serious_findings(page) == []
