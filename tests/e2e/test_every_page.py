"""Every page a persona can reach: accessible, without complaints, readable on a phone, and begun high on the screen."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import override_settings
from django.urls import Resolver404, resolve
from playwright.sync_api import Page, ViewportSize
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from areas.accounts.rules import PERSONAS
from areas.models import User
from tests.e2e.axe import serious_findings
from tests.e2e.heights import out_of_measure
from tests.emptying import empty_database
from tests.factories import make_printout
from tests.practice import fill_practice_environment

pytestmark = pytest.mark.django_db
AREA = "/gebieden/zuid-limburg/"
PHONE: ViewportSize = {"width": 360, "height": 780}
ROLE_PAGES = ["/", "/overzicht/", "/gebieden/", "/herinneringen/"]
START = [*ROLE_PAGES, "/hulp/", "/oefenomgeving/", "/accounts/sessions/"]
# Files, and what ends the visit.
LEFT_OUT = {
    "account_logout",
    "overview-export",
    "agenda-csv",
    "agenda-memory-csv",
    "agenda-xlsx",
    "investments-xlsx",
    "arrangement-xlsx",
    "board-outcomes-csv",
    "board-outcomes-xlsx",
    "agenda-import-example",
    "conversation-export",
    "action-items-export",
    "network-parties-export",
    "network-relations-export",
    "scan-export",
    "party-import-example",
    "party-export",
    "mandate-export",
    "printout-pdf",
    "version-pdf",
    "perspective-version-pdf",
    "version-file",
    "exhibit-file",
    "consultation-link-file",
    "silence-export",
    "stakes-export",
    "themes-export",
    "ambitions-export",
    "thermometer-export",
    "security-txt",
    "livez",
    "readyz",
    "healthz",
}


@pytest.fixture(scope="module")
def portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Fill the practice environment once for all personas, behind a server of its own; empty it in the end."""
    server = LiveServer("localhost")
    with django_db_blocker.unblock(), override_settings(DEMO=True), server._live_server_modified_settings:
        fill_practice_environment()
        make_printout(User.objects.get(email__startswith="planningsgroep@"))
        yield server.url
        server.stop()
        empty_database()


class Judged:
    """What was looked at as one persona and need not be as the next, by whichever worker."""

    def __init__(self, claims: Path) -> None:
        self.routes: set[str] = set()
        self._claims = claims

    def is_first(self, shape: str) -> bool:
        """Say whether nobody judged a page of this shape yet; from now on somebody does."""
        try:
            (self._claims / hashlib.sha256(shape.encode()).hexdigest()).touch(exist_ok=False)
        except FileExistsError:
            return False
        return True


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Judged:
    own = tmp_path_factory.getbasetemp()
    claims = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "judged"
    claims.mkdir(exist_ok=True)
    return Judged(claims)


def route_of(path: str) -> str:
    """Return the name of the route behind a path; nothing for one that is not ours or not a page."""
    try:
        name = resolve(path).url_name or path
    except Resolver404:
        return ""
    return "" if name in LEFT_OUT else name


def pages(page: Page, portal: str, known: set[str]) -> Iterator[str]:
    """Open one page of every route that can be reached by links and is not known yet, and give its path."""
    waiting, seen = [path for path in START if route_of(path) not in known], {*map(route_of, START), *known}
    while waiting:
        path = waiting.pop(0)
        answer = page.goto(portal + path)
        assert answer is not None
        assert answer.status == 200, path
        yield path
        for address in page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))"):
            parts = urlsplit(urljoin(page.url, address))
            if portal.endswith(parts.netloc) and (route := route_of(parts.path)) and route not in seen:
                seen.add(route)
                waiting.append(parts.path)


def is_same_for_all(path: str) -> bool:
    """Tell whether a page says the same to everybody: the static pages and one's own account."""
    return not path.startswith(AREA) and path not in ROLE_PAGES


# All elements of a page by what decides whether they are accessible, without the words in them.
SHAPE = """[...document.querySelectorAll('body *')].map(element =>
    [element.tagName, element.className.baseVal ?? element.className, element.type, element.getAttribute('role')].join()
).join()"""


def findings_of(page: Page, complaints: list[str], judged: Judged) -> Iterator[str]:
    """Give what is wrong with the page that is open; one of a shape somebody else had is not judged by axe again."""
    route = route_of(urlsplit(page.url).path)
    if judged.is_first(f"{route} {page.evaluate(SHAPE)}"):
        # The bar with buttons lies over what scrolls below it; at the end of the page it lies over nothing.
        page.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
        yield from serious_findings(page)
    yield from out_of_measure(page, route, is_of_an_area=urlsplit(page.url).path.startswith(AREA))
    yield from complaints
    complaints.clear()


@pytest.mark.timeout(900)  # up to a hundred pages
@pytest.mark.parametrize("persona", [persona.key for persona in PERSONAS])
def test_every_page_is_accessible_and_fits_a_phone(
    page: Page, portal: str, judged: Judged, complaints: list[str], persona: str
) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{portal}/oefenomgeving/")
    page.locator(f'button[name="persona"][value="{persona}"]').click()
    page.wait_for_url(lambda address: "oefenomgeving" not in address)
    found: list[str] = []
    for path in pages(page, portal, judged.routes):
        found += [f"{path}: {line}" for line in findings_of(page, complaints, judged)]
        judged.routes |= {route_of(path)} if is_same_for_all(path) else set()
    assert not found, "\n".join(found)
