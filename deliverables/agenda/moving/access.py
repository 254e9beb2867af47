"""Doors to what was moved, and to dates that were proposed."""

from uuid import UUID

from areas.access import door
from areas.enums import Permission
from areas.models import User
from deliverables.agenda.measures.access import measure_for, require_may_report
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import DateProposal, PlanBatch

batch_for = door(
    PlanBatch.objects.select_related("decided_by", "undoes"),
    need=Permission.VIEW_AGENDA,
    missing="Deze verschuiving is er niet.",
)
"""Return what was moved in one go in the area."""

proposal_for = door(
    DateProposal.objects.select_related("measure__area", "proposed_by", "answered_by", "batch__area"),
    area="measure__area",
    need=Permission.VIEW_AGENDA,
    missing="Dit voorstel is er niet.",
)
"""Return dates that were proposed for a measure of the area."""


def moving_for(user: User, slug: str, pk: UUID) -> Measure:
    """Return a measure for who may give it other dates, or propose them: the planning group and its lead."""
    measure = measure_for(user, slug, pk)
    require_may_report(user, measure)
    return measure
