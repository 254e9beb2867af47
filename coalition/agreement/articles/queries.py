"""Reading what became of an article: what hangs on it, what was taken out of the text, and its history word by word."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import BooleanField, Case, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When, Window
from django.db.models.functions import Coalesce, Lag

from coalition.agreement.articles.models import Article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.models import Agreement
from novex_portal.toolkit.history.events import who_did
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text.differences import Piece, word_differences

A_PAGE = 20
_HANGING = {
    "positions": ("standpunt", "standpunten"),
    "amendments": ("wijzigingsvoorstel", "wijzigingsvoorstellen"),
    "comments": ("opmerking", "opmerkingen"),
    "open_points": ("punt zonder overeenstemming", "punten zonder overeenstemming"),
    "ambition_links": ("ambitie waar het op steunt", "ambities waar het op steunt"),
    "statement_links": ("uitspraak waar het op steunt", "uitspraken waar het op steunt"),
    "decision_links": ("besluit waar het op steunt", "besluiten waar het op steunt"),
}


def hanging_on(article: Article) -> list[str]:
    """Return in numbers what people said of an article and what it rests on; empty when there is nothing. One query."""
    found: Any = Article.everything.filter(pk=article.pk).values_list(*map(_count, _HANGING)).get()
    return [counted(number, *words) for number, words in zip(found, _HANGING.values(), strict=True) if number]


def _count(name: str) -> Coalesce:
    """Count the rows on the other side of a link by themselves: joined together they would multiply."""
    link: Any = Article._meta.get_field(name)
    rows = link.related_model._default_manager.filter(**{link.field.name: OuterRef("pk")}).order_by()
    return Coalesce(Subquery(rows.values(link.field.name).annotate(n=Count("pk")).values("n")), 0)


def removed_articles(agreement: Agreement) -> QuerySet[Article]:
    """Return what was taken out of the text, the latest first."""
    rows = Article.everything.filter(chapter__agreement=agreement).exclude(removed_at=None)
    return rows.select_related("chapter", "removed_by").defer("text").order_by("-removed_at", "pk")


@dataclass(frozen=True)
class Revision:
    """One change of an article: who, when, why, and what it did with its words."""

    moment: datetime
    actor: str
    what: str
    why: str
    title: list[Piece]
    text: list[Piece]  # nothing when its words stayed as they were


def history_page(article: Article, readable: Readable, number: str | None) -> tuple[Page[Any], list[Revision]]:
    """Return a page of the history of an article, and its changes, newest first. Three queries, however long it is."""
    page = Paginator(_revisions(article), A_PAGE).get_page(number)
    rows = list(page.object_list)
    actors = who_did([row["pgh_context"] for row in rows])
    return page, [_revision(row, actor, readable) for row, actor in zip(rows, actors, strict=True)]


def _revisions(article: Article) -> QuerySet[Any, dict[str, Any]]:
    """Only the events in which a reader sees something change: numbers move with every article that comes before."""
    events: Any = Article.pgh_event_model  # type: ignore[attr-defined]
    gone = Case(When(removed_at=None, then=Value(False)), default=Value(True), output_field=BooleanField())
    rows = events.objects.filter(pgh_obj_id=article.pk).annotate(gone=gone)
    rows = rows.annotate(**{f"was_{name}": _before(name) for name in ("title", "text", "gone", "chapter")})
    changed = ~Q(title=F("was_title")) | ~Q(text=F("was_text")) | ~Q(gone=F("was_gone")) | ~Q(chapter=F("was_chapter"))
    shown = ("title", "text", "gone", "chapter", "was_title", "was_text", "was_gone", "was_chapter", "why")
    found = rows.filter(Q(was_title=None) | changed).order_by("-pgh_created_at", "-pgh_id")
    return found.values("pgh_created_at", "pgh_context", *shown)  # type: ignore[no-any-return]


def _before(name: str) -> Window:
    return Window(Lag(name), order_by=["pgh_created_at", "pgh_id"])


def _revision(row: dict[str, Any], actor: str, readable: Readable) -> Revision:
    is_first = row["was_title"] is None
    words = (readable.words(row["was_text"] or ""), readable.words(row["text"]))
    return Revision(
        moment=row["pgh_created_at"],
        actor=actor,
        what=_what(row, is_first=is_first),
        why=row["why"],
        title=word_differences(row["was_title"] or "", row["title"]),
        text=[] if not is_first and words[0] == words[1] else word_differences(*words),
    )


def _what(row: dict[str, Any], *, is_first: bool) -> str:
    if is_first:
        return "Gemaakt"
    if row["gone"] != row["was_gone"]:
        return "Uit de tekst gehaald" if row["gone"] else "Teruggezet in de tekst"
    if (row["title"], row["text"]) == (row["was_title"], row["was_text"]):
        return "Verplaatst naar een ander hoofdstuk"
    return "Gewijzigd"
