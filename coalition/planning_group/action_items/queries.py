"""Action items on the pages of who must do them, and in the list of the planning group.

An action item of a conversation follows it: its words are for who may read that. Somebody who is
named as the one to act, but may not read along, learns that there is something to do and by when.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, CharField, Count, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Cast
from django.urls import reverse

from areas.access import may, permissions
from areas.enums import Permission
from areas.models import Area, Person, User
from areas.people.queries import persons_of
from coalition.conversations.readers.models import ConversationReader
from coalition.conversations.readers.queries import members_of
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.conversations.recording.models import ActionItem
from coalition.conversations.recording.queries import person_called
from coalition.planning_group.action_items.access import visible_actions
from novex_portal.toolkit.files.exports import Value as Cell
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.names import name_key

_NONE, _AUTHOR, _NAMED = "none", "author", "named"
_LEVELS = {
    Confidentiality.AREA.value: Permission.VIEW_CONVERSATIONS,
    Confidentiality.PLANNING_GROUP.value: Permission.READ_PLANNING_LEVEL,
}


@dataclass(frozen=True)
class ShownAction:
    """An action item as somebody may see it; `url` is empty where the conversation may not be opened."""

    what: str
    why: str
    url: str
    in_words: bool = True  # whether `what` is what was agreed, and not that something was


def footing(user: UUID) -> Case:
    """Return the expression that says on what footing the user may read the conversation of an action item."""
    named = ConversationReader.objects.filter(conversation=OuterRef("conversation"), user=user)
    return Case(
        When(conversation__isnull=True, then=Value(_NONE)),
        When(conversation__author=user, then=Value(_AUTHOR)),
        When(Exists(named), then=Value(_NAMED)),
        default=Cast(F("conversation__confidentiality"), CharField()),
        output_field=CharField(),
    )


def show_action(
    user: User, area: Area, *, what: str, conversation: UUID | None, on: str, mine: bool = True
) -> ShownAction:
    """Return what somebody may see of an action item of this area; `on` is the value of `footing`.

    `mine` says that it is theirs to do, and so that the words are about "uw afspraak".
    """
    granted = permissions(user, area)
    url = reverse("conversation", args=[area.slug, conversation]) if conversation else ""
    whose = "Uw afspraak" if mine else "Afspraak"
    if on == _NONE:
        return ShownAction(what, f"{whose}.", "")
    if Permission.VIEW_CONVERSATIONS in granted:
        if on == _AUTHOR or _LEVELS.get(on) in granted:
            return ShownAction(what, f"{whose} uit een gesprek.", url)
        if on == _NAMED:
            # The words stand on the page of the conversation, where reading is recorded.
            why = "U mag dit gesprek lezen. Dat u het opent, wordt vastgelegd."
            return ShownAction(f"{whose} uit een vertrouwelijk gesprek", why, url, in_words=False)
    why = "U mag dit gesprek niet lezen. Vraag de gespreksvoerder wat er is afgesproken."
    return ShownAction(f"{whose} uit een gesprek", why, "", in_words=False)


PAGE_SIZE = 25
HEADINGS = ("Afspraak", "Wie", "Uiterlijk op", "Te laat", "Stand", "Afgesproken in")
OFFERED = 400
"""So many persons in a role come with the form itself; the rest is found by typing all of it."""
SIGNS = {ActionStatus.OPEN: "busy", ActionStatus.DONE: "good", ActionStatus.DROPPED: "idle"}
# The button that leads to a status.
STEPS = {ActionStatus.OPEN: "Weer open", ActionStatus.DONE: "Gedaan", ActionStatus.DROPPED: "Vervallen"}
_COLUMNS = (
    *("pk", "what", "owner", "due_on", "status", "owner_user", "conversation", "conversation__held_on", "meeting"),
    *("meeting__title", "meeting__held_on", "owner_person__role", "owner_person__organisation__name"),
    *("scan", "scan__title"),
)


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; `status` empty is all."""

    status: str = ActionStatus.OPEN
    who: str = ""
    late: bool = False
    mine: bool = False
    last_first: bool = False


@dataclass(frozen=True)
class ActionRow:
    """One line of the list, its words ready to be shown."""

    id: UUID
    what: str
    why: str  # only where the words may not be shown
    who: str
    is_mine: bool
    due: date | None
    late: str  # 3 dagen te laat
    status: str
    sign: str
    origin: str
    origin_url: str
    steps: list[tuple[str, str]] = field(default_factory=list)  # status and the button that leads there
    may_edit: bool = False

    @property
    def cells(self) -> list[Cell]:
        """What a file tells of it, in the order of `HEADINGS`."""
        return [self.what, self.who, self.due, self.late, self.status, self.origin]


@dataclass(frozen=True)
class Counts:
    open: int
    late: int

    @property
    def late_words(self) -> str:
        """3 over tijd."""
        return f"{self.late} over tijd"


@dataclass(frozen=True)
class Owner:
    """Who must do something: always in words, and as person or account where these name exactly one."""

    words: str
    person: Person | None = None
    user: User | None = None


def action_page(area: Area, user: User, today: date, wanted: Wanted, number: str) -> "Page[ActionRow]":
    """Return a page of the list as this user may see it. Two queries."""
    page = Paginator(_items(area, user, today, wanted), PAGE_SIZE).get_page(number)
    page.object_list = [_row(area, user, values, today) for values in page.object_list]
    return page


def action_rows(area: Area, user: User, today: date, wanted: Wanted) -> Iterator[ActionRow]:
    """Return all lines, for a file. One query."""
    return (_row(area, user, values, today) for values in _items(area, user, today, wanted))


def action_counts(area: Area, user: User, today: date) -> Counts:
    """Return how many action items are open and over time, among those the user sees. One query."""
    visible = ActionItem.objects.filter(visible_actions(user, area), area=area, status=ActionStatus.OPEN)
    counts = visible.aggregate(open=Count("pk"), late=Count("pk", filter=Q(due_on__lt=today)))
    return Counts(**counts)


def hidden_count(area: Area, user: User) -> int:
    """Return how many open action items stand in conversations that this user may not read. One query."""
    open_items = ActionItem.objects.filter(area=area, status=ActionStatus.OPEN)
    return open_items.exclude(pk__in=open_items.filter(visible_actions(user, area)).values("pk")).count()


def _items(area: Area, user: User, today: date, wanted: Wanted) -> QuerySet[Any]:
    items = ActionItem.objects.filter(visible_actions(user, area), area=area)
    if wanted.status:
        items = items.filter(status=wanted.status)
    if wanted.late:
        items = items.filter(status=ActionStatus.OPEN, due_on__lt=today)
    if wanted.mine:
        items = items.filter(owner_user=user)
    if wanted.who:
        items = items.filter(_named(wanted.who), _may_be_searched(user, area))
    day = F("due_on").desc(nulls_last=True) if wanted.last_first else F("due_on").asc(nulls_last=True)
    found: QuerySet[Any] = items.annotate(on=footing(user.pk)).order_by(day, "pk").values(*_COLUMNS, "on")
    return found


def _named(words: str) -> Q:
    return (
        Q(owner__icontains=words)
        | Q(owner_person__role__icontains=words)
        | Q(owner_person__organisation__name__icontains=words)
    )


def _may_be_searched(user: User, area: Area) -> Q:
    """Pass over what the list does not say in words: finding it would tell what stands there."""
    shown = Q(conversation__isnull=True) | Q(conversation__author=user)
    if may(user, area, Permission.VIEW_CONVERSATIONS):
        shown |= ~Q(conversation__confidentiality=Confidentiality.CONFIDENTIAL)
    return shown


def _row(area: Area, user: User, values: dict[str, Any], today: date) -> ActionRow:
    mine = values["owner_user"] == user.pk
    shown = show_action(
        user, area, what=values["what"], conversation=values["conversation"], on=values["on"], mine=mine
    )
    status = ActionStatus(values["status"])
    works = may(user, area, Permission.WORK_IN_PLANNING_GROUP)
    allowed = followers(ActionStatus, status) if works or mine else frozenset()
    origin, url = _origin(area, values, shown.url, works=works)
    late = dutch.late(values["due_on"], today) if values["due_on"] and status == ActionStatus.OPEN else ""
    return ActionRow(
        id=values["pk"],
        what=shown.what,
        why="" if shown.in_words else shown.why,
        who=_who(values) if shown.in_words else "U" if mine else "Staat in het gesprek",
        is_mine=mine,
        due=values["due_on"],
        late=late,
        status=str(status.label),
        sign=SIGNS[status],
        origin=origin,
        origin_url=url,
        steps=[(step.value, STEPS[step]) for step in STEPS if step in allowed],
        may_edit=works and not values["conversation"],
    )


def _who(values: dict[str, Any]) -> str:
    if role := values["owner_person__role"]:
        return f"{role}, {values['owner_person__organisation__name']}"
    return str(values["owner"])


def _origin(area: Area, values: dict[str, Any], url: str, *, works: bool) -> tuple[str, str]:
    if values["conversation"]:
        return (f"Gesprek van {dutch.short_date(values['conversation__held_on'])}" if url else "Een gesprek"), url
    if values["meeting"]:
        words = f"{values['meeting__title']}, {dutch.short_date(values['meeting__held_on'])}"
        return words, reverse("meeting", args=[area.slug, values["meeting"]]) if works else ""
    if values["scan"]:
        return f"Scan: {values['scan__title']}", reverse("scan", args=[area.slug, values["scan"]])
    return "", ""


def owner_names(area: Area, today: date) -> list[str]:
    """Return who can be named as owner: persons in a role of this area, and its members. Two queries."""
    persons = [str(person) for person in persons_of(area, today)[:OFFERED]]
    members = [str(user) for user in members_of(area).users.values()]
    return sorted({*persons, *members}, key=str.lower)


def owner_called(area: Area, words: str, actor: User, today: date) -> Owner:
    """Return who these words mean: oneself, one person in a role here, one member, or just the words."""
    words = " ".join(words.split())
    users = members_of(area).users
    if words.lower() == "ik":
        return Owner(str(actor), user=users.get(actor.pk))
    if person := person_called(area, words, today):
        return Owner(words, person=person, user=users.get(person.user_id) if person.user_id else None)
    members = [user for user in users.values() if name_key(str(user)) == name_key(words)]
    return Owner(words, user=members[0] if len(members) == 1 else None)
