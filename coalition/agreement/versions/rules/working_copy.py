"""A frozen text to work with: broken into numbered lines, with what parties would have each article say. Pure."""

from dataclasses import dataclass

from coalition.agreement.amendments.enums import Verb
from coalition.agreement.amendments.rules import citations
from coalition.agreement.articles.rules.citing import Cited, broken
from coalition.agreement.versions.rules.snapshot import AmendmentText, ArticleText, ExhibitText, VersionText
from novex_portal.toolkit.text.differences import Piece, word_differences


@dataclass(frozen=True)
class Proposed:
    """What a party would have an article say, and the lines that touches, by the numbers in front of them."""

    amendment: AmendmentText
    title: list[Piece]
    text: list[Piece]
    where: list[str]


@dataclass(frozen=True)
class WorkingArticle:
    """An article in numbered lines, with what parties would have it say."""

    article: ArticleText
    lines: list[tuple[int, str]]
    amendments: list[Proposed]


@dataclass(frozen=True)
class WorkingChapter:
    """A chapter with what stands in it: its articles, and the figures and documents of an annex."""

    title: str
    articles: list[WorkingArticle]
    exhibits: tuple[ExhibitText, ...]


def working_chapters(text: VersionText) -> list[WorkingChapter]:
    """Return every chapter in which something stands; lines are numbered through the whole text."""
    number, chapters, readable = 0, [], text.readable
    for chapter in text.chapters:
        articles = []
        for article in chapter.articles:
            placed = readable.placed(article.text)
            words = [line for _, row in placed for line in broken(row)]
            lines = [(number + place, line) for place, line in enumerate(words, start=1)]
            cited = Cited(placed, number + 1)
            number += len(words)
            articles.append(
                WorkingArticle(article, lines, [_proposed(article, cited, row) for row in article.amendments])
            )
        if articles or chapter.exhibits:
            title = f"{chapter.shown_number} {chapter.title}"
            chapters.append(WorkingChapter(title, articles, chapter.exhibits))
    return chapters


def _proposed(article: ArticleText, cited: Cited, row: AmendmentText) -> Proposed:
    if row.verb == Verb.STRIKE:
        return Proposed(row, [], [], ["het hele artikel schrappen"])
    where = citations(cited, row.text)
    return Proposed(row, word_differences(article.title, row.title), word_differences(cited.text, row.text), where)


def other_proposals(text: VersionText) -> list[Proposed]:
    """Return what parties would have beside the articles: new ones, considerations, terms, words in annexes."""
    return [
        Proposed(
            row,
            word_differences("", row.title) if row.verb == Verb.ADD else [],
            word_differences(row.was, row.text),
            [row.place],
        )
        for row in text.amendments
    ]
