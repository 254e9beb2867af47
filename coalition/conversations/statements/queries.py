"""Statements as somebody may see them, and finding those a text can rest on.

Whoever may not read a conversation sees of its statements the kind of party and the date. The words
of a confidential statement stand on the page of its conversation alone, where reading is recorded.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from areas.resting.queries import Resting
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.models import Statement


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


@dataclass
class Outcome:
    """What became of one statement: the ambitions and articles that rest on it, filled in by the wing that has them."""

    statement: Statement
    ambitions: list[Any] = field(default_factory=list)
    articles: list[tuple[str, Any]] = field(default_factory=list)  # with the number people read
    further: list[Resting] = field(default_factory=list)  # what rests on these in the rooms above

    @property
    def is_used(self) -> bool:
        return bool(self.ambitions or self.articles)


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


def linkable_statements(
    user: User,
    area: Area,
    *,
    text: str = "",
    challenge: UUID | None = None,
    organisation: UUID | None = None,
    stance: str = "",
) -> QuerySet[Statement]:
    """Return the statements the user may read, newest first.

    Looking for words or a stance passes confidential conversations over: finding one would tell
    what stands in it without that being recorded.
    """
    rows = with_readability(user, area, Statement.objects.all()).filter(Q(may_read=True))
    if challenge:
        rows = rows.filter(challenge=challenge)
    if organisation:
        rows = rows.filter(organisation=organisation)
    if stance:
        rows = rows.filter(stance=stance)
    if text:
        rows = rows.filter(Q(position__icontains=text) | Q(interest__icontains=text))
    if text or stance:
        rows = rows.exclude(conversation__confidentiality=Confidentiality.CONFIDENTIAL)
    return rows
