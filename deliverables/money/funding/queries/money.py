"""Reading what measures cost and who contributes what."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from areas.models import Area
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import ConditionState
from deliverables.money.funding.models import Estimate, FundingLine
from deliverables.money.funding.rules.sums import Line

_HAS_BEGUN = (MeasureStatus.RUNNING, MeasureStatus.DONE)


def newest_estimate(measure: Measure) -> Estimate | None:
    """Return what was said last of the cost of a measure; None while nobody said anything. One query."""
    return measure.estimates.order_by("-as_of", "-created_at").first()


def newest_estimates(areas: Iterable[Area | UUID]) -> dict[UUID, Estimate]:
    """Return per measure of these areas what was said last of its cost. One query."""
    found = Estimate.objects.filter(measure__area__in=list(areas))
    newest = found.select_related("measure").order_by("measure_id", "-as_of", "-created_at").distinct("measure_id")
    return {row.measure_id: row for row in newest}


def contributions_in(areas: Iterable[Area | UUID]) -> QuerySet[FundingLine]:
    """Return the contributions to the measures of these areas with all that is shown of them. Three queries."""
    return _whole(FundingLine.objects.filter(measure__area__in=list(areas)))


def contributions_to(measure: Measure) -> QuerySet[FundingLine]:
    """Return the contributions to one measure, with all that is shown of them. Three queries."""
    return _whole(FundingLine.objects.filter(measure=measure))


def _whole(lines: QuerySet[FundingLine]) -> QuerySet[FundingLine]:
    joined = ("measure__area", "fund", "contributor", "cashier", "waits_for_measure", "waits_for_condition")
    return (
        lines.select_related(*joined).prefetch_related("years", "spent").order_by("measure__code", "created_at", "pk")
    )


def waits(row: FundingLine) -> bool:
    """Tell whether the condition of a contribution is not met: its measure has not begun, or what is outside is not there."""
    if row.waits_for_measure:
        return row.waits_for_measure.status not in _HAS_BEGUN
    return bool(row.waits_for_condition and row.waits_for_condition.state != ConditionState.MET)


def condition_words(row: FundingLine) -> str:
    """Return what a contribution waits for, and whether that is there; "" when it waits for nothing."""
    if row.waits_for_measure:
        begun = "niet begonnen" if waits(row) else "begonnen"
        return f"als {row.waits_for_measure.code} loopt: {begun}"
    if row.waits_for_condition:
        return f"{row.waits_for_condition.title}: {row.waits_for_condition.get_state_display().lower()}"
    return ""


def as_line(row: FundingLine) -> Line:
    """Return a contribution as the rules see it."""
    return Line(
        measure=row.measure.code,
        fund=row.fund.name,
        side=row.side,
        hardness=row.hardness,
        amount=row.amount,
        basis=row.basis,
        asked=row.asked,
        in_kind=row.in_kind,
        waits=waits(row),
        years=tuple((year.year, year.amount) for year in row.years.all()),
        spent=tuple((year.year, year.committed, year.paid) for year in row.spent.all()),
    )
