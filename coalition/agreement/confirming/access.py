"""The door to what was written down for a party, for who speaks for that party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs


def own_party_for(user: User, slug: str, party: UUID) -> tuple[Area, Organisation]:
    """Return an area and a party of it, for a bestuurder of that party."""
    area = area_for(user, slug, Permission.VIEW_AGREEMENT)
    organisation = Organisation.objects.filter(areas=area, merged_into=None, pk=party).first()
    if organisation is None:
        raise Http404("Deze partij is er niet in dit gebied.")
    if speaks_as(user, area, organisation.pk) != GivenAs.OWN:
        raise PermissionDenied("Alleen een bestuurder van deze partij kan dit bevestigen.")
    return area, organisation
