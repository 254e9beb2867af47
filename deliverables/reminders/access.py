"""Doors to the log of what was sent."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from areas.access import areas_where, may_anywhere
from areas.enums import Permission
from areas.models import Area, Membership, User
from deliverables.checkpoints.access import checkpoints_in
from deliverables.reminders.models import Reminder


def delivery_log_in(areas: Sequence[Area]) -> QuerySet[Reminder]:
    """Return the reminders of these areas' checkpoints, to their members and to people with a national role."""
    people = Membership.objects.filter(Q(area__in=areas) | Q(area__isnull=True)).values("user")
    return Reminder.objects.filter(checkpoint__in=checkpoints_in(areas).values("pk"), recipient__in=people)


def logged_reminder_for(user: User, pk: UUID) -> Reminder:
    """Return one reminder of the delivery log; one of others does not exist for the user."""
    if not may_see_delivery_log(user):
        raise PermissionDenied("Uw rol mag het verzendlog niet zien.")
    log = delivery_log_in(areas_where(user, Permission.VIEW_DELIVERY_LOG))
    reminder = log.select_related("mail").filter(pk=pk).first()
    if reminder is None:
        raise Http404("Deze herinnering is er niet.")
    return reminder


def may_see_delivery_log(user: User) -> bool:
    """Tell whether the user follows the delivery of reminders in any area."""
    return may_anywhere(user, Permission.VIEW_DELIVERY_LOG)
