"""What a proposal is about: a text of the akkoord to be changed or struck, or the place where a new one comes."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from coalition.agreement.amendments.enums import About, Verb
from coalition.agreement.annexes.models import Exhibit
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Agreement, Chapter
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.terms.models import DefinedTerm
from novex_portal.toolkit.text.dutch import number

type Text = Article | DefinedTerm | Agreement | Exhibit
type Words = tuple[str, str]
"""A heading and what stands below it."""

FIELDS: dict[About, tuple[str, str]] = {
    About.ARTICLE: ("title", "text"),
    About.TERM: ("term", "meaning"),
    About.PREAMBLE: ("", "preamble"),
    About.EXHIBIT: ("caption", "alt"),
}
"""Where each keeps its heading, when it has one, and its text."""
LONGEST: dict[About, tuple[int, int]] = {
    About.ARTICLE: (150, 100_000),
    About.TERM: (100, 4_000),
    About.PREAMBLE: (0, 100_000),
    About.EXHIBIT: (200, 1_000),
}
"""How many signs fit in each heading and text."""
IN_LAW = frozenset({About.ARTICLE, About.PREAMBLE})
"""What is written in the grammar of articles; the rest is read as typed."""
NOTHING: Words = ("", "")


@dataclass(frozen=True)
class Subject:
    """A text of an akkoord, and what would be done with it; without a row it is to be added, or gone by now."""

    agreement: Agreement
    about: About
    verb: Verb
    row: Text | None = None
    chapter: Chapter | None = None  # where a new article comes
    after: Article | None = None  # and behind which one; None for the end

    @property
    def words(self) -> Words:
        """The heading and text as they stand now; nothing of what is to be added, or is gone."""
        if self.row is None:
            return NOTHING
        title, text = FIELDS[self.about]
        return (str(getattr(self.row, title)) if title else "", str(getattr(self.row, text)))

    @property
    def version(self) -> int:
        """Of the text as it stands now; 0 for what is to be added."""
        return self.row.version if self.row else 0

    @property
    def is_gone(self) -> bool:
        """Whether what it would change or strike stands in the akkoord no more."""
        if self.verb == Verb.ADD:
            return self.about == About.ARTICLE and self.chapter is None
        return self.row is None or (isinstance(self.row, Article) and self.row.removed_at is not None)

    @property
    def has_heading(self) -> bool:
        """Whether it has one that can be changed too."""
        return bool(FIELDS[self.about][0])

    def too_long(self, words: Words) -> str:
        """Say that a heading or text does not fit where it would stand; empty when both do."""
        for said, most, name in zip(words, LONGEST[self.about], ("titel", "tekst"), strict=True):
            if len(said) > most:
                return f"Deze {name} is te lang: er passen {number(most)} tekens. Maak haar korter."
        return ""

    @property
    def place(self) -> str:
        """What it is and what would be done, in a line: "Artikel 3.2", "Nieuw begrip", "Artikel 3.2 schrappen"."""
        named = self._name
        return f"{named} schrappen" if self.verb == Verb.STRIKE else named

    @property
    def order(self) -> tuple[Any, ...]:
        """Where it stands in the document: considerations, articles and what comes among them, terms, annexes."""
        article = self.row if isinstance(self.row, Article) else self.after
        chapter = article.chapter if article else self.chapter
        rank = [About.PREAMBLE, About.ARTICLE, About.TERM, About.EXHIBIT].index(self.about)
        return (
            rank,
            chapter.number if chapter else 0,
            article.number if article else 10_000,
            self.verb != Verb.CHANGE,
        )

    @property
    def key(self) -> tuple[Any, ...]:
        """The same for all proposals that may get in each other's way: of one text, or of one place."""
        if self.row:
            return (self.about, self.row.pk)
        return (self.about, self.chapter.pk if self.chapter else None, self.after.pk if self.after else None)

    @property
    def url(self) -> str:
        """Where it stands, or would come."""
        slug = self.agreement.area.slug
        if self.about == About.TERM:
            return reverse("terms", args=[slug])
        if isinstance(self.row, Article | Exhibit):
            return self.row.get_absolute_url()
        return reverse("agreement", args=[slug])

    def read(self, readable: Readable, text: str) -> str:
        """Return a text of this kind in words, as it is read in the document."""
        return readable.words(text) if self.about in IN_LAW else text

    def placed(self, readable: Readable, text: str) -> list[tuple[str, str]]:
        """Return the lines of `read`, each with where it stands."""
        return readable.placed(text) if self.about in IN_LAW else [("", line) for line in text.split("\n")]

    def typed(self, readable: Readable, text: str) -> str:
        """Return a text of this kind as its writer sees it."""
        return readable.typed(text) if self.about in IN_LAW else text

    @property
    def _name(self) -> str:
        match self.row:
            case Article() as article:
                return f"Artikel {article_number(article.chapter.label, article.label)}"
            case DefinedTerm() as term:
                return f"Begrip “{term.term}”"
            case Exhibit() as exhibit:
                return f"Bijlage {exhibit.chapter.label}, “{exhibit.caption}”"
        named = str(self.about.label)
        return f"Nieuw {named.lower()} {self._where}".strip() if self.verb == Verb.ADD else named

    @property
    def _where(self) -> str:
        """Where a new article comes."""
        if self.after:
            return f"na artikel {article_number(self.after.chapter.label, self.after.label)}"
        return f"in hoofdstuk {self.chapter.label}" if self.chapter else ""


def of_article(article: Article, verb: Verb = Verb.CHANGE) -> Subject:
    """Return an article that stands in the text, to be changed or struck."""
    return Subject(article.chapter.agreement, About.ARTICLE, verb, article)
