"""Persons in roles: of one organisation, and those of an area one can choose from."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from areas.access import memberships_on
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.mandates.models import Mandate
from areas.mandates.rules import STATE_WORDS, state_on
from areas.parties.models import Organisation
from areas.people.models import Person
from areas.people.rules.periods import period_words


def persons_of(area: Area, day: date) -> QuerySet[Person]:
    """Return the persons who fill a role today for a party of the area."""
    holds = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return (
        Person.objects.filter(
            holds,
            Q(valid_until__isnull=True) | Q(valid_until__gte=day),
            organisation__areas=area,
            organisation__merged_into__isnull=True,
            merged_into__isnull=True,
        )
        .select_related("organisation")
        .order_by(Lower("organisation__name"), Lower("role"), "pk")
    )


OFFERED = 300
"""So many persons or organisations a list to choose from holds."""


@dataclass(frozen=True)
class HeldMandate:
    """A mandate in the words of a party's page."""

    pk: UUID
    words: str
    period: str
    state: tuple[str, str]


@dataclass(frozen=True)
class PersonRow:
    """Somebody in a role, as the page of their organisation shows them."""

    pk: UUID
    role: str
    name: str
    period: str
    email: str
    phone: str
    # Name of the account, where that is an account of this area.
    account: str
    mandates: list[HeldMandate] = field(default_factory=list)


@dataclass(frozen=True)
class People:
    """The persons of one organisation: who is in a role now or soon, and who was."""

    current: list[PersonRow]
    former: list[PersonRow]

    def __bool__(self) -> bool:
        return bool(self.current or self.former)


def people_of(organisation: Organisation, area: Area, day: date) -> People:
    """Return the persons of an organisation with the mandates they hold in this area. Three queries."""
    persons = Person.objects.filter(organisation=organisation, merged_into=None).select_related("user")
    persons = persons.order_by(Lower("role"), "valid_from", "pk")
    mandates: dict[UUID, list[HeldMandate]] = {}
    held = Mandate.objects.filter(area=area, person__organisation=organisation).select_related("organisation")
    for mandate in held.order_by("-valid_from", "pk"):
        mandates.setdefault(mandate.person_id, []).append(_held(mandate, organisation, day))
    here = set(memberships_on(day).filter(area=area).values_list("user_id", flat=True)) if persons else set()
    current: list[PersonRow] = []
    former: list[PersonRow] = []
    for person in persons:
        account = str(person.user) if person.user and person.user_id in here else ""
        row = _row(person, account, mandates.get(person.pk, []))
        (former if person.valid_until and person.valid_until < day else current).append(row)
    return People(current, former[::-1])


def _row(person: Person, account: str, mandates: list[HeldMandate]) -> PersonRow:
    return PersonRow(
        pk=person.pk,
        role=person.role,
        name=person.name,
        period=period_words(person.valid_from, person.valid_until),
        email=person.email,
        phone=person.phone,
        account=account,
        mandates=mandates,
    )


def _held(mandate: Mandate, home: Organisation, day: date) -> HeldMandate:
    other = "" if mandate.organisation_id == home.pk else f" namens {mandate.organisation}"
    return HeldMandate(
        pk=mandate.pk,
        words=f"{mandate.get_level_display()}{other}: {mandate.subject}",
        period=period_words(mandate.valid_from, mandate.valid_until),
        state=STATE_WORDS[state_on(day, mandate.valid_from, mandate.valid_until)],
    )


def persons_in(area: Area) -> QuerySet[Person]:
    """Return everybody in a role for an organisation that takes part in the area."""
    return Person.objects.filter(organisation__areas=area, merged_into=None).select_related("organisation")


def holding_on(day: date) -> Q:
    """Return the condition that somebody is in their role on this day or will be."""
    return Q(valid_until__isnull=True) | Q(valid_until__gte=day)


def accounts_in(area: Area, day: date) -> QuerySet[User]:
    """Return the members of the area on a day, by name: the accounts a person can be linked with."""
    members = memberships_on(day).filter(area=area, user__is_active=True).values("user")
    return User.objects.filter(pk__in=members).order_by(Lower("name"), "email")


def umbrellas_above(members: Iterable[UUID]) -> set[tuple[UUID, UUID]]:
    """Return (member, umbrella) for all umbrellas above these organisations, however high. One query."""
    wanted = list(members)
    if not wanted:
        return set()
    with connection.cursor() as cursor:
        # UNION drops what was found before, so a circle ends.
        cursor.execute(
            """
            WITH RECURSIVE above (member, umbrella) AS (
                SELECT member_id, umbrella_id FROM areas_umbrellamembership WHERE member_id = ANY(%s)
                UNION
                SELECT above.member, link.umbrella_id
                FROM above JOIN areas_umbrellamembership link ON link.member_id = above.umbrella
            )
            SELECT member, umbrella FROM above
            """,
            [wanted],
        )
        return set(cursor.fetchall())
