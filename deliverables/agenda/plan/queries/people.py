"""Who writes the agenda of an area."""

from django.utils import timezone

from areas.access import PERMISSIONS, memberships_on
from areas.enums import Permission
from areas.models import Area, User


def planners_of(area: Area) -> list[User]:
    """Return everybody who writes the agenda of an area today and can sign in, each once. One query."""
    roles = [role for role, granted in PERMISSIONS.items() if Permission.EDIT_AGENDA in granted]
    held = memberships_on(timezone.localdate()).filter(area=area, role__in=roles, user__is_active=True)
    people = {seat.user_id: seat.user for seat in held.select_related("user").order_by("user__email")}
    return list(people.values())
