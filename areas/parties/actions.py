"""Parties of an area: adding them, what all areas share of them, and what one area keeps in mind."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, transaction

from areas.accounts.models.user import User
from areas.area.models import Area, Province
from areas.parties.enums import OrganisationKind
from areas.parties.models import AreaOrganisation, Organisation, UmbrellaMembership
from areas.parties.queries import organisation_named, province_by_name
from areas.parties.rules.notes import notes_mark
from areas.parties.rules.umbrellas import chain_in_words, closing_chain
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem

MAX_NAME = 200
_UMBRELLA_LOCK = 7_310_300_017  # one at a time may change who is a member of whom


@dataclass(frozen=True)
class AddedParty:
    """The organisation, and whether it was new to the portal or known from another area."""

    organisation: Organisation
    is_new: bool


@action
def add_party(
    *, area: Area, actor: User, name: str, kind: str, website: str = "", province: Province | None = None
) -> AddedParty:
    """Make an organisation a party of the area.

    A name known elsewhere (whatever its capitals) is linked, never doubled: its kind and website
    stay as they are there. The name of a merged organisation links the one it became. Of which
    province a government of a province is, its name says unless `province` does. Raises
    Problem for an empty or too long name, an unknown kind, a website that is none, or an
    organisation that is a party of this area already.
    """
    name, website = _checked(name, kind, website)
    province = _province(kind, province or province_by_name(kind, name))
    made = Organisation(name=name, kind=kind, website=website, province=province)
    # Somebody may add the same name at this very moment: the row that is there wins.
    Organisation.objects.bulk_create([made], ignore_conflicts=True)
    organisation = organisation_named(name)
    if organisation is None:  # its capitals differ in a way only PostgreSQL knows
        raise Problem(f"“{name}” lijkt al in het portaal te staan. Zoek de organisatie op in de lijst.")
    link_party(area=area, actor=actor, organisation=organisation)
    return AddedParty(organisation, is_new=organisation.pk == made.pk)


@action
def link_party(*, area: Area, actor: User, organisation: Organisation) -> AreaOrganisation:
    """Make an organisation that the portal knows a party of the area as well.

    Raises Problem when it is one already, or was merged into another.
    """
    if organisation.merged_into_id:
        raise Problem(f"“{organisation.name}” is samengevoegd met een andere organisatie. Kies die.")
    link, linked = AreaOrganisation.objects.get_or_create(area=area, organisation=organisation)
    if not linked:
        raise Problem(f"“{organisation.name}” staat al bij de partijen van dit gebied.")
    return link


@action
def save_party(
    *, link: AreaOrganisation, actor: User, version: int, facts: dict[str, Any], notes: str | None, notes_seen: str
) -> None:
    """Save what one form holds: shared facts (empty: not to be changed) and notes (None: likewise), or nothing at all.

    Raises what `change_party` and `write_notes` raise.
    """
    if facts:
        change_party(organisation=link.organisation, actor=actor, version=version, **facts)
    if notes is not None:
        write_notes(area=link.area, organisation=link.organisation, actor=actor, notes=notes, seen=notes_seen)


@action
def change_party(
    *,
    organisation: Organisation,
    actor: User,
    version: int,
    name: str,
    kind: str,
    website: str = "",
    province: Province | None = None,
) -> Organisation:
    """Change name, kind, website and of which province it is, which all areas share.

    Saving what is there already changes nothing. Raises Conflict when somebody else saved since
    `version` was read, and Problem when the new name is that of another organisation.
    """
    name, website = _checked(name, kind, website)
    held = Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
    held.require_version(version if held.merged_into_id is None else None)
    facts = {"name": name, "kind": kind, "website": website, "province": _province(kind, province)}
    if all(getattr(held, key) == value for key, value in facts.items()):
        return held
    other = Organisation.objects.filter(name__iexact=name).exclude(pk=held.pk).first()
    if other:
        raise Problem(_taken(name, other))
    try:
        with transaction.atomic():
            organisation.write_over(version, **facts)
    except IntegrityError as error:  # somebody took the name at this very moment
        raise Problem(_taken(name, None)) from error
    return organisation


@action
def write_notes(*, area: Area, organisation: Organisation, actor: User, notes: str, seen: str = "") -> None:
    """Keep what this area has in mind about a party.

    `seen` is `notes_mark` of the notes that were read; raises Conflict when these changed since.
    """
    link = AreaOrganisation.objects.select_for_update(no_key=True).get(area=area, organisation=organisation)
    notes = notes.replace("\r\n", "\n").strip()
    if link.notes == notes:
        return
    if notes_mark(link.notes) != (seen or notes_mark("")):
        raise Conflict("Iemand anders heeft de aantekeningen intussen gewijzigd.")
    link.notes = notes
    link.save(update_fields=["notes"])


@action
def join_umbrella(*, area: Area, member: Organisation, umbrella: Organisation, actor: User) -> UmbrellaMembership:
    """Make an organisation a member of another; one that is a member already stays so.

    Raises Problem when either is no party of this area, and when it would close a circle, also one
    that somebody else closes at this very moment.
    """
    for organisation in (member, umbrella):
        if not AreaOrganisation.objects.filter(area=area, organisation=organisation).exists():
            raise Problem(
                f"“{organisation.name}” is geen partij van {area.name}. Voeg die eerst toe bij de partijen van dit gebied."
            )
    lock_umbrellas()
    links = UmbrellaMembership.objects.values_list("member_id", "umbrella_id")
    if chain := closing_chain(member.pk, umbrella.pk, links):
        raise Problem(_circle([organisation.name for organisation in _in_order(chain)]))
    return UmbrellaMembership.objects.get_or_create(member=member, umbrella=umbrella)[0]


@action
def leave_umbrella(*, membership: UmbrellaMembership, actor: User) -> None:
    """End the membership of an umbrella; one that is gone already stays gone."""
    lock_umbrellas()
    UmbrellaMembership.objects.filter(pk=membership.pk).delete()


def lock_umbrellas() -> None:
    """Let nobody else change who is a member of whom until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_UMBRELLA_LOCK])


def _in_order(chain: list[UUID]) -> list[Organisation]:
    found = Organisation.objects.in_bulk(chain)
    return [found[pk] for pk in chain]


def _circle(names: list[str]) -> str:
    if len(names) == 2:
        return f"“{names[0]}” kan geen lid van zichzelf zijn."
    return f"Dit kan niet: de koepels zouden een kring vormen. {chain_in_words(names)}."


def _checked(name: str, kind: str, website: str) -> tuple[str, str]:
    name, website = " ".join(name.split()), website.strip()
    if not name:
        raise Problem("Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")
    if len(name) > MAX_NAME:
        raise Problem(f"De naam is langer dan {MAX_NAME} tekens. Maak de naam korter.")
    if kind not in OrganisationKind.values:
        raise Problem("Kies wat voor soort partij dit is.")
    if website and not website.lower().startswith(("https://", "http://")):
        raise Problem("Vul een bestaand webadres in, bijvoorbeeld www.waterschaplimburg.nl.")
    return name, website


def _province(kind: str, province: Province | None) -> Province | None:
    return province if kind == OrganisationKind.PROVINCE else None


def _taken(name: str, other: Organisation | None) -> str:
    if other and other.merged_into:
        return (
            f"“{name}” is de eerdere naam van “{other.merged_into.name}”: die twee zijn samengevoegd. "
            "Is deze organisatie dezelfde? Voeg haar dan ook samen, in plaats van haar zo te noemen."
        )
    return (
        f"“{other.name if other else name}” staat al in het portaal. Is het dezelfde organisatie? "
        "Voeg de twee dan samen, in plaats van deze zo te noemen."
    )
