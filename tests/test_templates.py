"""Templates can be read side by side: no line is longer than a screen, and each page fills a frame."""

import re
from pathlib import Path

TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
LONGEST = 140
FIXED = ("code", "label", "number", "area.name")
"""What ends the words of a name that is short in every area."""


def test_no_line_of_a_template_is_longer_than_a_screen() -> None:
    long = [
        f"{path.relative_to(TEMPLATES)}:{number}"
        for path in sorted(TEMPLATES.rglob("*.html"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if len(line) > LONGEST
    ]

    assert long == []


def test_no_page_makes_a_frame_of_its_own() -> None:
    """Head, path and navigation stand in the frames; a page only says what goes in them."""
    own = ("page-head", "area-bar", "subnav")
    frames = {"base.html", "area_base.html", "guest_base.html", "public_base.html"}
    frames |= {"allauth/layouts/manage.html", "allauth/elements/h1.html"}  # the account pages bring their own heading
    pages = {str(path.relative_to(TEMPLATES)): path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")}
    made = [
        name for name, text in pages.items() if name not in frames and any(f'class="{word}' in text for word in own)
    ]

    assert made == []


def test_every_page_keeps_the_class_of_its_frame() -> None:
    """What a page says of its body comes on top of `work` or `public`, without which the frame has no measures."""
    lost = [
        str(path.relative_to(TEMPLATES))
        for path in TEMPLATES.rglob("*.html")
        for words in re.findall(r"block body_class %}([^{]*){%", path.read_text("utf-8"))
        if not words.startswith(("work", "public"))
    ]

    assert lost == []


def test_a_page_named_after_something_typed_gives_the_name_room() -> None:
    """A code or a label is short; a name that somebody typed may take two lines, on a phone above all."""
    cramped = []
    for path in sorted(TEMPLATES.rglob("*.html")):
        text = path.read_text("utf-8")
        named = " ".join(re.findall(r"block (?:title|h1) %}(.*?){% endblock", text, re.DOTALL))
        values = re.findall(r"{{\s*([^}|]+?)\s*[}|]", named)
        is_typed = any(not value.endswith(FIXED) for value in values)
        if 'extends "area_base.html"' in text and is_typed and "page-head--detail" not in text:
            cramped.append(str(path.relative_to(TEMPLATES)))

    assert cramped == []
