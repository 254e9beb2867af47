"""The door to a province: who sees the front page of an area that lies in it."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import areas_where, may_anywhere
from areas.enums import Permission
from areas.models import Area, AreaProvince, Province, User


def province_for(user: User, slug: str) -> tuple[Province, list[tuple[Area, AreaProvince]]]:
    """Return a province with those of its areas the user sees, each with the part the province plays there.

    Raises PermissionDenied for who sees no area at all, Http404 where none of theirs lies in it. Areas one does not
    see are not there, not in a count either.
    """
    if not may_anywhere(user, Permission.VIEW_AREA):
        raise PermissionDenied("Uw rol mag de stand van gebieden niet zien.")
    seen = {area.pk: area for area in areas_where(user, Permission.VIEW_AREA)}
    links = AreaProvince.objects.filter(province__slug=slug, area__in=seen).select_related("province")
    rows = [(seen[link.area_id], link) for link in links.order_by("area__number")]
    if not rows:
        raise Http404("Deze provincie is er niet, of geen van uw gebieden ligt erin.")
    return rows[0][1].province, rows
