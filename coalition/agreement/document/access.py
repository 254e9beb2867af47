"""Doors to the akkoord, its chapters and its parties."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import Area, User
from coalition.agreement.document.models import Agreement, AgreementParty, Chapter


def agreement_for(
    user: User, slug: str, need: Permission = Permission.VIEW_AGREEMENT
) -> tuple[Area, Agreement | None]:
    """Return the area and its akkoord, or None where nobody has begun one yet."""
    area = area_for(user, slug, need)
    return area, Agreement.objects.select_related("area").filter(area=area).first()


def existing_agreement_for(user: User, slug: str, need: Permission = Permission.VIEW_AGREEMENT) -> Agreement:
    """Return the akkoord of the area; where nobody has begun one there is no such page."""
    _, agreement = agreement_for(user, slug, need)
    if agreement is None:
        raise Http404("Er is nog geen akkoord.")
    return agreement


def chapter_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Chapter:
    """Return a chapter of the area's akkoord."""
    area = area_for(user, slug, need)
    chapter = Chapter.objects.select_related("agreement__area").filter(agreement__area=area, pk=pk).first()
    if chapter is None:
        raise Http404("Dit hoofdstuk is er niet.")
    return chapter


def agreement_party_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT
) -> AgreementParty:
    """Return a party of the area's akkoord."""
    area = area_for(user, slug, need)
    parties = AgreementParty.objects.select_related("agreement__area", "organisation")
    party = parties.filter(agreement__area=area, pk=pk).first()
    if party is None:
        raise Http404("Deze partij van het akkoord is er niet.")
    return party
