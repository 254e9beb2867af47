"""The door to a merge that was done in an area."""

from areas.access import door
from areas.enums import Permission
from coalition.merging.models import Merge

merge_for = door(
    Merge.objects,
    need=Permission.VIEW_PARTIES,
    missing="Deze samenvoeging is er niet.",
)
"""Return a merge that was done in the area."""
