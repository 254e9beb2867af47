"""Doors to decisions, and who may speak for which party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from areas.access import PERMISSIONS, active_memberships, door, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.rules import may_speak_for

decision_for = door(
    Decision.objects.select_related("meeting"),
    need=Permission.VIEW_PLANNING_GROUP,
    missing="Dit besluit is er niet.",
)
"""Return a decision of the area."""


def speaks_for(user: User, area: Area, organisation: UUID) -> bool:
    """Tell whether the user may write down where this organisation stands on a decision of the area."""
    own = {
        membership.organisation_id
        for membership in active_memberships(user)
        if membership.area_id == area.pk and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
    }
    return may_speak_for(
        organisation,
        works_in_planning_group=may(user, area, Permission.WORK_IN_PLANNING_GROUP),
        states_own_position=may(user, area, Permission.STATE_OWN_POSITION),
        own=own,
    )


_any_position_for = door(
    DecisionPosition.objects.select_related("organisation"),
    area="decision__area",
    need=Permission.VIEW_PLANNING_GROUP,
    missing="Deze partij staat niet bij dit besluit.",
)


def position_for(user: User, slug: str, pk: UUID) -> DecisionPosition:
    """Return where a party stands on a decision of the area, for who may speak for that party."""
    position = _any_position_for(user, slug, pk)
    if not speaks_for(user, position.decision.area, position.organisation_id):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return position
