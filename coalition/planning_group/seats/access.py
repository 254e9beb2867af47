"""The door to a seat in the planning group."""

from areas.access import door
from areas.enums import Permission
from coalition.planning_group.seats.models import Seat

seat_for = door(
    Seat.objects.select_related("person__organisation"),
    need=Permission.WORK_IN_PLANNING_GROUP,
    missing="Deze plek in de planningsgroep is er niet.",
)
"""Return a seat in the planning group of the area."""
