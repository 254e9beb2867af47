"""Persons in roles: from when until when, how to reach them, and with which account."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.mandates.actions import end_mandates_of
from areas.mandates.models import Mandate
from areas.parties.models import AreaOrganisation, Organisation
from areas.people.models import Person
from areas.people.queries import accounts_in
from areas.people.rules.periods import overlap, period_faults, period_words
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.dutch import long_date


class PersonProblem(Problem):
    """What somebody wants with a person is not possible; `field` is where it is filled in."""

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


@action
def add_person(
    *,
    area: Area,
    organisation: Organisation,
    actor: User,
    role: str,
    name: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    email: str = "",
    phone: str = "",
    user: User | None = None,
    token: UUID | None = None,
) -> Person:
    """Give an organisation somebody in a role.

    The token becomes the id of the person: pressing twice makes one. Raises PersonProblem for an
    organisation or account of another area, days that cannot be, or a role that is held already.
    """
    _lock(organisation)
    known = Person.objects.filter(pk=token).first() if token else None
    if known:
        if known.organisation_id != organisation.pk:
            raise PersonProblem("Dit formulier is al gebruikt. Open het opnieuw.")
        return known
    if not AreaOrganisation.objects.filter(area=area, organisation=organisation).exists():
        raise PersonProblem("Deze organisatie is geen partij van dit gebied.")
    person = Person(
        id=token or uuid7(),
        organisation=organisation,
        role=_tidy(role),
        name=_tidy(name),
        valid_from=valid_from,
        valid_until=valid_until,
        email=email.strip(),
        phone=_tidy(phone),
        user=user,
    )
    _check(person, area=area, was_linked_with=None)
    _save(person, is_new=True)
    return person


@action
def change_person(
    *,
    area: Area,
    person: Person,
    actor: User,
    version: int,
    role: str,
    name: str = "",
    valid_from: date | None = None,
    valid_until: date | None = None,
    email: str | None = None,
    phone: str | None = None,
    user: User | None = None,
) -> Person:
    """Change somebody's role as it was at `version`; e-mail and telephone stay where they are None.

    An earlier end ends the mandates of the role too. Raises Conflict when somebody changed it since,
    PersonProblem as `add_person` does, and when a mandate would begin before the role.
    """
    _lock(person.organisation)
    held = Person.objects.select_for_update().filter(pk=person.pk, version=version, merged_into=None).first()
    if held is None:
        raise Conflict(Person.CHANGED)
    was_linked_with = held.user_id
    held.role, held.name = _tidy(role), _tidy(name)
    held.valid_from, held.valid_until, held.user = valid_from, valid_until, user
    held.email = held.email if email is None else email.strip()
    held.phone = held.phone if phone is None else _tidy(phone)
    _check(held, area=area, was_linked_with=was_linked_with)
    _no_mandate_before(held)
    held.version += 1
    _save(held, is_new=False)
    if valid_until:
        end_mandates_of(person=held, last_day=valid_until)
    return held


@action
def end_role(*, person: Person, actor: User, last_day: date, version: int | None = None) -> int:
    """End somebody's role on a day, and with it their mandates everywhere; return how many mandates ended.

    A role that ended sooner stays as it was. Raises Conflict when `version` is given and no longer
    holds, PersonProblem for a day before the role began or in another century.
    """
    held = Person.objects.select_for_update().filter(pk=person.pk, merged_into=None).first()
    if held is None or version not in (None, held.version):
        raise Conflict(Person.CHANGED)
    if not (held.valid_until and held.valid_until <= last_day):
        if faults := period_faults(held.valid_from, last_day):
            raise PersonProblem(next(iter(faults.values())), "last_day")
        held.valid_until = last_day
    held.version = F("version") + 1
    held.save(update_fields=["valid_until", "version"])
    held.refresh_from_db()
    person.valid_until, person.version = held.valid_until, held.version
    return end_mandates_of(person=held, last_day=held.valid_until or last_day)


def _lock(organisation: Organisation) -> None:
    """Let one at a time change who holds which role in an organisation."""
    Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)


def _tidy(words: str) -> str:
    return " ".join(words.split())


def _check(person: Person, *, area: Area, was_linked_with: UUID | None) -> None:
    if not person.role:
        raise PersonProblem("Vul de rol in, bijvoorbeeld “Wethouder ruimte”.", "role")
    for name, text in period_faults(person.valid_from, person.valid_until).items():
        raise PersonProblem(text, name)
    user = person.user
    if user and user.pk != was_linked_with and not accounts_in(area, timezone.localdate()).filter(pk=user.pk).exists():
        raise PersonProblem("Dit account hoort niet bij dit gebied. Kies een lid van dit gebied.", "user")
    period = (person.valid_from, person.valid_until)
    same = Person.objects.filter(
        organisation=person.organisation_id, role__iexact=person.role, name__iexact=person.name, merged_into=None
    ).exclude(pk=person.pk)
    for other in same:
        if overlap(period, (other.valid_from, other.valid_until)):
            raise PersonProblem(_held_already(person, other), "valid_from")


def _held_already(person: Person, other: Person) -> str:
    words = period_words(other.valid_from, other.valid_until)
    words = f"waarvan het {words} is" if words == "begin onbekend" else words
    return (
        f"“{person.role}” staat bij deze organisatie al in het portaal, {words}. Dezelfde rol kan niet twee keer "
        "tegelijk. Kies een dag daarna, of beëindig eerst de andere."
    )


def _no_mandate_before(person: Person) -> None:
    if not person.valid_from:
        return
    first = Mandate.objects.filter(person=person, valid_from__lt=person.valid_from).order_by("valid_from").first()
    if first:
        raise PersonProblem(
            f"Deze persoon heeft een mandaat dat al begint op {long_date(first.valid_from)}. "
            "De rol kan niet later beginnen.",
            "valid_from",
        )


def _save(person: Person, *, is_new: bool) -> None:
    try:
        with transaction.atomic():
            person.save(force_insert=is_new)
    except IntegrityError as error:
        # Somebody gave the role by another way at this very moment; the database keeps the rule.
        raise PersonProblem(
            "Deze rol is in die tijd al vervuld. Kies andere data, of beëindig eerst de andere.", "valid_from"
        ) from error
