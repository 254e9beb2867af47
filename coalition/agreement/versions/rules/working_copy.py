"""A frozen text to work with: broken into numbered lines, with what parties would have each article say. Pure."""

import textwrap
from dataclasses import dataclass

from coalition.agreement.versions.rules.snapshot import AmendmentText, ArticleText, VersionText
from novex_portal.toolkit.law_text.labels import labels_of
from novex_portal.toolkit.text.differences import Piece, word_differences

LINE_WIDTH = 84
"""Signs on a line of the working copy: it breaks there itself, so that a line number means the same on every paper."""


@dataclass(frozen=True)
class WorkingArticle:
    """An article in numbered lines, with what parties would have it say."""

    article: ArticleText
    lines: list[tuple[int, str]]
    amendments: list[tuple[AmendmentText, list[Piece], list[Piece]]]


def working_chapters(text: VersionText) -> list[tuple[str, list[WorkingArticle]]]:
    """Return every chapter with articles; lines are numbered through the whole text."""
    number, chapters, readable = 0, [], text.readable
    for chapter in text.chapters:
        articles = []
        for article in chapter.articles:
            shown = readable.words(article.text)
            words = _lines(shown)
            lines = [(number + place, line) for place, line in enumerate(words, start=1)]
            number += len(words)
            articles.append(
                WorkingArticle(article, lines, [_amended(article, shown, row) for row in article.amendments])
            )
        if articles:
            chapters.append((f"{chapter.shown_number} {chapter.title}", articles))
    return chapters


def _lines(text: str) -> list[str]:
    """Break lines, what goes on in line with the words after a label."""
    return [line for row in text.split("\n") if row.strip() for line in _wrapped(row)]


def _wrapped(row: str) -> list[str]:
    indent = row[: len(row) - len(row.lstrip())]
    label, _, _ = row.strip().partition(" ")
    hanging = indent + " " * (len(label) + 1) if labels_of(row.strip()) else indent
    return textwrap.wrap(row, LINE_WIDTH, subsequent_indent=hanging)


def _amended(article: ArticleText, shown: str, row: AmendmentText) -> tuple[AmendmentText, list[Piece], list[Piece]]:
    return row, word_differences(article.title, row.title), word_differences(shown, row.text)
