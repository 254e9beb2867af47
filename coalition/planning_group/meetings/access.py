"""The door to a meeting of the planning group."""

from areas.access import door
from areas.enums import Permission
from coalition.planning_group.meetings.models import Meeting

meeting_for = door(
    Meeting.objects,
    need=Permission.WORK_IN_PLANNING_GROUP,
    missing="Dit overleg is er niet.",
)
"""Return a meeting of the planning group of the area."""
