"""The door to a commitment: who edits in the area that keeps its agreement."""

from areas.access import door
from areas.enums import Permission
from deliverables.arrangement.commitments.models import Commitment

commitment_for = door(
    Commitment.objects.select_related("agreement", "organisation"),
    area="agreement__area",
    need=Permission.EDIT_ARRANGEMENT,
    missing="Deze toezegging is er niet, of niet meer.",
)
"""Return a commitment under an agreement that the area keeps, for who changes it."""
