"""The door to a defined term, for who drafts."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.agreement.terms.models import DefinedTerm


def term_for(user: User, slug: str, pk: UUID) -> DefinedTerm:
    """Return a defined term of the area's akkoord, for who drafts."""
    area = area_for(user, slug, Permission.EDIT_AGREEMENT)
    term = DefinedTerm.objects.select_related("agreement__area").filter(agreement__area=area, pk=pk).first()
    if term is None:
        raise Http404("Dit begrip is er niet.")
    return term
