"""Doors to points of no agreement, and to where a party stands on one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import Organisation, User
from coalition.agreement.open_points.models import OpenPoint
from coalition.planning_group.decisions.access import speaks_for


def open_point_for(user: User, slug: str, pk: UUID, need: Permission = Permission.EDIT_AGREEMENT) -> OpenPoint:
    """Return a point of no agreement of the area's akkoord."""
    area = area_for(user, slug, need)
    points = OpenPoint.objects.select_related("agreement__area", "article")
    point = points.filter(agreement__area=area, pk=pk).first()
    if point is None:
        raise Http404("Dit punt is er niet.")
    return point


def stand_on_point_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[OpenPoint, Organisation]:
    """Return a point of no agreement and a party of the akkoord, for who may speak for that party."""
    point = open_point_for(user, slug, pk, Permission.VIEW_AGREEMENT)
    parties = Organisation.objects.filter(agreement_parties__agreement=point.agreement_id)
    organisation = parties.filter(pk=party).first()
    if organisation is None:
        raise Http404("Deze partij staat niet bij het akkoord.")
    if not speaks_for(user, point.agreement.area, organisation.pk):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return point, organisation
