"""Third-party files reach a browser by name alone, and small."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from novex_portal.toolkit.frontend import nodefiles

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    "name", ["vendor/components.css", "vendor/icons.svg", "vendor/htmx.js", "vendor/fira-sans-400.woff2"]
)
def test_named_file_is_found(name: str) -> None:
    assert Path(str(finders.find(name))).is_file()


@pytest.mark.parametrize("name", ["package.json", "htmx.org/package.json", "vendor/../../package.json", "vendor/"])
def test_nothing_else_of_node_modules_is_found(name: str) -> None:
    assert not nodefiles.StaticFinder().find(name)


def test_every_icon_on_a_page_is_in_the_sprite() -> None:
    sprite = Path(str(finders.find("vendor/icons.svg"))).read_text("utf-8")
    asked = {
        name
        for path in ROOT.glob("templates/**/*.html")
        for name in re.findall(r'{% icon "([a-z0-9-]+)"', path.read_text("utf-8"))
    }

    assert sorted(name for name in asked if f'<symbol id="{name}"' not in sprite) == []


def test_small_font_is_much_smaller_than_the_whole() -> None:
    small, whole = (Path(str(finders.find(f"vendor/fira-sans-{part}400.woff2"))) for part in ("", "latin-"))

    assert small.stat().st_size < 0.7 * whole.stat().st_size


def test_components_come_with_only_the_tokens_they_read() -> None:
    css = Path(str(finders.find("vendor/components.css"))).read_text("utf-8")
    defined = re.findall(r"(--[\w-]+):", css.split("@layer components")[0])

    assert [name for name in defined if not re.search(rf"var\(\s*{name}\b", css)] == []


def test_layers_are_named_in_their_order_first() -> None:
    css = Path(str(finders.find("vendor/components.css"))).read_text("utf-8")

    assert css.startswith("@layer base,components,portal;")
