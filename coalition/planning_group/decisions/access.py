"""Doors to decisions, and who may speak for which party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import PERMISSIONS, active_memberships, area_for, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.rules import may_speak_for


def decision_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_BACKBONE) -> Decision:
    """Return a decision of the area."""
    area = area_for(user, slug, need)
    decision = Decision.objects.select_related("area", "meeting").filter(area=area, pk=pk).first()
    if decision is None:
        raise Http404("Dit besluit is er niet.")
    return decision


def speaks_for(user: User, area: Area, organisation: UUID) -> bool:
    """Tell whether the user may write down where this organisation stands on a decision of the area."""
    own = {
        membership.organisation_id
        for membership in active_memberships(user)
        if membership.area_id == area.pk and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
    }
    return may_speak_for(
        organisation,
        works_in_backbone=may(user, area, Permission.WORK_IN_BACKBONE),
        states_own_position=may(user, area, Permission.STATE_OWN_POSITION),
        own=own,
    )


def position_for(user: User, slug: str, pk: UUID) -> DecisionPosition:
    """Return where a party stands on a decision of the area, for who may speak for that party."""
    area = area_for(user, slug, Permission.VIEW_BACKBONE)
    positions = DecisionPosition.objects.select_related("decision__area", "organisation")
    position = positions.filter(decision__area=area, pk=pk).first()
    if position is None:
        raise Http404("Deze partij staat niet bij dit besluit.")
    if not speaks_for(user, area, position.organisation_id):
        raise PermissionDenied("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    return position
