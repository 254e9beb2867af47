"""Reading what moved: when, by how much and why."""

from dataclasses import dataclass
from datetime import datetime

from deliverables.agenda.dates.rules.days import days_between
from deliverables.agenda.dates.rules.words import PlanDate, date_words, span_words
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import PlanChange
from deliverables.agenda.plan.rules.words import days_words


@dataclass(frozen=True, slots=True)
class Moved:
    """One time a measure went to other dates: what it was, and how far its end moved."""

    was: str
    was_end: str
    words: str
    reason: str
    because_of: str
    by: str
    moment: datetime


def moves_of(measure: Measure) -> list[Moved]:
    """Return every time a measure moved, the last first. One query."""
    rows = PlanChange.objects.filter(measure=measure).select_related("batch__decided_by", "because_of")
    return [_moved(row) for row in rows.order_by("-batch__decided_at", "-pk")]


def _moved(row: PlanChange) -> Moved:
    old, new = PlanDate(row.old_end, row.old_end_precision), PlanDate(row.new_end, row.new_end_precision)
    return Moved(
        was=span_words(PlanDate(row.old_start, row.old_start_precision), old),
        was_end=date_words(row.old_end, row.old_end_precision),
        words=days_words(days_between(old.period.last, new.period.last)),
        reason=row.batch.reason,
        because_of=row.because_of.code if row.because_of else "",
        by=str(row.batch.decided_by),
        moment=row.batch.decided_at,
    )
