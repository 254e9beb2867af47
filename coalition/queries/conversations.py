"""Reading conversations: the list with its filters, one conversation, and files of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import CharField, Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from areas.models import Area, Challenge, Organisation, User
from coalition.enums import Confidentiality, ConversationForm
from coalition.models import ActionItem, Conversation, Participant, Statement
from novex_portal.toolkit import dutch

COUNT_LIMIT = 1_000
"""Counting further than this costs time and tells nobody anything."""
PAGE_SIZE = 25
EXPORT_CHUNK = 200


@dataclass(frozen=True)
class ConversationRow:
    """One line of the list, its words ready to be shown."""

    id: UUID
    held_on: date
    day: str
    parties: str
    challenges: str
    place: str
    form: str
    author: str
    statements: int
    confidentiality: str
    is_confidential: bool


@dataclass(frozen=True)
class FilterChoices:
    """What the filter of the list offers, as (id, name)."""

    organisations: list[tuple[str, str]]
    challenges: list[tuple[str, str]]
    authors: list[tuple[str, str]]


def newest_first(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Put the conversations in the order of the list."""
    return conversations.order_by("-held_on", "-id")


def count_up_to(conversations: QuerySet[Conversation], limit: int = COUNT_LIMIT) -> int:
    """Count the conversations, but no further than one past the limit."""
    return conversations.order_by()[: limit + 1].count()


def rows(conversations: QuerySet[Conversation]) -> list[ConversationRow]:
    """Return the lines of the list for a slice of conversations; one query."""
    parties = Participant.objects.filter(conversation=OuterRef("pk")).order_by("id").values("organisation__name")
    touched = Challenge.objects.filter(conversations=OuterRef("pk")).order_by("position", "title").values("title")
    said = (
        Statement.objects.filter(conversation=OuterRef("pk")).order_by().values("conversation").annotate(n=Count("pk"))
    )
    values = conversations.annotate(
        parties=ArraySubquery(parties),
        touched=ArraySubquery(touched),
        said=Coalesce(Subquery(said.values("n")), 0),
        author_name=Coalesce(NullIf("author__name", Value("")), "author__email"),
    ).values("id", "held_on", "parties", "touched", "place", "form", "author_name", "said", "confidentiality")
    return [_row(row) for row in values]


def _row(values: Mapping[str, Any]) -> ConversationRow:
    names = list(dict.fromkeys(values["parties"]))
    shown = ", ".join(names[:3]) + (f" en nog {len(names) - 3}" if len(names) > 3 else "")
    return ConversationRow(
        id=values["id"],
        held_on=values["held_on"],
        day=dutch.short_date(values["held_on"]),
        parties=shown or "Gesprek zonder partijen",
        challenges=", ".join(values["touched"]),
        place=values["place"],
        form=ConversationForm(values["form"]).label,
        author=values["author_name"],
        statements=values["said"],
        confidentiality=Confidentiality(values["confidentiality"]).label,
        is_confidential=values["confidentiality"] == Confidentiality.CONFIDENTIAL,
    )


def filter_choices(area: Area) -> FilterChoices:
    """Return all the filter offers in one query; authors are those who recorded something here."""
    parties = _choices(Organisation.objects.filter(areas=area), "o", F("name"))
    challenges = _choices(Challenge.objects.filter(area=area), "c", F("title"))
    logged = Conversation.objects.filter(area=area).order_by().values("author_id").distinct()
    authors = _choices(User.objects.filter(pk__in=logged), "a", Coalesce(NullIf(F("name"), Value("")), F("email")))
    found: dict[str, list[tuple[str, str]]] = {"o": [], "c": [], "a": []}
    for sort, pk, name in parties.union(challenges, authors, all=True):
        found[sort].append((str(pk), name))
    for names in found.values():
        names.sort(key=lambda choice: choice[1].lower())
    return FilterChoices(found["o"], found["c"], found["a"])


def _choices(queryset: QuerySet[Any], sort: str, name: F | Coalesce) -> QuerySet[Any]:
    return (
        queryset.order_by()
        .annotate(
            sort=Value(sort, output_field=CharField()), shown=Coalesce(name, Value(""), output_field=CharField())
        )
        .values_list("sort", "id", "shown")
    )


def with_everything(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Fetch all that belongs to conversations, in a fixed number of queries."""
    return (
        conversations.defer("search")
        .select_related("area", "author")
        .prefetch_related(
            Prefetch("participants", Participant.objects.select_related("organisation", "person").order_by("id")),
            Prefetch(
                "statements", Statement.objects.select_related("organisation", "challenge").order_by("rank", "id")
            ),
            Prefetch("action_items", ActionItem.objects.select_related("owner_user").order_by("rank", "id")),
            Prefetch("challenges", Challenge.objects.order_by("position", "title")),
            "readers",
        )
    )


def in_chunks(conversations: QuerySet[Conversation], size: int = EXPORT_CHUNK) -> Iterator[list[Conversation]]:
    """Yield the conversations with everything, a chunk at a time, so that a file of any length fits in memory.

    Goes on after the last one it gave (date, id), so it needs no transaction that stays open.
    """
    last: Conversation | None = None
    while True:
        chunk = newest_first(with_everything(conversations))
        if last is not None:
            chunk = chunk.filter(Q(held_on__lt=last.held_on) | Q(held_on=last.held_on, pk__lt=last.pk))
        found = list(chunk[:size])
        if not found:
            return
        yield found
        last = found[-1]
