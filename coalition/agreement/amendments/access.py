"""Doors to amendments: to read one, to speak as its party, and to record what that party answered."""

from uuid import UUID

from django.core.exceptions import PermissionDenied

from areas.access import door, may, own_organisations
from areas.enums import Permission
from areas.models import User
from coalition.agreement.amendments.models import Amendment
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.rules import may_speak_as

amendment_for = door(
    Amendment.objects.select_related("organisation", "handled_by"),
    area="article__chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit wijzigingsvoorstel is er niet.",
)
"""Return a proposal to change an article of the area's akkoord."""


def own_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal of the user's own organisation: only the party takes its proposal back."""
    amendment = amendment_for(user, slug, pk)
    if answers_as(user, amendment) != GivenAs.OWN:
        raise PermissionDenied("Alleen de partij die dit voorstelde, kan het intrekken.")
    return amendment


def answerable_amendment_for(user: User, slug: str, pk: UUID) -> Amendment:
    """Return a proposal to which the user may give the answer of its party, or record it."""
    amendment = amendment_for(user, slug, pk)
    if answers_as(user, amendment) is None:
        raise PermissionDenied("Alleen wie voor deze partij spreekt, kan dit.")
    return amendment


def answers_as(user: User, amendment: Amendment) -> GivenAs | None:
    """Tell how the user may answer: as a member of the party, recorded by who drafts, or None for not at all."""
    area = amendment.article.chapter.agreement.area
    return may_speak_as(
        amendment.organisation_id,
        works_in_planning_group=may(user, area, Permission.EDIT_AGREEMENT),
        states_own_position=True,
        own={organisation.pk for organisation in own_organisations(user, area)},
    )
