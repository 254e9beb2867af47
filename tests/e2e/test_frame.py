"""The frame of every page, in a real browser: small, quiet, reachable and without a mouse."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, expect
from pytest_django.live_server_helper import LiveServer

from tests.e2e.axe import serious_findings

pytestmark = pytest.mark.django_db(transaction=True)

OPEN_PAGES = [
    "/over/",
    "/toegankelijkheid/",
    "/privacy/",
    "/cookies/",
    "/kwetsbaarheid-melden/",
    "/contact/",
    "/hulp/",
    "/accounts/login/",
    "/accounts/password/reset/",
]
PHONE = {"width": 360, "height": 780}
FIRST_LOAD_BYTES = 120_000
FIRST_LOAD_REQUESTS = 10


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_open_page_has_no_serious_findings_wide_or_narrow(
    page: Page, live_server: LiveServer, complaints: list[str], path: str
) -> None:
    page.goto(live_server.url + path)
    findings = serious_findings(page)
    page.set_viewport_size(PHONE)

    assert findings + serious_findings(page) == []


def test_error_page_has_no_serious_findings(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/bestaat-niet/")

    assert serious_findings(page) == []


@pytest.mark.parametrize("path", OPEN_PAGES)
def test_page_does_not_scroll_sideways_on_the_narrowest_screen(page: Page, live_server: LiveServer, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(live_server.url + path)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def weight(response: Response) -> int:
    body = response.body()
    return len(body) if urlsplit(response.url).path.endswith(".woff2") else len(gzip.compress(body, 9))


def test_first_load_is_small(page: Page, live_server: LiveServer) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # noqa: PLW0108
    page.goto(live_server.url + "/hulp/", wait_until="networkidle")
    total = sum(weight(answer) for answer in answers)

    assert (len(answers) <= FIRST_LOAD_REQUESTS, total <= FIRST_LOAD_BYTES) == (True, True), (len(answers), total)


def test_first_load_asks_nothing_of_other_sites(page: Page, live_server: LiveServer) -> None:
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.goto(live_server.url + "/hulp/", wait_until="networkidle")

    assert hosts - {""} == {urlsplit(live_server.url).netloc}


def test_nothing_moves_while_the_page_loads(page: Page, live_server: LiveServer) -> None:
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.moved += e.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(live_server.url + "/hulp/", wait_until="networkidle")

    assert page.evaluate("window.moved") < 0.01


def test_first_key_shows_the_link_to_the_content(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/hulp/")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Direct naar de inhoud")
    expect(link).to_be_focused()
    link.press("Enter")

    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_summary_of_errors_gets_the_focus_and_leads_to_the_field(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/accounts/login/")
    page.locator("form.form-small button[type=submit]").click()
    expect(page.get_by_role("heading", name="Er zijn 2 fouten gevonden")).to_be_focused()
    page.locator(".error-list a").first.click()

    expect(page.locator("#id_login")).to_be_focused()


def test_title_says_that_something_is_wrong(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + "/accounts/login/")
    page.locator("form.form-small button[type=submit]").click()
    expect(page.locator(".error-list")).to_be_visible()

    assert page.title() == "Fout: Inloggen - Coalitieportaal NOVEX"


def test_form_works_without_javascript(page: Page, live_server: LiveServer) -> None:
    context = page.context.browser.new_context(java_script_enabled=False)  # type: ignore[union-attr]
    plain = context.new_page()
    plain.goto(live_server.url + "/accounts/login/")
    plain.locator("form.form-small button[type=submit]").click()

    expect(plain.locator(".error-list")).to_be_visible()
    context.close()
