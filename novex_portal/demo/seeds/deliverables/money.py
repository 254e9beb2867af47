"""Fills the investment agendas of the practice areas: funds, what measures cost, who contributes, and process money."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

import pghistory

from areas.models import Area, Organisation, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import ExternalCondition
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear, Spent
from deliverables.money.funding.rules.years import read_years
from deliverables.money.funds.models import Fund
from deliverables.money.price_levels.models import PriceIndex, PriceSeries
from deliverables.money.price_levels.rules import read_factors
from deliverables.money.process_money.models import ProcessMoney
from novex_portal.demo.content.money import MONEY, Costs, Gift, Purse


def seed_money(writers: dict[str, User], today: date) -> None:
    """Fill the money of each area; `writers` gives who writes there, and one of them what is of all areas."""
    everywhere: dict[str, Fund] = {}
    first = next(iter(writers.values()))
    with pghistory.context(user=str(first.pk)):
        for index in MONEY.indices:
            series = PriceSeries.objects.create(name=index.name, source=index.source, created_by=first)
            factors = read_factors(index.factors).items()
            PriceIndex.objects.bulk_create(
                PriceIndex(series=series, year=year, factor=factor) for year, factor in factors
            )
    for purse in MONEY.purses:
        writer = writers.get(purse.slug) or first
        with pghistory.context(user=str(writer.pk)):
            _Seeding(purse, writer, today, everywhere).write()


@dataclass
class _Seeding:
    """The making of the money of one area. `funds` begins with those of all areas."""

    purse: Purse
    writer: User
    today: date
    everywhere: dict[str, Fund]
    own: dict[str, Fund] = field(default_factory=dict)

    @cached_property
    def area(self) -> Area:
        return Area.objects.get(slug=self.purse.slug)

    @cached_property
    def parties(self) -> dict[str, Organisation]:
        return {row.name: row for row in Organisation.objects.filter(areas=self.area)}

    @cached_property
    def measures(self) -> dict[str, Measure]:
        return {row.code.split("-")[1]: row for row in Measure.objects.filter(area=self.area)}

    def write(self) -> None:
        """Write all of it; rows of a kind together."""
        self._write_funds()
        Estimate.objects.bulk_create(self._estimate(row) for row in self.purse.costs)
        pairs = [(row, gift) for row in self.purse.costs for gift in row.gifts]
        lines = FundingLine.objects.bulk_create(self._line(row, gift) for row, gift in pairs)
        FundingYear.objects.bulk_create(
            FundingYear(line=line, year=year, amount=amount)
            for line, (_, gift) in zip(lines, pairs, strict=True)
            for year, amount in read_years(gift.years, Decimal(gift.amount))
        )
        Spent.objects.bulk_create(
            Spent(line=line, year=self.today.year - used.years_ago, committed=used.committed, paid=used.paid)
            for line, (_, gift) in zip(lines, pairs, strict=True)
            for used in gift.spent
        )
        ProcessMoney.objects.bulk_create(
            ProcessMoney(
                area=self.area,
                fund=self._fund(row.fund),
                year=self.today.year + row.years_on,
                amount=row.amount,
                hardness=row.hardness,
                purpose=row.purpose,
                created_by=self.writer,
            )
            for row in self.purse.process
        )

    def _write_funds(self) -> None:
        for pot in self.purse.funds:
            place = self.everywhere if pot.everywhere else self.own
            place[pot.name] = Fund.objects.create(
                area=None if pot.everywhere else self.area,
                name=pot.name,
                owner=self.parties[pot.owner] if pot.owner else None,
                side=pot.side,
                instrument=pot.instrument,
                spend_until=read_date(pot.until).day if pot.until else None,
                source=pot.source,
                created_by=self.writer,
            )

    def _fund(self, name: str) -> Fund:
        return self.own.get(name) or self.everywhere[name]

    def _estimate(self, row: Costs) -> Estimate:
        known = {"amount": row.amount, "price_year": row.price_year, "vat": row.vat, "accuracy": row.accuracy or None}
        return Estimate(
            measure=self.measures[row.code],
            as_of=self.today - timedelta(days=40),
            note=row.note,
            stated_by=self.writer,
            needs_none=not row.amount,
            **(known if row.amount else {}),
        )

    def _line(self, row: Costs, gift: Gift) -> FundingLine:
        fund = self._fund(gift.fund)
        waits_for = self.measures.get(gift.waits)
        return FundingLine(
            measure=self.measures[row.code],
            fund=fund,
            side=gift.side or fund.side,
            contributor=self.parties[gift.by],
            cashier=self.parties[gift.cashier] if gift.cashier else None,
            asked=gift.asked or None,
            amount=gift.amount,
            hardness=gift.hardness,
            decided_by=gift.decided_by,
            decided_on=self.today - timedelta(days=gift.days_ago) if gift.decided_by else None,
            in_kind=gift.in_kind,
            price_year=gift.price_year,
            vat=gift.vat,
            waits_for_measure=waits_for,
            waits_for_condition=ExternalCondition.objects.get(title=gift.waits)
            if gift.waits and not waits_for
            else None,
            created_by=self.writer,
        )
