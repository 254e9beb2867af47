"""The door to a merge that was done in an area."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.merging.models import Merge


def merge_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_PARTIES) -> Merge:
    """Return a merge that was done in the area."""
    area = area_for(user, slug, need)
    merge = Merge.objects.select_related("area").filter(area=area, pk=pk).first()
    if merge is None:
        raise Http404("Deze samenvoeging is er niet.")
    return merge
