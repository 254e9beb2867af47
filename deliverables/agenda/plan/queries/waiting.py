"""Who waits for a measure, by name, for somebody who may not read every area."""

from areas.models import User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency
from deliverables.agenda.plan.queries.plans import name_for, readable_areas


def waiting_names(user: User, measure: Measure) -> list[str]:
    """Return what waits for a measure, each with its code. Two queries."""
    rows = Dependency.objects.filter(before=measure).exclude(state=DependencyState.REJECTED)
    rows = rows.exclude(after__status=MeasureStatus.DROPPED).select_related("after__area").order_by("after__code")
    afters = {row.after.code: row.after for row in rows}
    readable = readable_areas(user) if afters else set()
    return [f"{code} {name_for(row, readable)}" for code, row in afters.items()]
