"""The door to a defined term, for who drafts."""

from areas.access import door
from areas.enums import Permission
from coalition.agreement.terms.models import DefinedTerm

term_for = door(
    DefinedTerm.objects,
    area="agreement__area",
    need=Permission.EDIT_AGREEMENT,
    missing="Dit begrip is er niet.",
)
"""Return a defined term of the area's akkoord, for who drafts."""
