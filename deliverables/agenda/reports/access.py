"""The door to saying how a measure goes: who has the lead in it, or writes the agenda."""

from uuid import UUID

from areas.models import User
from deliverables.agenda.measures.access import measure_for, require_may_report
from deliverables.agenda.measures.models import Measure


def measure_to_report_on_for(user: User, slug: str, pk: UUID) -> Measure:
    """Return a measure of the area for who may say how it goes. Raises as `measure_for`, and PermissionDenied."""
    measure = measure_for(user, slug, pk)
    require_may_report(user, measure)
    return measure
