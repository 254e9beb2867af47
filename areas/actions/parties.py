"""Parties of an area: adding an organisation by its name."""

from dataclasses import dataclass

from django.db import transaction

from areas.enums import OrganisationKind
from areas.models import Area, AreaOrganisation, Organisation
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class AddedParty:
    """The organisation, and whether it was new to the portal or known from another area."""

    organisation: Organisation
    is_new: bool


@transaction.atomic
def add_party(*, area: Area, name: str, kind: str, website: str = "") -> AddedParty:
    """Make an organisation a party of the area.

    A name known elsewhere (whatever its capitals) is linked, never doubled: its kind and website
    stay as they are there. Raises Problem for an empty name, an unknown kind, or an organisation
    that is a party of this area already.
    """
    name = " ".join(name.split())
    if not name:
        raise Problem("Vul de naam van de organisatie in, bijvoorbeeld “Waterschap Limburg”.")
    if kind not in OrganisationKind.values:
        raise Problem("Kies wat voor soort partij dit is.")
    made = Organisation(name=name, kind=kind, website=website)
    # Somebody may add the same name at this very moment: the row that is there wins.
    Organisation.objects.bulk_create([made], ignore_conflicts=True)
    organisation = Organisation.objects.get(name__iexact=name)
    _link, linked = AreaOrganisation.objects.get_or_create(area=area, organisation=organisation)
    if not linked:
        raise Problem(f"“{organisation.name}” staat al bij de partijen van dit gebied.")
    return AddedParty(organisation, is_new=organisation.pk == made.pk)
