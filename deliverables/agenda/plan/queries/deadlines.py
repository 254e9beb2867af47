"""Reading the last days of a measure."""

from django.db.models import QuerySet

from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import MeasureDeadline


def deadlines_of(measure: Measure) -> QuerySet[MeasureDeadline]:
    """Return the days on which a measure must be ready at the latest, with their checkpoint. One query."""
    return MeasureDeadline.objects.filter(measure=measure).select_related("checkpoint").order_by("day", "created_at")
