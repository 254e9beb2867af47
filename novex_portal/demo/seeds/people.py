"""Fills the practice area with umbrellas, persons in roles, notes and mandates."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from areas.imports.actions import upload_file
from areas.mandates.actions import give_mandate
from areas.models import Area, Organisation, PartyImport, Person, User
from areas.parties.actions import add_party, join_umbrella, write_notes
from areas.parties.enums import OrganisationKind
from areas.people.actions import add_person
from coalition.merging.actions import merge_organisations
from novex_portal.demo.content.parties import PARTIES, Held

Roles = dict[tuple[str, str], Person]


def seed_people(area: Area, actor: User, accounts: dict[tuple[str, str], User], today: date) -> Roles:
    """Add who is who; return who holds which role today, by organisation and role.

    Run before the conversations: these then find the roles that are there. `accounts` tells which
    role works in the portal with which account.
    """
    organisations = {organisation.name: organisation for organisation in area.organisations.all()}
    for under in PARTIES.umbrellas:
        member, umbrella = organisations[under.member], organisations[under.umbrella]
        join_umbrella(area=area, member=member, umbrella=umbrella, actor=actor)
    for noted in PARTIES.notes:
        write_notes(area=area, organisation=organisations[noted.organisation], actor=actor, notes=noted.notes)
    return {
        key: _add(area, actor, organisations[held.organisation], held, account=accounts.get(key), today=today)
        for held in PARTIES.roles
        for key in [(held.organisation, held.role)]
    }


def _add(
    area: Area, actor: User, organisation: Organisation, held: Held, *, account: User | None, today: date
) -> Person:
    ended = held.until is not None and held.until < 0
    return add_person(
        area=area,
        organisation=organisation,
        actor=actor,
        role=held.role,
        valid_from=_day(today, held.since),
        valid_until=_day(today, held.until),
        email="rol@oefenomgeving.example" if held.reachable else "",
        phone="000 000 00 00" if held.reachable else "",
        user=None if ended else account,
    )


def seed_mandates(area: Area, actor: User, roles: Roles, today: date) -> None:
    """Give the mandates to who holds the roles."""
    for given in PARTIES.mandates:
        give_mandate(
            area=area,
            actor=actor,
            person=roles[given.organisation, given.role],
            level=given.level,
            subject=given.subject,
            basis=given.basis,
            valid_from=today + timedelta(days=given.since),
            valid_until=_day(today, given.until),
        )


def seed_paperwork(area: Area, actor: User) -> None:
    """Leave what one wants to practise with: a file that waits for a correction, and a merge that can be undone."""
    upload = SimpleUploadedFile(PARTIES.file.name, PARTIES.file.content.encode())
    upload_file(model=PartyImport, area=area, actor=actor, upload=upload, token=None)
    double = add_party(
        area=area, actor=actor, name=PARTIES.double.name, kind=OrganisationKind.WATER_AUTHORITY
    ).organisation
    kept = Organisation.objects.get(name=PARTIES.double.same_as)
    merge_organisations(area=area, actor=actor, kept=kept, gone=double)


def _day(today: date, days: int | None) -> date | None:
    return None if days is None else today + timedelta(days=days)
