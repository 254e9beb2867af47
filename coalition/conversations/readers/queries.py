"""Who can read a conversation, said exactly, and who opened a confidential one when."""

from collections.abc import Collection
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from areas.access import PERMISSIONS, memberships_on
from areas.enums import Permission, Role
from areas.models import Area, User
from coalition.conversations.readers.models import ReadEvent
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.recording.models import Conversation

# In this order people are counted: somebody with two roles counts once, in the first.
_GROUPS: tuple[tuple[Role, str, str], ...] = (
    (Role.PLANNING_GROUP, "lid van de planningsgroep", "leden van de planningsgroep"),
    (Role.AREA_ADMIN, "gebiedsbeheerder", "gebiedsbeheerders"),
    (Role.INTERVIEWER, "gespreksvoerder", "gespreksvoerders"),
    (Role.PARTICIPANT, "deelnemer", "deelnemers"),
)
_NEED = {
    Confidentiality.AREA: Permission.VIEW_CONVERSATIONS,
    Confidentiality.PLANNING_GROUP: Permission.READ_PLANNING_LEVEL,
}


@dataclass(frozen=True)
class Readership:
    """How many people can read, and who they are in words: "u en de 11 leden van de planningsgroep"."""

    number: int
    who: str

    @property
    def headline(self) -> str:
        """Nu kunnen 12 mensen dit lezen, Nu kan 1 mens dit lezen."""
        return f"Nu kunnen {self.number} mensen dit lezen" if self.number > 1 else "Nu kunt alleen u dit lezen"


@dataclass(frozen=True)
class Members:
    """Today's members of an area with their roles; one query serves a whole form."""

    users: dict[UUID, User]
    roles: dict[UUID, set[str]] = field(default_factory=dict)

    def who_may(self, need: Permission) -> set[UUID]:
        """Return the users of whom a role grants this."""
        return {pk for pk, roles in self.roles.items() if any(need in PERMISSIONS[role] for role in roles)}

    def possible_readers(self, author: User) -> list[User]:
        """Return whom the author may name as reader of a confidential conversation, by name."""
        able = self.who_may(Permission.VIEW_CONVERSATIONS) - {author.pk}
        return sorted((self.users[pk] for pk in able), key=lambda user: str(user).lower())


def members_of(area: Area) -> Members:
    """Return the members of the area who may sign in, with their roles in it."""
    users: dict[UUID, User] = {}
    roles: dict[UUID, set[str]] = {}
    for membership in (
        memberships_on(timezone.localdate()).filter(area=area, user__is_active=True).select_related("user")
    ):
        users[membership.user_id] = membership.user
        roles.setdefault(membership.user_id, set()).add(membership.role)
    return Members(users, roles)


def readership(
    members: Members, *, author: UUID, confidentiality: str, named: Collection[UUID] = (), reader: UUID | None = None
) -> Readership:
    """Say who can read a conversation of this author on this level.

    `reader` is who reads the sentence; the author is "u" when that is the author (the default).
    """
    you = author if reader is None else reader
    if confidentiality == Confidentiality.CONFIDENTIAL:
        able = members.who_may(Permission.VIEW_CONVERSATIONS)
        others = {pk for pk in named if pk in able} - {author}
        groups = _named(members, others, you)
    else:
        others = members.who_may(_NEED[Confidentiality(confidentiality)]) - {author}
        groups = _by_role(members, others - {you})
    first = ["u"] if you == author else ["de gespreksvoerder die het vastlegde"]
    if you != author and you in others and confidentiality != Confidentiality.CONFIDENTIAL:
        first = ["u", *first]
    return Readership(len(others) + 1, _in_a_row([*first, *groups]))


def _named(members: Members, others: Collection[UUID], you: UUID) -> list[str]:
    names = sorted("u" if pk == you else str(members.users[pk]) for pk in others)
    if len(names) > 6:
        return [*names[:5], f"nog {len(names) - 5} mensen die de gespreksvoerder noemde"]
    return names


def _by_role(members: Members, others: set[UUID]) -> list[str]:
    left = set(others)
    words = []
    for role, one, many in _GROUPS:
        number = len(group := {pk for pk in left if role in members.roles[pk]})
        left -= group
        if number:
            words.append(f"1 {one}" if number == 1 else f"de {number} {many}")
    return words


def _in_a_row(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}"


def read_log(area: Area | None = None) -> QuerySet[ReadEvent]:
    """Return all readings, newest first, with reader and area but without any content."""
    events = ReadEvent.objects.select_related("reader", "conversation__area", "conversation__author")
    if area is not None:
        events = events.filter(conversation__area=area)
    return events.defer("conversation__report", "conversation__place", "conversation__search").order_by(
        "-read_at", "-id"
    )


def readings_of(conversation: Conversation, limit: int = 50) -> list[ReadEvent]:
    """Return the latest readings of one conversation."""
    return list(conversation.read_events.select_related("reader").order_by("-read_at", "-id")[:limit])
