"""Every regular expression that meets what people type takes time that grows with the text, not with its square.

A text of a hundred thousand signs that is tried again from each of them holds a web process for minutes. The
expressions are found in the code, so that a new one is tried without being named here.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache

import pytest
from django import forms
from django.utils.html import escape

from areas.accounts.passwords import is_guessable
from areas.imports.rules.columns import squeezed
from areas.parties.rules.similarity import words_of
from coalition.agreement.articles.rules.text import Readable, UnknownReference
from coalition.analysis.themes.rules import content_words
from coalition.conversations.passages.rules import find
from coalition.conversations.quick_notes.rules import read
from coalition.conversations.recording.rules.political import political_opinion
from novex_portal.records.anonymising.rules import Known, any_of, without_others
from novex_portal.toolkit.pdf.making import breakable
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.differences import word_differences
from novex_portal.toolkit.text.markup import render
from tests.backtracking import Hard, tried, worst_use
from tests.expressions import Found, every_expression, functions_that_say, kept_patterns, module_files, module_of
from tests.factories import DAY

# Expressions that never meet what people type, and what they read instead.
NEVER_TYPED = {
    r"/\*.*?\*/": "style sheets of packages",
    r"(--[\w-]+)\s*:\s*([^;{}]+);": "style sheets of packages",
    r"\$\{([^}]+)\}": "the settings of npm on this machine",
    r'url\("?([^")]+\.woff2)"?\)': "our own style sheet",
    r"(\d+)": "the version a program of ours says it is",
}
# Expressions that are only known once the code runs: the function that makes them, and some of what it makes.
NAMES = ("aa aa", "a a a b", "0 0 " * 9 + "0")
MADE = {
    name: [any_of(Known("", words, "a@a.nl", "06 06")) for words in NAMES] for name in ("excerpts", "without_others")
}
# Functions that have PostgreSQL look for a person by name. It reads such an expression without going back.
IN_THE_DATABASE = {"_replace", "replace_in_texts", "_conversations_with", "_rows_with"}
FOUND = every_expression()
TYPED = [found for found in FOUND if found.pattern and found.pattern.pattern not in NEVER_TYPED]
KNOWN_TRAPS = (
    r"\[\[\s*(artikel|begrip)\s+([^\[\]\n]{1,100}?)\s*\]\]",
    r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    r"<(style|title|head)\b.*?</\1>",
    r"(a+)+$",
)


# What reads a text with expressions in a loop: the length of its field, and how it is called.
def quietly(run: Callable[[str], object]) -> Callable[[str], object]:
    """Take a refusal for an answer: it comes after reading."""

    def running(text: str) -> None:
        with suppress(dutch.UnclearError, UnknownReference):
            run(text)

    return running


READERS: dict[str, tuple[int, Callable[[str], object]]] = {
    "references": (100_000, Readable({}, {}).typed),
    "references that are kept": (100_000, quietly(Readable({}, {}).stored)),
    "others left out": (500_000, lambda text: without_others(text, Known("rol", "aa aa"), [Known("ander", "a a a")])),
    "a quote": (500_000, lambda text: find(text, (text[:3_000] or "a") + " z")),
    "notes": (20_000, lambda text: read(text, organisations=["a a", "a"], challenges={"1": "a"}, held_on=DAY)),
    "Markdown": (10_000, render.__wrapped__),
    "paper": (20_000, lambda text: breakable(f"<p>{escape(text)}</p>")),
    "differences": (10_000, lambda text: word_differences(text, text[1:] + "a" + text[: len(text) // 2])),
    "a political opinion": (500_000, political_opinion),
    "words with meaning": (20_000, content_words),
    "a date": (20_000, quietly(dutch.parse_date)),
    "an amount": (20_000, quietly(dutch.parse_amount)),
    "a password": (4_096, is_guessable),
    "an organisation": (20_000, words_of),
    "a name in a file": (20_000, squeezed),
}
PARTS = (
    *"a0 .,-\n\t[]()<>*_~`#|&@!?\\:;\"'+^=/é💧\u00a0", "a ", "a\n", "[[", "[[artikel ", "[[artikel a]] ", "![](", "[a](", "[a]: b\n",
    "| a ", "|-|\n", "- a\n", "> ", "  - a\n", "**a", "@a ", "#a\n", "~ @a\n", "! a, b, 1-1-2026\n", "a@b.c ", "+31 6 ", "&amp;", "<a>", "1.000",
)  # fmt: skip


@cache
def longest_field() -> int:
    """Return how long the longest text is that a form takes."""
    kinds: list[type[forms.BaseForm]] = [forms.BaseForm]
    for kind in kinds:
        kinds += kind.__subclasses__()
    fields = [field for kind in kinds for field in getattr(kind, "base_fields", {}).values()]
    return max(getattr(field, "max_length", None) or 0 for field in fields)


def test_longest_field_is_the_report() -> None:
    assert all(module_of(path) for path in module_files())
    assert longest_field() == 500_000


@pytest.mark.parametrize("found", TYPED, ids=lambda found: found.place)
def test_expression_takes_time_that_grows_with_the_text(found: Found) -> None:
    assert found.pattern
    way, verdict = worst_use(found.pattern, longest_field(), found.ways)
    assert verdict.is_linear, f"{found.written}, {way}: {verdict}"


@pytest.mark.parametrize("written", [written for made in MADE.values() for written in made])
def test_expression_made_of_a_name_takes_time_that_grows_with_the_text(written: str) -> None:
    way, verdict = worst_use(re.compile(written, re.IGNORECASE), longest_field())
    assert verdict.is_linear, f"{written}, {way}: {verdict}"


def test_expression_that_is_made_while_running_is_listed_and_so_is_what_nobody_types() -> None:
    assert {found.function for found in FOUND if not found.pattern} == MADE.keys()
    assert {found.pattern.pattern for found in FOUND if found.pattern} >= NEVER_TYPED.keys()


def test_no_compiled_expression_comes_from_elsewhere() -> None:
    known = {(found.pattern.pattern, found.pattern.flags) for found in FOUND if found.pattern}
    assert [place for place, pattern in kept_patterns() if (pattern.pattern, pattern.flags) not in known] == []


def test_expressions_are_only_made_by_the_name_of_re() -> None:
    others = r"^\s*(from re import|import re as|import regex|from regex )"
    assert [str(path) for path in module_files() if re.search(others, path.read_text("utf-8"), re.MULTILINE)] == []


def test_database_gets_only_the_expressions_we_know() -> None:
    assert functions_that_say(r"regex$|^regexp_") == IN_THE_DATABASE


@pytest.mark.parametrize("reader", READERS)
def test_reading_a_whole_text_takes_time_that_grows_with_it(reader: str) -> None:
    length, run = READERS[reader]
    hards = [Hard(begin, part, end) for begin in ("", "a ") for part in PARTS for end in ("", "a]]")]
    verdict = tried(run, hards, length)
    assert verdict.is_linear, f"{reader}: {verdict}"


@pytest.mark.parametrize("written", KNOWN_TRAPS)
def test_expression_that_goes_back_again_and_again_is_caught(written: str) -> None:
    _, verdict = worst_use(re.compile(written, re.DOTALL), 16_000, ["search"])
    assert not verdict.is_linear
