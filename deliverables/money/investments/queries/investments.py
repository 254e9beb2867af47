"""The investment agenda of an area as it is now: one object for screen, workbook and paper."""

from collections.abc import Iterable
from dataclasses import dataclass

from areas.models import Area
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.measures import measures_of
from deliverables.money.balance.queries import rule_of
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import Estimate, FundingLine
from deliverables.money.funding.queries.money import as_line, contributions_in, newest_estimates
from deliverables.money.investments.rules.agenda import Cost, Costing, Investments
from deliverables.money.price_levels.rules import Conversion


@dataclass(frozen=True)
class AreaMoney:
    """What is reckoned, with the rows it was reckoned from; `stranded` is money at measures that were dropped."""

    area: Area
    investments: Investments
    measures: dict[str, Measure]
    lines: list[FundingLine]
    stranded: list[FundingLine]


def money_of(area: Area, conversion: Conversion | None = None) -> AreaMoney:
    """Return the investment agenda of an area, at another price level when one is asked for. Seven queries, however much there is.

    A measure that was dropped counts no more, and a programme of others only once somebody wrote down its money.
    """
    estimates = newest_estimates([area])
    rows = list(contributions_in([area]))
    alive = [row for row in rows if row.measure.status != MeasureStatus.DROPPED]
    with_money = {row.measure_id for row in alive} | estimates.keys()
    measures = {
        measure.code: measure
        for measure in measures_of([area])
        if measure.status != MeasureStatus.DROPPED and (not measure.is_of_others or measure.pk in with_money)
    }
    stranded = [row for row in rows if row.measure.status == MeasureStatus.DROPPED]
    found = Investments.of(
        [costing(measure, estimates.get(measure.pk)) for measure in measures.values()],
        map(as_line, alive),
        rule_of(area),
        conversion,
    )
    return AreaMoney(area, found, measures, alive, [row for row in stranded if row.hardness != Hardness.WITHDRAWN])


def money_of_measure(measure: Measure, said: Estimate | None, lines: Iterable[FundingLine]) -> Investments:
    """Return the same of one measure. One query."""
    return Investments.of([costing(measure, said)], map(as_line, lines), rule_of(measure.area))


def costing(measure: Measure, said: Estimate | None) -> Costing:
    """Return a measure with what was said last of its cost, as the rules see it."""
    cost = Cost(said.amount, said.basis) if said and said.amount is not None and said.basis else None
    return Costing(measure.code, measure.title, cost, needs_none=bool(said and said.needs_none))
