"""The door to a seat in the planning group."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.planning_group.seats.models import Seat


def seat_for(user: User, slug: str, pk: UUID, need: Permission = Permission.WORK_IN_BACKBONE) -> Seat:
    """Return a seat in the planning group of the area."""
    area = area_for(user, slug, need)
    seat = Seat.objects.select_related("area", "person__organisation").filter(area=area, pk=pk).first()
    if seat is None:
        raise Http404("Deze plek in de planningsgroep is er niet.")
    return seat
