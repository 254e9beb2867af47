"""Doors to the akkoord, its chapters and its parties."""

from django.db.models import QuerySet
from django.http import Http404

from areas.access import area_for, door, let_in
from areas.enums import Permission
from areas.models import Area, User
from coalition.agreement.document.models import Agreement, AgreementParty, Chapter


def agreement_for(
    user: User, slug: str, need: Permission = Permission.VIEW_AGREEMENT, rows: QuerySet[Agreement] | None = None
) -> tuple[Area, Agreement | None]:
    """Return the area and its akkoord, or None where nobody has begun one yet. One query where there is one.

    `rows` are akkoorden with what a page wants to know of one besides.
    """
    agreements = Agreement.objects.all() if rows is None else rows
    found = agreements.select_related("area").filter(area__slug=slug).first()
    if found is None:
        return area_for(user, slug, need), None
    return let_in(user, found.area, need), found


def existing_agreement_for(user: User, slug: str, need: Permission = Permission.VIEW_AGREEMENT) -> Agreement:
    """Return the akkoord of the area; where nobody has begun one there is no such page."""
    _, agreement = agreement_for(user, slug, need)
    if agreement is None:
        raise Http404("Er is nog geen akkoord.")
    return agreement


chapter_for = door(
    Chapter.objects,
    area="agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit hoofdstuk is er niet.",
)
"""Return a chapter of the area's akkoord."""


agreement_party_for = door(
    AgreementParty.objects.select_related("organisation"),
    area="agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Deze partij van het akkoord is er niet.",
)
"""Return a party of the area's akkoord."""
