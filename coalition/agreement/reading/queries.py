"""The texts of an akkoord that would read differently by the law."""

import hashlib
from dataclasses import dataclass

from coalition.agreement.amendments.enums import Verb
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import OPEN
from coalition.agreement.articles.models import Article
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import readable_of
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.reading.rules import Reading, reading_of


@dataclass(frozen=True)
class ReadingRow:
    """A text that would read differently: of an article, or of an open proposal for one."""

    article: Article
    number: str
    amendment: Amendment | None
    reading: Reading


@dataclass(frozen=True)
class Readings:
    """All texts that would read differently, how many there are in all, and the mark of what was compared."""

    rows: list[ReadingRow]
    count: int
    seen: str

    @property
    def stopping(self) -> list[ReadingRow]:
        """Those that must be mended before the new reading can be taken over."""
        return [row for row in self.rows if row.reading.stops]


def readings_of(agreement: Agreement) -> Readings:
    """Return how the working texts would read by the law. Four queries."""
    readable = readable_of(agreement)
    articles = list(
        Article.objects.filter(chapter__agreement=agreement)
        .select_related("chapter")
        .order_by("chapter__number", "number")
    )
    amendments = Amendment.objects.filter(article__in=articles, verb=Verb.CHANGE, status__in=OPEN).select_related(
        "article__chapter", "organisation"
    )
    texts: list[tuple[Article, Amendment | None, str]] = [(article, None, article.text) for article in articles]
    texts += [(row.article, row, row.new_text) for row in amendments.order_by("created_at") if row.article]
    rows = [
        ReadingRow(article, article_number(article.chapter.label, article.label), amendment, reading)
        for article, amendment, text in texts
        if (reading := reading_of(text, readable)).differs
    ]
    marks = [f"{(amendment or article).pk}:{(amendment or article).version}" for article, amendment, _ in texts]
    return Readings(rows, len(texts), hashlib.sha256("\n".join(marks).encode()).hexdigest())
