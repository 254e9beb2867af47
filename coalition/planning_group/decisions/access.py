"""Doors to decisions, and to where a party stands on one."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from areas.access import door
from areas.enums import Permission
from areas.models import User
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs

decision_for = door(
    Decision.objects.select_related("meeting"),
    need=Permission.VIEW_PLANNING_GROUP,
    missing="Dit besluit is er niet.",
)
"""Return a decision of the area."""


_any_position_for = door(
    DecisionPosition.objects.select_related("organisation"),
    area="decision__area",
    need=Permission.VIEW_PLANNING_GROUP,
    missing="Deze partij staat niet bij dit besluit.",
)


def position_for(user: User, slug: str, pk: UUID) -> tuple[DecisionPosition, GivenAs]:
    """Return where a party stands on a decision and how the user speaks for that party, for who may."""
    position = _any_position_for(user, slug, pk)
    given_as = speaks_as(user, position.decision.area, position.organisation_id)
    if given_as is None:
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return position, given_as
