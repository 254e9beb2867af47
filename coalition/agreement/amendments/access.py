"""Doors to amendments: to read one, and to speak for its party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from areas.access import door, may, own_organisations
from areas.enums import Permission
from areas.models import User
from coalition.agreement.amendments.models import Amendment

amendment_for = door(
    Amendment.objects.select_related("organisation", "handled_by"),
    area="article__chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit wijzigingsvoorstel is er niet.",
)
"""Return a proposal to change an article of the area's akkoord."""


def own_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal of a party for which the user may speak: of the own organisation, or any for who drafts."""
    amendment = amendment_for(user, slug, pk)
    area = amendment.article.chapter.agreement.area
    own = {organisation.pk for organisation in own_organisations(user, area)}
    if amendment.organisation_id not in own and not may(user, area, Permission.EDIT_AGREEMENT):
        raise PermissionDenied("Alleen wie voor deze partij spreekt, kan dit.")
    return amendment
