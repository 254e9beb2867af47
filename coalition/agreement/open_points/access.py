"""Doors to points of no agreement, and to where a party stands on one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import door
from areas.enums import Permission
from areas.models import Organisation, User
from coalition.agreement.open_points.models import OpenPoint
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs

open_point_for = door(
    OpenPoint.objects.select_related("article"),
    area="agreement__area",
    need=Permission.EDIT_AGREEMENT,
    missing="Dit punt is er niet.",
)
"""Return a point of no agreement of the area's akkoord."""


def position_on_point_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[OpenPoint, Organisation, GivenAs]:
    """Return a point of no agreement, a party of the akkoord and how the user speaks for it, for who may."""
    point = open_point_for(user, slug, pk, Permission.VIEW_AGREEMENT)
    parties = Organisation.objects.filter(agreement_parties__agreement=point.agreement_id)
    organisation = parties.filter(pk=party).first()
    if organisation is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    given_as = speaks_as(user, point.agreement.area, organisation.pk)
    if given_as is None:
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return point, organisation, given_as
