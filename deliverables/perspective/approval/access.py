"""Doors to what was written down of approving and adopting, for who keeps it."""

from areas.access import door
from areas.enums import Permission
from deliverables.perspective.approval.models import Adoption, DuoApproval, Endorsement

approval_for = door(
    DuoApproval.objects.select_related("version"),
    area="version__area",
    need=Permission.EDIT_PERSPECTIVE,
    missing="Deze goedkeuring is er niet.",
)
"""Return an approval by a half of the duo, with its version."""

endorsement_for = door(
    Endorsement.objects.select_related("version", "checkpoint"),
    area="version__area",
    need=Permission.EDIT_PERSPECTIVE,
    missing="Deze uitspraak is er niet, of niet meer.",
)
"""Return what a bestuurlijk overleg said of a version."""

adoption_for = door(
    Adoption.objects.select_related("version", "organisation"),
    area="version__area",
    need=Permission.EDIT_PERSPECTIVE,
    missing="Deze vaststelling is er niet, of niet meer.",
)
"""Return the adoption of a version by a party."""
