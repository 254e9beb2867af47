"""Texts of people: cleaned on the way in, harmless on the way out."""

import pytest

from novex_portal.toolkit.text.markup import clean, render, sanitise


def test_clean_drops_what_the_database_cannot_hold() -> None:
    assert clean("a\x00b\ud800c\x07d\uffff") == "abcd"


def test_clean_keeps_emoji_accents_and_right_to_left_text() -> None:
    assert clean("één 🌊 שלום\tja\n") == "één 🌊 שלום\tja\n"


def test_clean_makes_one_kind_of_line_end() -> None:
    assert clean("a\r\nb\rc") == "a\nb\nc"


def test_render_turns_markdown_into_html() -> None:
    assert render("Partijen *willen*:\n\n1. water\n2. **groen**") == (
        "<p>Partijen <em>willen</em>:</p>\n<ol>\n<li>water</li>\n<li><strong>groen</strong></li>\n</ol>\n"
    )


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[klik](javascript:alert(1))",
        "![plaatje](http://elders.nl/x.png)",
        '<div hx-get="/x" data-hx-on:click="y">',
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_render_leaves_nothing_that_can_do_harm(source: str) -> None:
    html = render(source)

    assert not [bad for bad in ("<script", "<img", "<div", 'href="javascript', 'href="data', "<iframe") if bad in html]


def test_html_in_a_text_is_shown_as_it_was_typed() -> None:
    assert render("x <b>y</b>") == "<p>x &lt;b&gt;y&lt;/b&gt;</p>\n"


def test_headings_in_a_text_never_compete_with_those_of_the_page() -> None:
    assert render("# Groot\n\n### Klein") == "<h3>Groot</h3>\n<h4>Klein</h4>\n"


def test_header_cells_of_a_table_say_that_they_head_a_column() -> None:
    assert '<th scope="col">a</th>' in render("|a|b|\n|-|-|\n|1|2|")


def test_sanitise_drops_htmx_attributes_and_keeps_the_text() -> None:
    assert sanitise('<p data-hx-get="/x" hx-on="y" class="z">tekst</p>') == "<p>tekst</p>"


def test_links_in_a_text_tell_the_other_site_nothing() -> None:
    assert 'rel="noopener noreferrer"' in render("[kaart](https://voorbeeld.nl)")
