"""What stands where on a page: work begins high on the screen, and no page is endless on a phone."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from areas.models import User
from novex_portal.demo.seed import seed
from tests.e2e.test_every_page import route_of

pytestmark = pytest.mark.django_db(transaction=True)

AREA = "/gebieden/zuid-limburg/"
WIDE, PHONE, NARROWEST = 1280, 360, 320
FIRST = {WIDE: 260, PHONE: 225}
FIRST_OF_ONE_THING = 310  # a page about one thing shows its name, its facts and then its buttons
HIGHEST = 6_000
READ = {"agreement", "factsheet", "version", "photo", "conversation"}  # documents one reads
FRONT = {"area"}  # a large name

# Where the head ends, where the first thing after it begins, and how large the page is.
MEASURES = """() => {
    const shown = (element) => element.checkVisibility() && !element.closest('.page-head, .vh');
    const says = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
        || ['INPUT', 'SELECT', 'TEXTAREA', 'svg'].includes(element.tagName);
    const tops = [...document.querySelectorAll('main *')].filter((element) => shown(element) && says(element))
        .map((element) => element.getBoundingClientRect()).filter((box) => box.width > 4 && box.height > 4)
        .map((box) => box.top + scrollY);
    const page = document.documentElement;
    return [Math.round(Math.min(...tops)), page.scrollHeight, page.scrollWidth,
            !!document.querySelector('.page-head--detail')];
}"""


class Measures(NamedTuple):
    first: float
    height: int
    width: int
    is_of_one_thing: bool


@pytest.fixture
def portal(live_server: LiveServer, settings: Settings) -> str:
    settings.DEMO = True
    call_command("load_areas", verbosity=0)
    seed(today=timezone.localdate())
    return live_server.url


def pages(page: Page, portal: str) -> Iterator[str]:
    """Open one page of the area for each route that can be reached by links, and give the path."""
    waiting, seen = [AREA], {"area"}
    while waiting:
        path = waiting.pop(0)
        page.set_viewport_size({"width": WIDE, "height": 900})
        page.goto(portal + path)
        addresses = page.eval_on_selector_all("a[href]", "links => links.map(link => link.getAttribute('href'))")
        yield path
        for address in addresses:
            below = urlsplit(urljoin(portal + path, address)).path
            if below.startswith(AREA) and (route := route_of(below)) and route not in seen:
                seen.add(route)
                waiting.append(below)


def wrong_with(path: str, width: int, measured: Measures) -> Iterator[str]:
    """Say what does not fit on a page of this width."""
    route = route_of(path)
    least = FIRST_OF_ONE_THING if measured.is_of_one_thing or route in FRONT else FIRST.get(width, HIGHEST)
    if measured.first > least:
        yield f"{path} at {width}: first content at {measured.first}"
    if width == PHONE and measured.height > HIGHEST and route not in READ:
        yield f"{path} at {width}: {measured.height} high"
    if measured.width > width:
        yield f"{path} at {width}: {measured.width} wide"


@pytest.mark.timeout(900)
@pytest.mark.parametrize("role", ["gebiedsbeheerder", "gespreksvoerder", "bestuurder", "deelnemer"])
def test_work_begins_high_and_ends_somewhere(
    page: Page, portal: str, browse_as: Callable[[User], None], role: str
) -> None:
    browse_as(User.objects.get(email__startswith=f"{role}@"))
    found: list[str] = []
    for path in pages(page, portal):
        for width in (WIDE, PHONE, NARROWEST):
            page.set_viewport_size({"width": width, "height": 780})
            found += wrong_with(path, width, Measures(*page.evaluate(MEASURES)))
    assert not found, "\n".join(found)


def test_first_field_of_a_conversation_stands_on_the_first_screen_of_a_phone(
    page: Page, portal: str, browse_as: Callable[[User], None]
) -> None:
    browse_as(User.objects.get(email__startswith="gespreksvoerder@"))
    page.set_viewport_size({"width": PHONE, "height": 640})
    page.goto(f"{portal}{AREA}gesprekken/nieuw/")
    field = page.get_by_label("Organisatie", exact=True).first
    box = field.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] < page.locator(".workbar").bounding_box()["y"]  # type: ignore[index]


@pytest.mark.parametrize("width", [WIDE, PHONE])
def test_caret_is_never_behind_the_bar_with_buttons(
    page: Page, portal: str, browse_as: Callable[[User], None], width: int
) -> None:
    browse_as(User.objects.get(email__startswith="gespreksvoerder@"))
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{portal}{AREA}gesprekken/nieuw/")
    report = page.locator("#id_report")
    report.click()
    for number in range(30):
        page.keyboard.type(f"Regel {number}\n")
        bottom = page.evaluate(
            "document.activeElement.getBoundingClientRect().bottom - document.querySelector('.workbar').getBoundingClientRect().top"
        )
    assert bottom <= 0
