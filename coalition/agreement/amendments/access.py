"""Doors to amendments: to read one, and to speak for its party."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import area_for, may, own_organisations
from areas.enums import Permission
from areas.models import User
from coalition.agreement.amendments.models import Amendment


def amendment_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Amendment:
    """Return a proposal to change an article of the area's akkoord."""
    area = area_for(user, slug, need)
    found = Amendment.objects.select_related("article__chapter__agreement__area", "organisation", "handled_by")
    amendment = found.filter(article__chapter__agreement__area=area, pk=pk).first()
    if amendment is None:
        raise Http404("Dit wijzigingsvoorstel is er niet.")
    return amendment


def own_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal of a party for which the user may speak: of the own organisation, or any for who drafts."""
    amendment = amendment_for(user, slug, pk)
    area = amendment.article.chapter.agreement.area
    own = {organisation.pk for organisation in own_organisations(user, area)}
    if amendment.organisation_id not in own and not may(user, area, Permission.EDIT_AGREEMENT):
        raise PermissionDenied("Alleen wie voor deze partij spreekt, kan dit.")
    return amendment
