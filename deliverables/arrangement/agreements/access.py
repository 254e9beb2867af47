"""Doors to reciprocal agreements.

The rule across areas: an agreement is of the area that keeps it. Members of that area read it, and members of other
areas of the province that it touches, because the first area said that it does. For all others it does not exist: not
its code, not in a count. Only who edits in the area that keeps it changes it. The state of an arrangement is shared:
who edits in every area of the province changes it, or the regieteam.
"""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import area_for, door, may
from areas.enums import Permission
from areas.models import Area, User
from deliverables.arrangement.agreements.models import ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.agreements.queries import agreements_in, areas_sharing

kept_agreement_for = door(
    ReciprocalAgreement.objects.select_related("arrangement__province"),
    need=Permission.EDIT_ARRANGEMENT,
    missing="Deze afspraak is er niet, of een ander gebied houdt haar bij.",
)
"""Return an agreement that the area keeps, for who changes it."""


def agreement_for(user: User, slug: str, pk: UUID) -> tuple[Area, ReciprocalAgreement]:
    """Return the area and an agreement it keeps or that touches it, for who may read arrangements there."""
    area = area_for(user, slug, Permission.VIEW_ARRANGEMENT)
    agreement = agreements_in(area).filter(pk=pk).first()
    if agreement is None:
        raise Http404("Deze afspraak is er niet.")
    return area, agreement


def may_set_state(user: User, arrangement: SpatialArrangement) -> bool:
    """Tell whether the user may say how far the arrangement of a province is."""
    return all(
        may(user, area, Permission.EDIT_ARRANGEMENT) or may(user, area, Permission.MANAGE_ARRANGEMENTS)
        for area in areas_sharing(arrangement)
    )


def shared_arrangement_for(user: User, slug: str, pk: UUID) -> tuple[Area, SpatialArrangement]:
    """Return the area and the arrangement of one of its provinces, for who may say how far that is."""
    area = area_for(user, slug, Permission.VIEW_ARRANGEMENT)
    rows = SpatialArrangement.objects.select_related("province")
    arrangement = rows.filter(province__areas=area, pk=pk).first()
    if arrangement is None:
        raise Http404("Dit arrangement is er niet.")
    if not may_set_state(user, arrangement):
        raise PermissionDenied(
            "Meer gebieden delen dit arrangement. De stand ervan wijzigt wie in al die gebieden mag wijzigen, of het regieteam."
        )
    return area, arrangement
