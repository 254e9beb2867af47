"""Doors to action items, and which of them somebody sees."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q

from areas.access import door, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.models import ActionItem


def visible_actions(user: User, area: Area) -> Q:
    """Return the condition under which an action item of the area shows up for the user.

    One of no conversation for every member; one of a conversation for who may read that, and for
    its owner (who may learn only that there is something to do).
    """
    shown = Q(conversation__isnull=True) | Q(owner_user=user)
    if may(user, area, Permission.VIEW_CONVERSATIONS):
        shown |= Q(conversation__in=conversations_for(user, area))
    return shown


action_item_for = door(
    ActionItem.objects.select_related("owner_person__organisation", "owner_user"),
    need=Permission.WORK_IN_PLANNING_GROUP,
    only=visible_actions,
    missing="Deze afspraak is er niet, of u mag haar niet zien.",
)
"""Return an action item of the area; one of a conversation the user may not read does not exist for them."""


def action_to_tick_off_for(user: User, slug: str, pk: UUID) -> ActionItem:
    """Return an action item whose status the user may change: of the planning group, or their own."""
    item = action_item_for(user, slug, pk, Permission.VIEW_PLANNING_GROUP)
    if item.owner_user_id != user.pk and not may(user, item.area, Permission.WORK_IN_PLANNING_GROUP):
        raise PermissionDenied("Alleen de planningsgroep en wie het doet, kunnen deze afspraak afvinken.")
    return item
