"""Doors to where parties are with an agreement, and to their letters."""

from uuid import UUID

from django.http import Http404

from areas.access import door
from areas.enums import Permission
from areas.models import User
from deliverables.arrangement.agreements.access import agreement_for
from deliverables.arrangement.stances.models import AgreementStance
from novex_portal.toolkit.files.models import StoredFile

stance_for = door(
    AgreementStance.objects.select_related("agreement", "organisation", "letter"),
    area="agreement__area",
    need=Permission.EDIT_ARRANGEMENT,
    missing="Deze stand is er niet, of niet meer.",
)
"""Return where a body of a party is with an agreement that the area keeps, for who changes it."""


def letter_for(user: User, slug: str, pk: UUID, stance: UUID) -> tuple[AgreementStance, StoredFile]:
    """Return a stance with its letter, for who may read the agreement, whichever area keeps it."""
    _, agreement = agreement_for(user, slug, pk)
    found = agreement.stances.select_related("organisation", "letter").filter(pk=stance).first()
    if found is None or found.letter is None:
        raise Http404("Deze brief is er niet, of niet meer.")
    return found, found.letter
