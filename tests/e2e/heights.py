"""Where work begins on the page that is open, how high it is and how wide: at 1280, on a phone and on the narrowest."""

from collections.abc import Iterator
from typing import NamedTuple

from playwright.sync_api import Page

WIDE, PHONE, NARROWEST = 1280, 360, 320
FIRST = {WIDE: 260, PHONE: 225}
FIRST_OF_ONE_THING = 295  # a page about one thing shows its name, its facts and then its buttons
HIGHEST = 6_000
READ = {
    "agreement",
    "factsheet",
    "version",
    "version-compare",
    "photo",
    "agenda-version",
    "perspective-version",
}  # documents one reads

# Where the first thing after the head begins, its hairline included, how large the page is, and whether it is about one thing.
MEASURES = """() => {
    const page = document.documentElement, head = document.querySelector('main > .page-head');
    const shown = [...document.querySelectorAll('main > :not(.page-head) > *, main form > * > *')].filter((element) =>
        element.checkVisibility() && !element.closest('.vh') && element.getBoundingClientRect().height > 4);
    const first = Math.min(...shown.map((element) => element.getBoundingClientRect().top + scrollY));
    return [Math.round(first), page.scrollHeight, page.scrollWidth, !head || head.matches('.page-head--detail')];
}"""


class Measures(NamedTuple):
    first: float
    height: int
    width: int
    is_of_one_thing: bool


def out_of_measure(page: Page, route: str, *, is_of_an_area: bool) -> Iterator[str]:
    """Say what does not fit. Only pages of an area begin high: help and information keep a large head."""
    size = page.viewport_size
    for width in (WIDE, PHONE, NARROWEST):
        page.set_viewport_size({"width": width, "height": 780})
        measured = Measures(*page.evaluate(MEASURES))
        lowest = FIRST_OF_ONE_THING if measured.is_of_one_thing else FIRST.get(width, FIRST_OF_ONE_THING)
        if is_of_an_area and measured.first > lowest:
            yield f"begins at {measured.first:.0f} when {width} wide"
        if width == PHONE and measured.height > HIGHEST and route not in READ:
            yield f"{measured.height} pixels high on a phone"
        if measured.width > width:
            yield f"{measured.width} pixels wide on a screen of {width}"
    page.set_viewport_size(size or {"width": PHONE, "height": 780})
