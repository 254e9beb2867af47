"""Light texts: every typed sign is visible on the page and on paper, with headings and links as marks besides."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from novex_portal.toolkit.law_text.light import AS_BEFORE, light_html
from tests.test_architecture import ROOMS, ROOT
from tests.toolkit.law_text.test_law import line, signs

LINKS = st.sampled_from(
    [
        "[kaart](https://x.nl/a_b)",
        "[mail](mailto:a@x.nl)",
        "![kaart](x.png)",
        "[1]: https://x.nl",
        "[x](javascript:alert(1))",
    ]
)
HEADINGS = st.builds("{} {}".format, st.sampled_from(["#", "##", "\\#"]), LINKS)
TEXTS = st.lists(st.one_of(line(marks=True), st.just(""), LINKS, HEADINGS), max_size=12).map("\n".join)
PRINTABLE = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t#*\\|[]()^1ai.°-!"), max_size=90
)
MARKS = set("*\\|-:[]#")


def on_page(text: str) -> str:
    return _seen(light_html(text))


def on_paper(text: str) -> str:
    made = light_html(text, labels="marker", heading=4)
    return _seen(re.sub(r'<li style="list-style-type: &quot;(.*?) &quot;">', r"\1", made))


def _seen(html: str) -> str:
    return signs(unescape(re.sub(r"<[^<>]*>", "", html)))


def left_out(text: str, seen: str) -> set[str]:
    """Return the typed signs that are not seen, walking both in order; raises when a sign is seen that was not typed."""
    typed, missing = iter(signs(text)), set()
    for sign in seen:
        for other in typed:
            if other == sign:
                break
            missing.add(other)
        else:
            raise AssertionError(f"{sign} was not typed there")
    return missing | set(typed)


@given(st.one_of(TEXTS, PRINTABLE))
def test_nothing_but_a_mark_is_left_out_and_all_stands_in_the_order_it_was_typed(text: str) -> None:
    assert left_out(text, on_page(text)) <= MARKS


@given(st.one_of(TEXTS, PRINTABLE))
def test_paper_shows_what_the_page_shows(text: str) -> None:
    assert on_paper(text) == on_page(text)


@given(TEXTS)
def test_every_line_begins_a_line(text: str) -> None:
    rows = [row for row in text.split("\n") if signs(row).strip("|-:")]
    assert len(re.findall(r"<(?:br|p|h3|tr|caption|li)\b", light_html(text))) >= len(rows)


@pytest.mark.parametrize(
    "typed",
    ["3. Derde punt", "2030. Het jaar", "a) een\nb) twee", "1° x", "    [1]: y", "[^1]: z", "~~a~~ `b`", "> c"],
)
def test_what_markdown_lost_or_counted_again_stands_as_it_was_typed(typed: str) -> None:
    assert on_page(typed) == signs(typed)


def test_heading_has_the_level_that_was_asked_and_its_sign_is_a_mark() -> None:
    assert light_html("## Doel", heading=4) == '<div class="law"><h4>Doel</h4></div>'
    assert on_page("\\# geen kop") == "#geenkop"


def test_link_is_its_words_with_the_address_behind_them() -> None:
    made = light_html("Zie [de kaart](https://x.nl/a).")
    assert 'Zie <a href="https://x.nl/a" rel="noopener noreferrer">de kaart</a> (https://x.nl/a).' in made


def test_numbers_count_on_below_a_heading() -> None:
    assert light_html("1. een\n# Kop\n2. twee").count('class="law__nr"') == 2


def test_what_was_frozen_as_markdown_is_read_so() -> None:
    assert light_html("3. Derde\n\n> citaat", AS_BEFORE).startswith("<ol>\n<li>Derde</li>\n</ol>\n<blockquote>")


MARKDOWN_MAY = {
    "novex_portal/toolkit/text/markup.py",
    "novex_portal/toolkit/law_text/light.py",  # what was frozen before
    "coalition/agreement/articles/rules/text.py",  # articles from before
    "novex_portal/benchmark/reading.py",
}


def test_nothing_else_reads_texts_of_people_as_markdown() -> None:
    pattern = re.compile(r"markup import .*\brender\b|markup\.render|markdown_it")
    paths = [path for room in ROOMS for path in (ROOT / room).rglob("*.py")]
    found = {str(path.relative_to(ROOT)) for path in paths if pattern.search(path.read_text())}
    assert found <= MARKDOWN_MAY


def test_no_template_lets_a_text_through_as_html() -> None:
    pattern = re.compile(r"\|\s*(safe|safeseq|markdown|urlize\w*|striptags)\b|autoescape off")
    found = [str(path) for path in (ROOT / "templates").rglob("*.html") if pattern.search(path.read_text())]
    assert found == []
