"""Reading the chain both ways: what a text rests on, and what became of what was said.

Whoever may not read a conversation sees of its statements the kind of party and the date. The words
of a confidential statement stand on the page of its conversation alone, where reading is recorded.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, Value

from areas.access import may
from areas.enums import Permission
from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from areas.resting.queries import each_once, rests_on
from coalition.agreement.ambitions.models import Ambition, AmbitionStatement
from coalition.agreement.articles.models import Article, ArticleAmbition, ArticleStatement
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.provenance.rules import Source, ambition_title
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.models import Statement
from coalition.conversations.statements.queries import (
    Outcome,
    ShownStatement,
    show,
    with_readability,
)
from novex_portal.toolkit.nested import made_of

_HELD_ON = 8


@dataclass(frozen=True)
class ShownAmbition:
    """An ambition under an article, with what it rests on."""

    ambition: Ambition
    statements: list[ShownStatement]


def _fields(path: str = "") -> tuple[str, ...]:
    return tuple(
        f"{path}{name}"
        for name in (
            "statement_id",
            "statement__conversation_id",
            "statement__organisation_id",
            "statement__organisation__kind",
            "statement__conversation__held_on",
            "statement__confirmed_at",
        )
    )


def _source(values: Sequence[Any], ambition: str = "") -> Source:
    statement, conversation, organisation, kind, held_on, confirmed_at = values
    words = str(OrganisationKind(kind).label)
    return Source(statement, conversation, organisation, words, held_on, ambition, confirmed_at is not None)


def sources_of_articles(agreement: Agreement) -> dict[UUID, list[Source]]:
    """Return per article every statement it rests on, directly or through an ambition. One query."""
    return roots_of_articles(agreement)[1]


def roots_of_articles(agreement: Agreement) -> tuple[dict[UUID, list[Ambition]], dict[UUID, list[Source]]]:
    """Return per article the ambitions it rests on, and every statement: through those in their order, then directly. One query."""
    of_ambition = ("article_id", "ambition_id", "ambition__number", "ambition__title")
    via = ArticleAmbition.objects.filter(article__chapter__agreement=agreement).values_list(
        *of_ambition, *_fields("ambition__statement_links__")
    )
    direct = ArticleStatement.objects.filter(article__chapter__agreement=agreement).values_list(
        "article_id", _none("id"), _none("number"), _none("title"), *_fields()
    )
    ambitions: dict[UUID, dict[UUID, Ambition]] = defaultdict(dict)
    sources: dict[UUID, list[Source]] = defaultdict(list)
    rows = list(via.union(direct, all=True))
    rows.sort(key=lambda row: (row[2] is None, row[2] or 0, row[_HELD_ON] or date.min, str(row[4])))
    for article, key, number, title, *values in rows:
        words = ambition_title(number, title) if key else ""
        if key:
            ambitions[article].setdefault(key, _ambition(key, number, title))
        if values[0]:
            sources[article].append(_source(values, words))
    return {article: list(found.values()) for article, found in ambitions.items()}, dict(sources)


def _ambition(key: UUID, number: int, title: str) -> Ambition:
    return made_of(Ambition, [{"id": key, "number": number, "title": title}])[0]


def _none(name: str) -> Value:
    """Nothing, in the place of this field of an ambition."""
    field: Any = Ambition._meta.get_field(name)
    return Value(None, output_field=field)


def provenance_of_article(
    article: Article, ambitions: Sequence[Ambition], user: User
) -> tuple[list[ShownAmbition], list[ShownStatement]]:
    """Return the ambitions an article rests on with their statements, and its direct statements. One query."""
    area = article.chapter.agreement.area
    under = AmbitionStatement.objects.filter(ambition__in=ambitions)
    direct = ArticleStatement.objects.filter(article=article)
    said = Statement.objects.filter(
        Q(pk__in=under.values("statement_id")) | Q(pk__in=direct.values("statement_id"))
    ).annotate(
        under=ArraySubquery(under.filter(statement=OuterRef("pk")).values("ambition_id")),
        is_direct=Exists(direct.filter(statement=OuterRef("pk"))),
    )
    found: Any = with_readability(user, area, said)
    rows = [(row, show(row, area)) for row in found]
    return (
        [
            ShownAmbition(ambition, [shown for row, shown in rows if ambition.pk in row.under])
            for ambition in ambitions
        ],
        [shown for row, shown in rows if row.is_direct],
    )


def said_under(ambitions: Iterable[ShownAmbition], direct: Iterable[ShownStatement]) -> dict[str, int]:
    """Return how many statements are under an article, and how many their party confirmed; each counted once."""
    rows = {row.id: row for row in [*direct, *(row for ambition in ambitions for row in ambition.statements)]}
    return {"total": len(rows), "confirmed": sum(row.confirmed for row in rows.values())}


def provenance_of_ambition(ambition: Ambition, user: User) -> list[ShownStatement]:
    """Return the statements an ambition rests on, as the user may see them, newest first. One query."""
    rows = with_readability(user, ambition.area, Statement.objects.filter(ambitions=ambition))
    return [show(row, ambition.area) for row in rows]


def outcomes_of(conversation: Conversation, user: User) -> list[Outcome]:
    """Return per statement of a conversation what became of it (terugkoppeling). Five queries.

    For somebody who may read the conversation: ask the door `conversation_for` first. Who may not see
    the akkoord gets the statements alone.
    """
    outcomes = {
        row.pk: Outcome(row) for row in conversation.statements.select_related("organisation", "challenge", "feedback")
    }
    if not may(user, conversation.area, Permission.VIEW_AGREEMENT):
        return list(outcomes.values())
    ambitions = AmbitionStatement.objects.filter(statement__in=outcomes).select_related("ambition")
    for link in ambitions.order_by("ambition__number"):
        outcomes[link.statement_id].ambitions.append(link.ambition)
    for article in _articles_on(outcomes):
        number = article_number(article.chapter.label, article.label)
        outcomes[article.on_statement].articles.append((number, article))  # type: ignore[attr-defined]
    _add_further(user, conversation.area, list(outcomes.values()))
    return list(outcomes.values())


def _add_further(user: User, area: Area, outcomes: list[Outcome]) -> None:
    """Add to each outcome what rests on its ambitions and articles in the rooms above."""
    on_ambitions = rests_on(user, area, Ambition, {row.pk for it in outcomes for row in it.ambitions})
    on_articles = rests_on(user, area, Article, {row.pk for it in outcomes for _, row in it.articles})
    for it in outcomes:
        direct = [row for ambition in it.ambitions for row in on_ambitions.get(ambition.pk, ())]
        it.further = each_once(
            [*direct, *(row for _, article in it.articles for row in on_articles.get(article.pk, ()))]
        )


def _articles_on(statements: Iterable[UUID]) -> list[Article]:
    """Return each article once per statement it rests on (`on_statement`), in the order of the text."""
    direct, via = F("statement_links__statement"), F("ambitions__statement_links__statement")
    articles = Article.objects.select_related("chapter").defer("text").order_by()
    rows = (
        articles.filter(statement_links__statement__in=statements)
        .annotate(on_statement=direct)
        .union(articles.filter(ambitions__statement_links__statement__in=statements).annotate(on_statement=via))
    )
    return sorted(rows, key=lambda article: (article.chapter.label, article.label))
