"""Doors to accounts, reports of making somebody unrecognisable, and destructions of an area."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for, door
from areas.enums import Permission
from areas.models import Area, User
from novex_portal.records.inzage.queries.accounts import member_of
from novex_portal.records.models import Anonymisation, Destruction


def account_for(user: User, slug: str, pk: UUID) -> tuple[Area, User]:
    """Return the area, and somebody with an account who is or was a member of it."""
    area = area_for(user, slug, Permission.MANAGE_PERSONAL_DATA)
    found = member_of(area, pk)
    if found is None:
        raise Http404("Dit account is er niet in dit gebied.")
    return area, found


report_for = door(
    Anonymisation.objects.select_related("person__organisation", "done_by"),
    need=Permission.MANAGE_PERSONAL_DATA,
    missing="Dit rapport is er niet.",
)
"""Return the report of a person made unrecognisable from this area."""


destruction_for = door(
    Destruction.objects.select_related("proposed_by", "decided_by"),
    need=Permission.MANAGE_PERSONAL_DATA,
    missing="Dit voorstel is er niet.",
)
"""Return a proposal to destroy records of this area, or what was done with it."""
