"""Law text as HTML, its messages, and renumbering."""

import re
from html import unescape

import nh3
import pytest
from hypothesis import given

from novex_portal.toolkit.law_text.html import html
from novex_portal.toolkit.law_text.messages import codes, message, messages, stops
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.tree import Told
from novex_portal.toolkit.law_text.writing import renumber
from tests.toolkit.law_text.test_law import shown, signs, texts

TAGS = {
    "div",
    "ul",
    "li",
    "p",
    "br",
    "span",
    "strong",
    "em",
    "sup",
    "a",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
}
TAGS |= {"tr", "th", "td"}


def visible(text: str, labels: str = "text") -> str:
    return signs(unescape(re.sub(r"<[^>]*>", "", html(read(text), labels=labels))))  # type: ignore[arg-type]


@given(texts(marks=True))
def test_page_shows_the_same_signs_as_the_plain_lines(text: str) -> None:
    assert visible(text) == shown(text).replace("|", "") if "|" not in text else True


@given(texts(marks=False))
def test_page_shows_text_without_marks_sign_by_sign(text: str) -> None:
    assert visible(text) == signs(text)


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script>", "1. <img src=x onerror=alert(1)>", '"><b>', "[x](javascript:alert(1))", "&lt;b&gt;"],
)
def test_html_that_is_typed_is_text(typed: str) -> None:
    made = html(read(typed))
    assert set(re.findall(r"</?([a-z0-9]+)", made)) <= TAGS
    assert visible(typed) == signs(typed)
    assert nh3.clean(made, tags=TAGS).count("<script") == 0


def test_nested_lists_keep_their_labels_as_text() -> None:
    made = html(read("1. Partijen zorgen voor:\na. water;\nb. natuur."))
    assert '<span class="law__nr">1.</span> <div><p>Partijen zorgen voor:</p><ul' in made
    assert made.count("<li>") == 3


def test_pdf_has_the_label_as_the_marker_of_its_item() -> None:
    assert '<li style="list-style-type: &quot;1° &quot;"><div><p>eerst;</p></div></li>' in html(
        read("1° eerst;"), labels="marker"
    )


def test_table_has_caption_head_and_total() -> None:
    made = html(
        read("Tabel 1: Bijdragen\n| Partij | Bedrag |\n|:--|--:|\n| Rijk | 5,0 |\n|---|---|\n| Totaal | 5,0 |")
    )
    assert "<caption>Tabel 1: Bijdragen</caption>" in made
    assert '<th scope="col" class="law__end">Bedrag</th>' in made
    assert '<tfoot><tr><td class="law__start">Totaal</td>' in made


def test_call_of_a_note_keeps_its_brackets() -> None:
    made = html(read("€ 500[^1].\n[^1]: Prijspeil 2026."), base="a-3-2")
    assert '<sup class="law__note"><a href="#a-3-2-noot-1">[1]</a></sup>' in made
    assert '<li id="a-3-2-noot-1">' in made


@pytest.mark.parametrize("code", codes())
def test_every_message_is_a_sentence(code: str) -> None:
    assert "{" not in message(Told(3, code, "a.|b."))


def test_only_references_to_nothing_and_turned_text_stop_saving() -> None:
    assert stops(read("b) tweede\n* los")) == []
    assert stops(read("Zie [[artikel 9]].\nOm\u202egekeerd")) == [
        "“artikel 9” staat niet in dit akkoord, of twee keer. Kijk de verwijzing na.",
        "Regel 2 heeft tekens die de leesrichting omkeren. Haal ze weg.",
    ]


def test_same_message_is_said_once() -> None:
    assert messages(read("Bedrag[^7] en rente[^7].")) == ["Noot 7 ontbreekt."]


def test_renumbering_counts_each_list_on() -> None:
    found = renumber("1. een.\n3. twee:\na. x;\nd. y.\n7. drie.")
    assert found is not None
    assert found.text == "1. een.\n2. twee:\na. x;\nb. y.\n3. drie."


def test_renumbering_that_would_change_the_tree_is_refused() -> None:
    text = "\n".join([*(f"{letter}. x;" for letter in "abcdefg"), "j. y:", "   i. klein.", "k. z."])
    found = renumber(text)
    assert found is None or "h. y:" in found.text


@given(texts(marks=False))
def test_renumbering_twice_is_renumbering_once(text: str) -> None:
    once = renumber(text)
    if once is not None:
        twice = renumber(once.text)
        assert twice is not None
        assert twice.text == once.text
        assert twice.changes == ()
