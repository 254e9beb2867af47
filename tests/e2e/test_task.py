"""A form one sits down to: its first field at once, and what one types always in sight."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User

pytestmark = pytest.mark.django_db(transaction=True)

# How far the last line of the field one types in reaches below the top of the bar.
BEHIND_THE_BAR = """() => {
    const field = document.activeElement, bar = document.querySelector('.workbar');
    const last = field.getBoundingClientRect().bottom - parseFloat(getComputedStyle(field).paddingBottom);
    return last - bar.getBoundingClientRect().top;
}"""


@pytest.fixture
def form(
    page: Page, live_server: LiveServer, browse_as: Callable[[User], None], area: Area, interviewer: User
) -> Page:
    browse_as(interviewer)
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{live_server.url}/gebieden/{area.slug}/gesprekken/nieuw/")
    return page


def ends_at(element: Locator) -> float:
    box = element.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_first_field_of_a_conversation_stands_on_the_first_screen_of_a_phone(form: Page) -> None:
    bar = form.locator(".workbar").bounding_box()
    assert bar is not None

    assert ends_at(form.get_by_label("Organisatie", exact=True).first) < bar["y"]


def test_area_bar_makes_room_for_a_form_on_a_phone(form: Page) -> None:
    assert (form.locator(".area-bar").is_visible(), form.locator(".path").is_visible()) == (False, True)


@pytest.mark.parametrize("width", [1280, 360])
def test_caret_is_never_behind_the_bar_with_buttons(form: Page, width: int) -> None:
    form.set_viewport_size({"width": width, "height": 640})
    form.locator("#id_report").click()
    behind = []
    for number in range(25):
        form.keyboard.type(f"Regel {number}\n")
        behind.append(form.evaluate(BEHIND_THE_BAR))

    assert max(behind) <= 0


def test_focus_is_never_behind_the_bar_with_buttons(form: Page) -> None:
    top = (
        "document.activeElement.closest('main form > .frame') ? document.activeElement.getBoundingClientRect().top : 0"
    )
    bar = "document.querySelector('.workbar').getBoundingClientRect().top"
    for _ in range(40):
        form.keyboard.press("Tab")
        assert form.evaluate(f"{top} < {bar}")


def test_notes_and_what_they_are_read_as_stand_side_by_side(form: Page) -> None:
    form.set_viewport_size({"width": 1280, "height": 900})
    form.locator("#id_report").fill("~ Houd water vast\n^ Minder schade")
    reading = form.get_by_role("region", name="Zo leest het portaal het")
    expect(reading).to_contain_text("Belang achter dit standpunt")
    left, right = form.locator(".task__main").bounding_box(), reading.bounding_box()
    assert left
    assert right
    assert (left["x"] + left["width"] < right["x"], abs(left["y"] - right["y"]) < 30) == (True, True)
