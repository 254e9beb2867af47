"""Organisations by name, and all that the conversation form offers to choose from."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, IntegerField, Value, When
from django.db.models.functions import Lower

from areas.models import Area, Challenge, Organisation, User
from areas.parties.queries import became
from coalition.conversation_data import name_key
from coalition.models import ConversationRound
from coalition.queries.readers import Members, members_of

OFFERED = 400
"""So many organisations come with the form itself; the rest is found by typing the whole name."""


@dataclass(frozen=True)
class FormChoices:
    """What the form offers: fetched once, in four queries, however many rows the form has."""

    area: Area
    author: User
    organisations: tuple[str, ...]
    challenges: dict[str, Challenge]
    members: Members
    rounds: dict[str, ConversationRound]

    @property
    def has_possible_readers(self) -> bool:
        """Whether there is anybody the author could name as reader."""
        return bool(self.members.possible_readers(self.author))

    @property
    def member_names(self) -> list[str]:
        """Return the names of all members, each once."""
        return sorted({str(user) for user in self.members.users.values()}, key=str.lower)

    @property
    def owners(self) -> dict[str, User]:
        """Who can be the owner of an action item by account: name in lower case → user, if only one has it."""
        found: dict[str, list[User]] = {}
        for user in self.members.users.values():
            found.setdefault(str(user).lower(), []).append(user)
        return {name: users[0] for name, users in found.items() if len(users) == 1}


def form_choices(area: Area, author: User) -> FormChoices:
    """Return what the conversation form of this area offers to this author."""
    return FormChoices(
        area=area,
        author=author,
        organisations=tuple(organisation_names(area)),
        challenges={str(challenge.pk): challenge for challenge in Challenge.objects.filter(area=area)},
        members=members_of(area),
        rounds={str(row.pk): row for row in ConversationRound.objects.filter(area=area)},
    )


def organisation_names(area: Area, limit: int = OFFERED) -> list[str]:
    """Return the names of the area's organisations in alphabetical order."""
    names = (
        Organisation.objects.filter(areas=area, merged_into=None)
        .order_by(Lower("name"))
        .values_list("name", flat=True)
    )
    return list(names[:limit])


def organisations_like(area: Area, words: str, limit: int = 12) -> list[str]:
    """Return names of the area's organisations that contain the words, those that begin with them first."""
    words = words.strip()
    if len(words) < 2:
        return []
    begins = Case(When(name__istartswith=words, then=Value(0)), default=Value(1), output_field=IntegerField())
    found = Organisation.objects.filter(areas=area, name__icontains=words, merged_into=None)
    found = found.order_by(begins, Lower("name"))
    return list(found.values_list("name", flat=True)[:limit])


def organisations_by_name(names: Iterable[str]) -> dict[str, Organisation]:
    """Return the organisations with these names, whatever their capitals or area; keys are in lower case.

    The name of one that was merged leads to the one it became.
    """
    wanted = {name_key(name) for name in names} - {""}
    if not wanted:
        return {}
    found = list(Organisation.objects.annotate(key=Lower("name")).filter(key__in=wanted))
    now = became(found)
    return {name_key(organisation.name): now[organisation.pk] for organisation in found}
