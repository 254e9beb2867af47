"""Reading conversations: the list with its filters, one conversation, and files of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.core.paginator import Page, Paginator
from django.db.models import (
    CharField,
    Count,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
    prefetch_related_objects,
)
from django.db.models.functions import Coalesce, NullIf
from django.urls import reverse
from django.utils.functional import cached_property

from areas.access import PERMISSIONS
from areas.enums import Permission
from areas.models import Area, Challenge, Membership, Organisation, User
from coalition.enums import Confidentiality, ConversationForm, ReplyStatus
from coalition.models import ActionItem, Conversation, ConversationRound, Participant, RightOfReply, Statement
from novex_portal.toolkit import dutch

COUNT_LIMIT = 1_000
"""Counting further than this costs time and tells nobody anything."""
PAGE_SIZE = 25
EXPORT_CHUNK = 200


@dataclass(frozen=True)
class ConversationRow:
    """One line of the list, its words ready to be shown."""

    url: str
    held_on_iso: str
    day: str
    month: str
    parties: str
    challenges: str
    place: str
    form: str
    author: str
    statements: int
    confidentiality: str
    is_confidential: bool
    confirmed: tuple[str, str]  # sign and word: did the parties recognise what was written down


type Lines = Callable[[QuerySet[Conversation]], list[Any]]
"""Makes the lines of a list of a slice of conversations."""


class RowsPaginator(Paginator):  # type: ignore[type-arg]
    """Pages of lines in the order of the query; counts no further than the limit and goes no further either."""

    def __init__(self, conversations: QuerySet[Conversation], lines: Lines) -> None:
        super().__init__(conversations, PAGE_SIZE)
        self.conversations = conversations
        self.lines = lines

    @cached_property
    def found(self) -> int:
        """The number found, or one more than the limit when there are more."""
        return count_up_to(self.conversations)

    @property
    def is_cut(self) -> bool:
        """Whether more was found than can be leafed through."""
        return self.found > COUNT_LIMIT

    @cached_property
    def count(self) -> int:
        return min(self.found, COUNT_LIMIT)

    def page(self, number: int | str) -> "Page[Any]":
        """Return a page whose objects are lines of the list."""
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        return Page(self.lines(self.conversations[start : min(start + self.per_page, self.count)]), number, self)


def page_of(conversations: QuerySet[Conversation], number: str | None, lines: Lines | None = None) -> "Page[Any]":
    """Return a page of the list, its lines made by `lines`; a number that is no page gives the nearest one that is."""
    return RowsPaginator(conversations, lines or rows).get_page(number or 1)


@dataclass(frozen=True)
class FilterChoices:
    """What the filter of the list offers, as (id, name)."""

    organisations: list[tuple[str, str]]
    challenges: list[tuple[str, str]]
    authors: list[tuple[str, str]]
    rounds: list[tuple[str, str]]


def newest_first(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Put the conversations in the order of the list."""
    return conversations.order_by("-held_on", "-id")


def count_up_to(conversations: QuerySet[Conversation], limit: int = COUNT_LIMIT) -> int:
    """Count the conversations, but no further than one past the limit."""
    return conversations.order_by()[: limit + 1].count()


def rows(conversations: QuerySet[Conversation]) -> list[ConversationRow]:
    """Return the lines of the list for a slice of conversations; one query.

    The slice is a query inside, so that nothing is worked out for conversations before it.
    """
    parties = Participant.objects.filter(conversation=OuterRef("pk")).order_by("id").values("organisation__name")
    touched = Challenge.objects.filter(conversations=OuterRef("pk")).order_by("position", "title").values("title")
    said = Statement.objects.filter(conversation=OuterRef("pk")).order_by().values("conversation")
    asked = RightOfReply.objects.filter(conversation=OuterRef("pk")).order_by("organisation_id", "-created_at")
    replies = asked.distinct("organisation_id").values("status")
    values = (
        newest_first(Conversation.objects.filter(pk__in=conversations.values("pk")))
        .annotate(
            parties=ArraySubquery(parties),
            replies=ArraySubquery(replies),
            touched=ArraySubquery(touched),
            said=Coalesce(Subquery(said.annotate(n=Count("pk")).values("n")), 0),
            author_name=_shown_name("author__"),
        )
        .values(
            *("area__slug", "parties", "replies", "touched", "said", "author_name"),
            *("id", "held_on", "place", "form", "confidentiality"),
        )
    )
    roots = {slug: reverse("conversations", args=[slug]) for slug in {row["area__slug"] for row in values}}
    return [_row(row, roots[row["area__slug"]]) for row in values]


def _row(values: Mapping[str, Any], root: str) -> ConversationRow:
    names = list(dict.fromkeys(values["parties"]))
    shown = ", ".join(names[:3]) + (f" en nog {len(names) - 3}" if len(names) > 3 else "")
    return ConversationRow(
        url=f"{root}{values['id']}/",
        held_on_iso=values["held_on"].isoformat(),
        day=dutch.day_month(values["held_on"]),
        month=dutch.month_year(values["held_on"]),
        parties=shown or "Gesprek zonder partijen",
        challenges=", ".join(values["touched"]),
        place=values["place"],
        form=ConversationForm(values["form"]).label,
        author=values["author_name"],
        statements=values["said"],
        confidentiality=Confidentiality(values["confidentiality"]).label,
        is_confidential=values["confidentiality"] == Confidentiality.CONFIDENTIAL,
        confirmed=_confirmed(set(values["replies"]) - {ReplyStatus.REVOKED}),
    )


def _confirmed(latest: set[str]) -> tuple[str, str]:
    """Return sign and word for the latest answers of the parties of a conversation: the one that asks most goes first."""
    if ReplyStatus.AMENDED in latest:
        return "attention", "Niet herkend"
    if ReplyStatus.OPEN in latest:
        return "busy", "Bij de partij"
    return ("good", "Herkend") if latest else ("idle", "Niet gevraagd")


def filter_choices(area: Area) -> FilterChoices:
    """Return all the filter offers in one query; authors are those who may log here, or once could."""
    parties = _choices(Organisation.objects.filter(areas=area), "o", F("name"))
    challenges = _choices(Challenge.objects.filter(area=area), "c", F("title"))
    able = [role for role, granted in PERMISSIONS.items() if Permission.LOG_CONVERSATION in granted]
    members = Membership.objects.filter(area=area, role__in=able).values("user")
    authors = _choices(User.objects.filter(pk__in=members), "a", _shown_name())
    rounds = _choices(ConversationRound.objects.filter(area=area), "r", F("title"))
    found: dict[str, list[tuple[str, str]]] = {"o": [], "c": [], "a": [], "r": []}
    for sort, pk, name in parties.union(challenges, authors, rounds, all=True).order_by():
        found[sort].append((str(pk), name))
    for names in found.values():
        names.sort(key=lambda choice: choice[1].lower())
    return FilterChoices(found["o"], found["c"], found["a"], found["r"])


def _shown_name(path: str = "") -> Coalesce:
    """What people call a user: the name or function, else the address."""
    return Coalesce(NullIf(f"{path}name", Value("")), f"{path}email", output_field=CharField())


def _choices(queryset: QuerySet[Any], sort: str, name: F | Coalesce) -> QuerySet[Any]:
    shown = Coalesce(name, Value(""), output_field=CharField())
    found = queryset.order_by().annotate(sort=Value(sort, output_field=CharField()), shown=shown)
    lines: QuerySet[Any] = found.values_list("sort", "id", "shown")
    return lines


def with_everything(conversations: QuerySet[Conversation]) -> QuerySet[Conversation]:
    """Fetch all that belongs to conversations, in a fixed number of queries."""
    said = Statement.objects.select_related("organisation", "challenge").order_by("rank", "id")
    lean = conversations.defer("search").select_related("area", "author", "round")
    return lean.prefetch_related(*_beside_statements(), Prefetch("statements", said), "readers")


def _beside_statements() -> list[Any]:
    people = Participant.objects.select_related("organisation", "person").order_by("id")
    agreed = ActionItem.objects.select_related("owner_user").order_by("rank", "id")
    touched = Challenge.objects.order_by("position", "title")
    return [Prefetch("participants", people), Prefetch("action_items", agreed), Prefetch("challenges", touched)]


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


def conversation_title(conversation: Conversation) -> str:
    """Name a conversation by who was there: Waterschap Limburg en Landbouworganisatie."""
    names = list(dict.fromkeys(row.organisation.name for row in conversation.participants.all()))
    if len(names) > 3:
        return f"{', '.join(names[:3])} en nog {len(names) - 3}"
    return " en ".join(filter(None, [", ".join(names[:-1]), *names[-1:]])) or "Gesprek zonder partijen"


def full_conversation(pk: UUID) -> Conversation:
    """Return one conversation with everything; who may read it is the door's business, not this one's."""
    return with_everything(Conversation.objects.filter(pk=pk)).get()


def complete(conversation: Conversation) -> Conversation:
    """Fetch what the page of a conversation shows beside its statements; readers only where they are named."""
    prefetch_related_objects([conversation], *_beside_statements())
    if conversation.confidentiality == Confidentiality.CONFIDENTIAL:
        prefetch_related_objects([conversation], "readers")
    return conversation


def recorded_from(draft: UUID, author: User) -> Conversation | None:
    """Return the conversation that this draft of the author became."""
    return Conversation.objects.filter(submission_token=draft, author=author).select_related("area").first()
