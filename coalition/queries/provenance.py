"""Reading the chain both ways: what a text rests on, and what became of what was said.

Whoever may not read a conversation sees of its statements the kind of party and the date. The words
of a confidential statement stand on the page of its conversation alone, where reading is recorded.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse

from areas.access import may
from areas.enums import Permission
from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import (
    Agreement,
    Ambition,
    AmbitionStatement,
    Article,
    ArticleAmbition,
    ArticleStatement,
    Conversation,
    Statement,
)
from coalition.provenance import Source, ambition_title
from coalition.snapshot import article_number


@dataclass(frozen=True)
class ShownStatement:
    """A statement as this user may see it; what they may not see is not in it."""

    id: UUID
    party: str  # the organisation for who may read the conversation, else the kind of party
    held_on: date
    may_read: bool
    confidential: bool
    url: str = ""
    challenge: str = ""
    position: str = ""
    interest: str = ""
    stance: str = ""
    stance_words: str = ""
    confirmed: bool = False  # by the party itself


@dataclass(frozen=True)
class ShownAmbition:
    """An ambition under an article, with what it rests on."""

    ambition: Ambition
    statements: list[ShownStatement]


@dataclass
class Outcome:
    """What became of one statement: the ambitions and articles that rest on it."""

    statement: Statement
    ambitions: list[Ambition] = field(default_factory=list)
    articles: list[tuple[str, Article]] = field(default_factory=list)  # with the number people read

    @property
    def is_used(self) -> bool:
        return bool(self.ambitions or self.articles)


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
    """Return per article every statement it rests on, directly or through an ambition. Two queries."""
    found: dict[UUID, list[Source]] = defaultdict(list)
    via = ArticleAmbition.objects.filter(
        article__chapter__agreement=agreement, ambition__statement_links__isnull=False
    ).values_list("article_id", "ambition__number", "ambition__title", *_fields("ambition__statement_links__"))
    for article, number, title, *values in via.order_by(
        "ambition__number", "ambition__statement_links__statement__conversation__held_on"
    ):
        found[article].append(_source(values, ambition_title(number, title)))
    direct = ArticleStatement.objects.filter(article__chapter__agreement=agreement)
    for article, *values in direct.values_list("article_id", *_fields()).order_by("statement__conversation__held_on"):
        found[article].append(_source(values))
    return dict(found)


def shown_statements(user: User, area: Area, ids: Iterable[UUID]) -> dict[UUID, ShownStatement]:
    """Return these statements as the user may see them, newest first. One query."""
    rows = with_readability(user, area, Statement.objects.filter(pk__in=set(ids)))
    return {row.pk: show(row, area) for row in rows}


def with_readability(user: User, area: Area, statements: QuerySet[Statement]) -> QuerySet[Statement]:
    """Add `may_read`, and what a row shows, to statements; newest first."""
    readable = conversations_for(user, area).filter(pk=OuterRef("conversation_id"))
    return (
        statements.filter(conversation__area=area)
        .annotate(may_read=Exists(readable))
        .select_related("conversation", "organisation", "challenge")
        .order_by("-conversation__held_on", "rank", "pk")
    )


def show(row: Statement, area: Area) -> ShownStatement:
    """Return what may be shown of a row of `with_readability`."""
    conversation = row.conversation
    confidential = conversation.confidentiality == Confidentiality.CONFIDENTIAL
    if not getattr(row, "may_read", False):
        kind = str(OrganisationKind(row.organisation.kind).label)
        confirmed = row.confirmed_at is not None
        return ShownStatement(
            row.pk, kind, conversation.held_on, may_read=False, confidential=confidential, confirmed=confirmed
        )
    words = (
        {}
        if confidential
        else {
            "position": row.position,
            "interest": row.interest,
            "stance": row.stance,
            "stance_words": row.get_stance_display(),
        }
    )
    return ShownStatement(
        row.pk,
        row.organisation.name,
        conversation.held_on,
        may_read=True,
        confidential=confidential,
        url=reverse("conversation", args=[area.slug, conversation.pk]),
        challenge=row.challenge.title,
        confirmed=row.confirmed_at is not None,
        **words,
    )


def provenance_of_article(article: Article, user: User) -> tuple[list[ShownAmbition], list[ShownStatement]]:
    """Return the ambitions an article rests on with their statements, and its direct statements. Four queries."""
    area = article.chapter.agreement.area
    ambitions = list(article.ambitions.order_by("number"))
    links: dict[UUID, list[UUID]] = defaultdict(list)
    for ambition, statement in AmbitionStatement.objects.filter(ambition__in=ambitions).values_list(
        "ambition_id", "statement_id"
    ):
        links[ambition].append(statement)
    direct = list(article.statement_links.values_list("statement_id", flat=True))
    shown = shown_statements(user, area, [*direct, *(pk for pks in links.values() for pk in pks)])
    return (
        [ShownAmbition(ambition, _in_order(shown, links[ambition.pk])) for ambition in ambitions],
        _in_order(shown, direct),
    )


def said_under(ambitions: Iterable[ShownAmbition], direct: Iterable[ShownStatement]) -> dict[str, int]:
    """Return how many statements are under an article, and how many their party confirmed; each counted once."""
    rows = {row.id: row for row in [*direct, *(row for ambition in ambitions for row in ambition.statements)]}
    return {"total": len(rows), "confirmed": sum(row.confirmed for row in rows.values())}


def provenance_of_ambition(ambition: Ambition, user: User) -> list[ShownStatement]:
    """Return the statements an ambition rests on, as the user may see them, newest first. One query."""
    rows = with_readability(user, ambition.area, Statement.objects.filter(ambitions=ambition))
    return [show(row, ambition.area) for row in rows]


def _in_order(shown: dict[UUID, ShownStatement], wanted: Iterable[UUID]) -> list[ShownStatement]:
    keys = set(wanted)
    return [statement for pk, statement in shown.items() if pk in keys]


def outcomes_of(conversation: Conversation, user: User) -> list[Outcome]:
    """Return per statement of a conversation what became of it (terugkoppeling). Three queries.

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
    return list(outcomes.values())


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
