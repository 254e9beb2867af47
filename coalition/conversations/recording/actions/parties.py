"""The organisations and persons of a conversation: found by name, made when they are new."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import F

from areas.models import Area, AreaOrganisation, Organisation, Person
from areas.parties.enums import OrganisationKind
from areas.parties.queries import became, province_by_name
from coalition.conversations.recording.data import ParticipantData
from coalition.conversations.recording.queries import organisations_by_name
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.names import name_key, tidy_name


@dataclass(frozen=True)
class Party:
    """Who sat at the table: an organisation, through a person if the role is known."""

    organisation: Organisation
    person: Person | None


def resolve_parties(
    *, area: Area, participants: Iterable[ParticipantData]
) -> tuple[list[Party], dict[str, Organisation]]:
    """Return each participant once, in the order given, and the organisations by name in lower case.

    An organisation known elsewhere becomes a party of this area; an unknown one is made.
    Raises Problem when an unknown organisation has no kind. Run inside a transaction.
    """
    rows = list(participants)
    known = organisations_by_name(row.organisation for row in rows)
    for row in rows:
        key = name_key(row.organisation)
        if key not in known:
            known[key] = _new_organisation(row)
    known = _held(known)
    links = [AreaOrganisation(area=area, organisation=organisation) for organisation in known.values()]
    AreaOrganisation.objects.bulk_create(links, ignore_conflicts=True)
    parties = (_party(known[name_key(row.organisation)], tidy_name(row.role)) for row in rows)
    return list(dict.fromkeys(parties)), known


def _held(known: dict[str, Organisation]) -> dict[str, Organisation]:
    """Keep these from being merged until the transaction ends; one merged just now is the one it became."""
    wanted = {organisation.pk for organisation in known.values()}
    now = became(Organisation.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk"))
    found = {key: now[organisation.pk] for key, organisation in known.items()}
    return found if {organisation.pk for organisation in found.values()} <= wanted else _held(found)


def _new_organisation(row: ParticipantData) -> Organisation:
    name = tidy_name(row.organisation)
    if not name:
        raise Problem("Een organisatie heeft een naam nodig.")
    if row.kind not in OrganisationKind.values:
        raise Problem(f"“{name}” is nieuw in dit portaal. Kies wat voor soort partij dit is.")
    # Somebody may make the same organisation at this very moment: the row that is there wins.
    Organisation.objects.bulk_create(
        [Organisation(name=name, kind=row.kind, province=province_by_name(row.kind, name))], ignore_conflicts=True
    )
    return Organisation.objects.get(name__iexact=name)


def _party(organisation: Organisation, role: str) -> Party:
    if not role:
        return Party(organisation, None)
    # Who has no name in the portal; the newest holder of the role, also if they have left it since.
    held = Person.objects.filter(organisation=organisation, role__iexact=role, name="", merged_into=None)
    person = held.order_by(F("valid_from").desc(nulls_last=True)).first()
    if person is None:
        Person.objects.bulk_create([Person(organisation=organisation, role=role)], ignore_conflicts=True)
        person = held[0]
    return Party(organisation, person)
