"""Every token that the components on our pages read has a value; colours can be told apart."""

import re
from functools import cache
from pathlib import Path

import pytest

from novex_portal.toolkit.frontend import nodefiles, stylesheets

ROOT = Path(__file__).resolve().parent.parent
OWN_CSS = stylesheets.made(ROOT / "static/css/portaal.css")
_CLASS = re.compile(r"utrecht-[a-z0-9]+(?:[-_]+[a-z0-9]+)*")


@cache
def classes_on_our_pages() -> frozenset[str]:
    """The component classes that templates and form code write out."""
    sources = [*ROOT.glob("templates/**/*.html"), *ROOT.glob("novex_portal/toolkit/**/*.py")]
    return frozenset(name for path in sources for name in _CLASS.findall(path.read_text("utf-8")))


def rules_for_our_pages() -> list[str]:
    """The bodies of the rules whose every component class stands on some page of ours."""
    bodies = []
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", nodefiles.component_css()):
        for selector in selectors.split(","):
            named = set(re.findall(r"\.(utrecht-[\w-]+)", selector))
            if named and named <= classes_on_our_pages():
                bodies.append(body)
                break
    return bodies


def has_value(expression: str, defined: set[str]) -> bool:
    """Whether `--name` or `--name, fallback` comes to something."""
    name, _, fallback = expression.partition(",")
    if name.strip() in defined:
        return True
    inner = re.match(r"\s*var\((.*)\)\s*$", fallback)
    return has_value(inner[1], defined) if inner else bool(fallback.strip())


def expressions(css: str) -> list[str]:
    """What stands between the outer brackets of every var( )."""
    found = []
    for match in re.finditer(r"var\(", css):
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(css[end], 0)
            end += 1
        found.append(css[match.end() : end - 1])
    return found


def test_every_token_the_components_on_our_pages_read_is_defined() -> None:
    rules = ";".join(rules_for_our_pages())
    defined = {*nodefiles.base_tokens(), *re.findall(r"(--[\w-]+)\s*:", OWN_CSS + nodefiles.component_css())}
    missing = {
        part.split(",")[0] for part in expressions(rules) if "--utrecht-" in part and not has_value(part, defined)
    }

    assert sorted(missing) == []


def test_every_token_of_our_own_css_is_defined() -> None:
    defined = set(re.findall(r"(--p-[\w-]+)\s*:", OWN_CSS))
    used = {part.split(",")[0].strip() for part in expressions(OWN_CSS) if part.startswith("--p-") and "," not in part}

    assert sorted(used - defined) == []


def test_every_component_class_on_our_pages_has_a_rule() -> None:
    known = set(re.findall(r"\.(utrecht-[\w-]+)", nodefiles.component_css() + OWN_CSS))

    assert sorted(name for name in classes_on_our_pages() - known if not name.endswith("-css")) == []


def luminance(colour: str) -> float:
    if len(colour) == 4:
        colour = "#" + "".join(2 * digit for digit in colour[1:])
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def token(name: str) -> str:
    found = re.search(rf"--p-{name}:\s*(#[0-9a-f]{{3,6}})", OWN_CSS)
    assert found, name
    return found[1]


@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 7),
        ("ink-soft", "paper", 4.5),
        ("ink-soft", "surface", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "accent-tint", 4.5),
        ("good", "paper", 4.5),
        ("attention", "paper", 4.5),
        ("attention", "accent-tint", 4.5),
        ("error", "error-tint", 4.5),
        ("edge", "paper", 3),
        ("ink", "practice", 7),
        ("ink", "focus-surface", 7),
        ("accent-mid", "paper", 3),
    ],
)
def test_colours_have_enough_contrast(front: str, back: str, least: float) -> None:
    light, dark = sorted((luminance(token(front)), luminance(token(back))), reverse=True)

    assert (light + 0.05) / (dark + 0.05) >= least
