"""Makers for the actions of the money of an area."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.enums import Vat
from deliverables.money.balance.actions import set_balance_rule
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.actions.contributions import (
    Contribution,
    add_contribution,
    change_contribution,
    remove_contribution,
)
from deliverables.money.funding.actions.estimates import CostFacts, state_estimate
from deliverables.money.funding.actions.spending import record_spending
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funds.actions import FundFacts, add_fund, change_fund, remove_fund
from deliverables.money.funds.enums import Instrument, Side
from deliverables.money.funds.models import Fund
from deliverables.money.investments.actions import print_investments
from deliverables.money.price_levels.actions import (
    SeriesFacts,
    add_price_series,
    change_price_series,
    remove_price_series,
)
from deliverables.money.price_levels.models import PriceSeries
from deliverables.money.process_money.actions import (
    ProcessFacts,
    add_process_money,
    change_process_money,
    remove_process_money,
)
from deliverables.money.process_money.models import ProcessMoney
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.money.factories import make_fund, make_line, make_price_series, make_process_money
from tests.makers.ground import Ground, Makers

_FUND = FundFacts("Leefbaarheid", Side.STATE, Instrument.SUBSIDY)


_SERIES = SeriesFacts("Bouwkosten", ((2026, Decimal("1.03")),), "CBS")


def _series(ground: Ground) -> PriceSeries:
    return make_price_series(created_by=ground.author)


def _measure(ground: Ground) -> Measure:
    return make_measure(ground.area, created_by=ground.author)


def _fund(ground: Ground) -> Fund:
    return make_fund(ground.area, created_by=ground.author)


def _line(ground: Ground) -> FundingLine:
    return make_line(_measure(ground), fund=_fund(ground))


def _process(ground: Ground) -> ProcessMoney:
    return make_process_money(ground.area, fund=_fund(ground), created_by=ground.author)


def _given(ground: Ground) -> Contribution:
    amount = Decimal("1250000.50")
    return Contribution(_fund(ground), ground.signer, amount, Hardness.INDICATIVE, 2026, Vat.INCLUDED, years=((2028, amount),))  # fmt: skip


def _facts(ground: Ground) -> ProcessFacts:
    return ProcessFacts(_fund(ground), 2027, Decimal(250_000), "Programmabureau")


def _print(ground: Ground) -> dict[str, Any]:
    return {"area": ground.area, "moment": timezone.now(), "token": None}


MAKERS: Makers = {
    add_fund: lambda g: {"area": g.area, "facts": _FUND},
    change_fund: lambda g: {"fund": _fund(g), "version": 1, "facts": _FUND},
    remove_fund: lambda g: {"fund": _fund(g), "version": 1},
    state_estimate: lambda g: {"measure": _measure(g), "facts": CostFacts(g.today, Decimal(22_000_000), 2026)},
    add_contribution: lambda g: {"measure": _measure(g), "given": _given(g)},
    change_contribution: lambda g: {"line": _line(g), "version": 1, "given": _given(g)},
    remove_contribution: lambda g: {"line": _line(g), "version": 1},
    record_spending: lambda g: {"line": _line(g), "version": 1, "spent": ((2026, Decimal(2), Decimal(1)),)},
    set_balance_rule: lambda g: {"area": g.area, "version": 0, "rule": Rule(in_kind=True)},
    add_price_series: lambda _g: {"facts": _SERIES},
    change_price_series: lambda g: {"series": _series(g), "version": 1, "facts": _SERIES},
    remove_price_series: lambda g: {"series": _series(g), "version": 1},
    add_process_money: lambda g: {"area": g.area, "facts": _facts(g)},
    change_process_money: lambda g: {"row": _process(g), "version": 1, "facts": _facts(g)},
    remove_process_money: lambda g: {"row": _process(g), "version": 1},
    print_investments: _print,
}
