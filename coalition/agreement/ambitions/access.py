"""Doors to ambitions, and to saying what a party thinks of one."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import door
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.agreement.ambitions.models import Ambition
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs

ambition_for = door(
    Ambition.objects,
    need=Permission.VIEW_AMBITIONS,
    missing="Deze ambitie is er niet.",
)
"""Return an ambition of the area."""


def position_on_ambition_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[Ambition, Organisation, GivenAs]:
    """Return an ambition, a party of the area and how the user speaks for it, for who may say what it thinks of it."""
    ambition = ambition_for(user, slug, pk)
    organisation = Organisation.objects.filter(areas=ambition.area, merged_into=None, pk=party).first()
    if organisation is None:
        raise Http404("Deze partij is er niet in dit gebied.")
    given_as = speaks_as(user, ambition.area, organisation.pk, Permission.EDIT_AMBITIONS)
    if given_as is None:
        raise PermissionDenied("U kunt alleen zeggen wat uw eigen organisatie van deze ambitie vindt.")
    return ambition, organisation, given_as


def may_state_for(user: User, area: Area, parties: Iterable[Organisation]) -> list[Organisation]:
    """Return those of the parties for which the user may say what they think of an ambition. No query."""
    return [party for party in parties if speaks_as(user, area, party.pk, Permission.EDIT_AMBITIONS)]
