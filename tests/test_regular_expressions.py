"""Every regular expression that meets what people type takes time that grows with the text, not with its square.

A text of a hundred thousand signs that is tried again from each of them holds a web process for minutes. The
expressions are found in the code, so that a new one is tried without being named here.
"""

import re

import pytest

from novex_portal.benchmark.backtracking import tried, worst_use
from novex_portal.benchmark.expressions import (
    Found,
    every_expression,
    functions_that_say,
    kept_patterns,
    module_files,
    module_of,
)
from novex_portal.benchmark.reading import NEVER_TYPED, READERS, hard_parts, longest_field
from novex_portal.records.anonymising.rules import Known, any_of

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
    verdict = tried(run, hard_parts(), length)
    assert verdict.is_linear, f"{reader}: {verdict}"


@pytest.mark.parametrize("written", KNOWN_TRAPS)
def test_expression_that_goes_back_again_and_again_is_caught(written: str) -> None:
    _, verdict = worst_use(re.compile(written, re.DOTALL), 16_000, ["search"])
    assert not verdict.is_linear
