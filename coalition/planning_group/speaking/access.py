"""Who may write down where a party stands, and as whom."""

from uuid import UUID

from areas.access import PERMISSIONS, active_memberships, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.rules import may_speak_as


def speaks_as(
    user: User, area: Area, organisation: UUID, need: Permission = Permission.WORK_IN_PLANNING_GROUP
) -> GivenAs | None:
    """Tell how the user may say where this organisation stands: itself, recorded for it, or None for not at all.

    `need` is what it takes to record for another party. No query beside the memberships.
    """
    return may_speak_as(
        organisation,
        works_in_planning_group=may(user, area, need),
        states_own_position=may(user, area, Permission.STATE_OWN_POSITION),
        own={
            membership.organisation_id
            for membership in active_memberships(user)
            if membership.area_id == area.pk and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
        },
    )
