"""Rows of the money of an area for tests."""

from datetime import date
from decimal import Decimal
from itertools import count
from typing import Any

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.enums import NEEDS_DECISION, Hardness
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear, Spent
from deliverables.money.funds.enums import Instrument, Side
from deliverables.money.funds.models import Fund
from deliverables.money.price_levels.models import PriceIndex, PriceSeries
from deliverables.money.process_money.models import ProcessMoney
from tests.deliverables.agenda.factories import make_measure
from tests.factories import make_organisation, make_user

_counter = count(1)
DAY = date(2026, 10, 23)


def make_fund(area: Area | None, name: str = "", **fields: Any) -> Fund:
    values = {"side": Side.STATE, "instrument": Instrument.SPECIFIC, **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    return Fund.objects.create(area=area, name=name or f"Fonds {next(_counter)}", **values)


def make_estimate(measure: Measure, amount: Any = 22_000_000, **fields: Any) -> Estimate:
    """Say what a measure costs; an `amount` of None says it needs no money."""
    values: dict[str, Any] = {"as_of": DAY, "amount": amount, "price_year": 2026, "vat": Vat.INCLUDED, **fields}
    if amount is None:
        values |= {"needs_none": True, "price_year": None}
    return Estimate.objects.create(measure=measure, stated_by=measure.created_by, **values)


def make_line(
    measure: Measure,
    amount: Any = 6_000_000,
    fund: Fund | None = None,
    years: dict[int, Any] | None = None,
    spent: dict[int, tuple[Any, Any]] | None = None,
    **fields: Any,
) -> FundingLine:
    """Write down a contribution; one that is granted gets a decision."""
    fund = fund or make_fund(measure.area)
    values: dict[str, Any] = {"side": fund.side, "hardness": Hardness.DECIDED, "price_year": 2026, "vat": Vat.INCLUDED}
    values |= fields
    if values["hardness"] in NEEDS_DECISION:
        values = {"decided_on": DAY, "decided_by": "Minister", **values}
    values.setdefault("created_by", measure.created_by)
    if "contributor" not in values:
        values["contributor"] = make_organisation(area=measure.area)
    line = FundingLine.objects.create(measure=measure, fund=fund, amount=Decimal(amount), **values)
    FundingYear.objects.bulk_create(
        FundingYear(line=line, year=year, amount=part) for year, part in (years or {}).items()
    )
    Spent.objects.bulk_create(
        Spent(line=line, year=year, committed=committed, paid=paid)
        for year, (committed, paid) in (spent or {}).items()
    )
    return line


def make_price_series(factors: dict[int, str] | None = None, **fields: Any) -> PriceSeries:
    """Make a price index; without factors one of 3 per cent in 2025, and 2,5 in 2026."""
    values = {"name": f"Prijsindex {next(_counter)}", "source": "CBS, november 2026", **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    made = PriceSeries.objects.create(**values)
    PriceIndex.objects.bulk_create(
        PriceIndex(series=made, year=year, factor=Decimal(factor))
        for year, factor in (factors or {2025: "1.03", 2026: "1.025"}).items()
    )
    return made


def make_process_money(area: Area, **fields: Any) -> ProcessMoney:
    values = {"year": 2027, "amount": 250_000, "purpose": "Programmabureau", **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    fund = values.pop("fund", None) or make_fund(area)
    return ProcessMoney.objects.create(area=area, fund=fund, **values)


def make_money_example(area: Area) -> Measure:
    """Make the worked example as rows: a measure of 22 million, six contributions, one of which waits for a measure."""
    measure = make_measure(area, "W03", title="Aanleg bovenstroomse berging", start=date(2028, 9, 4), end=date(2030, 12, 20))  # fmt: skip
    make_estimate(measure)
    waits_for = make_measure(area, "L01", title="Gebiedsproces landbouw")
    spuk = make_fund(None, "SPUK beekdalherstel", spend_until=date(2030, 12, 31))
    region = make_fund(area, "Waterschapsbegroting", side=Side.REGION, instrument=Instrument.BUDGET)
    make_line(measure, 6_000_000, spuk, {2028: 2_000_000, 2029: 4_000_000}, asked=10_000_000)
    make_line(measure, 4_000_000, spuk, hardness=Hardness.RESERVED, waits_for_measure=waits_for)
    make_line(measure, 5_500_000, region, {2029: 5_500_000}, hardness=Hardness.GRANTED)
    make_line(measure, 2_500_000, region, hardness=Hardness.INDICATIVE)
    make_line(measure, 1_500_000, make_fund(area, "Europees fonds", side=Side.EUROPE), hardness=Hardness.GRANTED)
    make_line(measure, 1_000_000, make_fund(area, "Ondernemers", side=Side.PRIVATE), hardness=Hardness.WISH)
    return measure
