"""Doors to what lies inside an area's coalition; each is built on `areas.access.area_for`."""

from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import area_for, may, own_organisations
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.models import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    Article,
    Chapter,
    Merge,
)
from coalition.planning_group.decisions.rules import may_speak_for


def ambition_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AMBITIONS) -> Ambition:
    """Return an ambition of the area."""
    area = area_for(user, slug, need)
    ambition = Ambition.objects.select_related("area").filter(area=area, pk=pk).first()
    if ambition is None:
        raise Http404("Deze ambitie is er niet.")
    return ambition


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


def article_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Article:
    """Return an article of the area's akkoord."""
    area = area_for(user, slug, need)
    article = (
        Article.objects.select_related("chapter__agreement__area").filter(chapter__agreement__area=area, pk=pk).first()
    )
    if article is None:
        raise Http404("Dit artikel is er niet.")
    return article


def version_for(user: User, slug: str, number: int, need: Permission = Permission.VIEW_AGREEMENT) -> AgreementVersion:
    """Return a frozen version of the area's akkoord by its number."""
    area = area_for(user, slug, need)
    version = (
        AgreementVersion.objects.select_related("agreement__area", "frozen_by")
        .filter(agreement__area=area, number=number)
        .first()
    )
    if version is None:
        raise Http404("Deze versie is er niet.")
    return version


def merge_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_PARTIES) -> Merge:
    """Return a merge that was done in the area."""
    area = area_for(user, slug, need)
    merge = Merge.objects.select_related("area").filter(area=area, pk=pk).first()
    if merge is None:
        raise Http404("Deze samenvoeging is er niet.")
    return merge


def support_for(user: User, slug: str, pk: UUID, party: UUID) -> tuple[Ambition, Organisation]:
    """Return an ambition and a party of the area, for who may say what that party thinks of it."""
    ambition = ambition_for(user, slug, pk)
    organisation = Organisation.objects.filter(areas=ambition.area, merged_into=None, pk=party).first()
    if organisation is None:
        raise Http404("Deze partij is er niet in dit gebied.")
    if organisation.pk not in {row.pk for row in may_declare_for(user, ambition.area, [organisation])}:
        raise PermissionDenied("U kunt alleen zeggen wat uw eigen organisatie van deze ambitie vindt.")
    return ambition, organisation


def may_declare_for(user: User, area: Area, parties: Iterable[Organisation]) -> list[Organisation]:
    """Return those of the parties for which the user may say what they think of an ambition. No query."""
    own = {organisation.pk for organisation in own_organisations(user, area)}
    for_all = may(user, area, Permission.EDIT_AMBITIONS)
    states = may(user, area, Permission.STATE_OWN_POSITION)
    return [
        party
        for party in parties
        if may_speak_for(party.pk, works_in_backbone=for_all, states_own_position=states, own=own)
    ]
