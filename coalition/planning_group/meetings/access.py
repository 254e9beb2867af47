"""The door to a meeting of the planning group."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.planning_group.meetings.models import Meeting


def meeting_for(user: User, slug: str, pk: UUID, need: Permission = Permission.WORK_IN_BACKBONE) -> Meeting:
    """Return a meeting of the planning group of the area."""
    area = area_for(user, slug, need)
    meeting = Meeting.objects.select_related("area").filter(area=area, pk=pk).first()
    if meeting is None:
        raise Http404("Dit overleg is er niet.")
    return meeting
