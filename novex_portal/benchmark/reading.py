"""How long the worst text of a field's full length takes the expressions that read it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from functools import cache

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
from novex_portal.benchmark.backtracking import GOAL, Hard, Verdict, tried, worst_use
from novex_portal.benchmark.expressions import every_expression, module_files, module_of
from novex_portal.records.anonymising.rules import Known, without_others
from novex_portal.toolkit.pdf.making import breakable
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.differences import word_differences
from novex_portal.toolkit.text.markup import render

# Expressions that never meet what people type, and what they read instead.
NEVER_TYPED = {
    r"/\*.*?\*/": "style sheets of packages",
    r"(--[\w-]+)\s*:\s*([^;{}]+);": "style sheets of packages",
    r"\$\{([^}]+)\}": "the settings of npm on this machine",
    r'url\("?([^")]+\.woff2)"?\)': "our own style sheet",
    r"(\d+)": "the version a program of ours says it is",
}

SLOWEST = 5
"""So many of the slowest expressions are named."""


def _quietly(run: Callable[[str], object]) -> Callable[[str], object]:
    """Take a refusal for an answer: it comes after reading."""

    def running(text: str) -> None:
        with suppress(dutch.UnclearError, UnknownReference):
            run(text)

    return running


# What reads a text with expressions in a loop: the length of its field, and how it is called.
READERS: dict[str, tuple[int, Callable[[str], object]]] = {
    "references": (100_000, Readable({}, {}).typed),
    "references that are kept": (100_000, _quietly(Readable({}, {}).stored)),
    "others left out": (500_000, lambda text: without_others(text, Known("rol", "aa aa"), [Known("ander", "a a a")])),
    "a quote": (500_000, lambda text: find(text, (text[:3_000] or "a") + " z")),
    "notes": (
        20_000,
        lambda text: read(text, organisations=["a a", "a"], challenges={"1": "a"}, held_on=date(2026, 3, 2)),
    ),
    "Markdown": (10_000, render.__wrapped__),
    "paper": (20_000, lambda text: breakable(f"<p>{escape(text)}</p>")),
    "differences": (10_000, lambda text: word_differences(text, text[1:] + "a" + text[: len(text) // 2])),
    "a political opinion": (500_000, political_opinion),
    "words with meaning": (20_000, content_words),
    "a date": (20_000, _quietly(dutch.parse_date)),
    "an amount": (20_000, _quietly(dutch.parse_amount)),
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


def hard_parts() -> list[Hard]:
    """Return the texts that what reads in a loop could have trouble with."""
    return [Hard(begin, part, end) for begin in ("", "a ") for part in PARTS for end in ("", "a]]")]


def measure_reading() -> Iterator[str]:
    """Yield what reads a text with what its worst text took, and last the slowest expression of all by itself."""
    yield f"{'reads':<28} {'signs':>8} {'ms':>9}  goal {GOAL * 1000:.0f} ms"
    for name, (length, run) in READERS.items():
        yield reading_line(name, tried(run, hard_parts(), length))
    for path in module_files():
        module_of(path)  # a form is only known once its module is loaded
    typed = [row for row in every_expression() if row.pattern and row.pattern.pattern not in NEVER_TYPED]
    found = [(row.place, worst_use(row.pattern, longest_field(), row.ways)[1]) for row in typed if row.pattern]
    for place, verdict in sorted(found, key=lambda pair: -pair[1].full)[:SLOWEST]:
        yield reading_line(place, verdict)


def reading_line(name: str, verdict: Verdict) -> str:
    """Return one row: what read, how long its text was, what that took, and whether it stays within the goal."""
    met = "met" if verdict.full <= GOAL else "MISSED"
    return f"{name:<28} {verdict.length:>8} {verdict.full * 1000:>9.1f}  {met}"
