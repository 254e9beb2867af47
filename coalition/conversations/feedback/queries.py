"""Reading terugkoppeling: whom one did not tell yet, and what was told."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Count, Exists, OuterRef, Q, QuerySet, When

from coalition.conversations.feedback.models import FeedbackLetter
from coalition.conversations.feedback.rules import FeedbackState, letter_text, state_of
from coalition.conversations.recording.models import Conversation
from coalition.conversations.statements.models import Statement


@dataclass(frozen=True)
class PartyLine:
    """How far one is with one party of a conversation."""

    organisation: UUID
    name: str
    said: int
    decided: int
    state: FeedbackState


@dataclass(frozen=True)
class FeedbackRow:
    """One conversation in the list, with the parties that said something in it."""

    conversation: Conversation
    parties: list[PartyLine]


def told() -> Exists:
    """Return the condition that a statement, with the answer it has now, was told to its party in a letter."""
    return Exists(
        FeedbackLetter.objects.filter(
            conversation=OuterRef("conversation"),
            organisation=OuterRef("organisation"),
            created_at__gte=OuterRef("feedback__updated_at"),
        )
    )


def awaiting_feedback(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Keep the conversations in which a party said something it heard nothing back about, longest ago first."""
    untold = Statement.objects.filter(~told(), conversation=OuterRef("pk"))
    return conversations.filter(Exists(untold)).order_by("held_on", "id")


def given_feedback(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Keep the conversations of which every party that said something heard back, newest first."""
    said = Statement.objects.filter(conversation=OuterRef("pk"))
    return conversations.filter(Exists(said), ~Exists(said.filter(~told()))).order_by("-held_on", "-id")


def feedback_rows(conversations: QuerySet[Conversation]) -> list[FeedbackRow]:
    """Return the lines of the list for a slice of conversations, in its order. Two queries."""
    found = list(conversations.only("id", "held_on", "place", "confidentiality", "area"))
    parties = _parties([row.pk for row in found])
    return [FeedbackRow(row, parties[row.pk]) for row in found]


def parties_of(conversation: Conversation) -> list[PartyLine]:
    """Return how far one is with each party that said something in a conversation. One query."""
    return _parties([conversation.pk])[conversation.pk]


def letters_of(conversation: Conversation) -> list[FeedbackLetter]:
    """Return the letters about a conversation, newest first. One query."""
    return list(conversation.feedback_letters.select_related("organisation"))


def text_of(letter: FeedbackLetter) -> str:
    """Return a letter as text for a mail."""
    conversation = letter.conversation
    return letter_text(
        organisation=letter.organisation.name,
        held_on=conversation.held_on,
        area=conversation.area.name,
        opening=letter.opening,
        answers=letter.answers,
    )


def _parties(conversations: list[UUID]) -> dict[UUID, list[PartyLine]]:
    letters = FeedbackLetter.objects.filter(
        conversation=OuterRef("conversation"), organisation=OuterRef("organisation")
    )
    values = (
        Statement.objects.filter(conversation__in=conversations)
        .annotate(is_told=Case(When(told(), then=True), default=False, output_field=BooleanField()))
        .values("conversation_id", "organisation_id", "organisation__name")
        .annotate(
            said=Count("pk"),
            decided=Count("feedback"),
            told=Count("pk", filter=Q(is_told=True)),
            has_letter=Exists(letters),
        )
        .order_by("organisation__name")
    )
    lines: dict[UUID, list[PartyLine]] = defaultdict(list)
    for row in values:
        lines[row["conversation_id"]].append(_line(row))
    return lines


def _line(row: Mapping[str, Any]) -> PartyLine:
    numbers = {name: row[name] for name in ("said", "decided", "told", "has_letter")}
    return PartyLine(
        row["organisation_id"], row["organisation__name"], row["said"], row["decided"], state_of(**numbers)
    )
