"""Doors to photos of factsheets, and who may take them of all areas."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import PERMISSIONS, active_memberships, area_for, areas_where, may_anywhere
from areas.enums import Permission
from areas.models import Area, User
from deliverables.photos.models import FactsheetPhoto


def photo_for(user: User, slug: str, number: int) -> tuple[Area, FactsheetPhoto]:
    """Return the area and one photo of its factsheet, for who may see the factsheet."""
    area = area_for(user, slug, Permission.VIEW_FACTSHEET)
    photo = area.photos.select_related("taken_by", "checkpoint").filter(number=number).first()
    if photo is None:
        raise Http404("Deze foto is er niet.")
    return area, photo


def areas_with_factsheet(user: User) -> list[Area]:
    """Return the areas of which the user may see the factsheet. Raises PermissionDenied when there is none."""
    areas = areas_where(user, Permission.VIEW_FACTSHEET)
    if not may_anywhere(user, Permission.VIEW_FACTSHEET):
        raise PermissionDenied("Uw rol mag de factsheets niet zien.")
    return areas


def may_take_all_photos(user: User) -> bool:
    """Tell whether the user takes photos across areas: by a role that holds in all of them."""
    national = (PERMISSIONS[row.role] for row in active_memberships(user) if row.area_id is None)
    return any(Permission.TAKE_PHOTO in granted for granted in national)
