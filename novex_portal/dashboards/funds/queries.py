"""The money of the areas somebody may see, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from areas.access import areas_where
from areas.area.enums import Theme
from areas.enums import Permission
from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import MeasureChallenge
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.balance.models import BalanceRule
from deliverables.money.balance.queries import as_rule
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.queries.money import as_line, contributions_in, newest_estimates
from deliverables.money.funds.enums import Side
from deliverables.money.investments.queries.investments import costing
from deliverables.money.investments.rules.agenda import Costing, Investments, Part
from deliverables.money.process_money.models import ProcessMoney
from deliverables.money.process_money.queries import ProcessYear, process_money_in
from novex_portal.dashboards.funds.rules import Flow, FundFlow, columns_of, fund_flows, funds_by_theme

_GONE = (Hardness.WITHDRAWN, Hardness.WISH)


@dataclass(frozen=True)
class AreaFlow:
    """What an area has, one line per basis, and who bears more there."""

    area: Area
    part: Part

    @property
    def cells(self) -> list[str]:
        """What it costs, what is hard, soft, conditional and short, in words."""
        whole, sums = self.part.total, self.part.total.sums
        amounts = [whole.estimate, sums.hard, sums.soft, sums.conditional]
        if any(row.coverage.is_mixed for row in self.part.rows):
            return [*map(euro_words, amounts), "gemengd"]
        return [*map(euro_words, amounts), euro_words(whole.short)]


@dataclass(frozen=True)
class ProcessRow:
    """The process money of an area per year; "" for a year without."""

    area: Area
    cells: list[str]


@dataclass(frozen=True)
class FundsOverview:
    """All of it; `areas` are those whose money the reader may see."""

    areas: list[Area]
    lines: list[FundingLine]
    per_area: list[AreaFlow]
    process: list[ProcessMoney]
    used: list[tuple[str, str, str]]

    @cached_property
    def _flows(self) -> list[Flow]:
        return [
            Flow(row.measure.area.name, row.fund.name, str(Side(row.side).label), as_line(row)) for row in self.lines
        ]

    @cached_property
    def columns(self) -> dict[str, list[int | None]]:
        return columns_of(self._flows)

    @cached_property
    def funds(self) -> list[FundFlow]:
        return fund_flows(self._flows, self.columns, Rule().hard_from)

    @cached_property
    def themes(self) -> list[tuple[str, list[tuple[str, list[str]]]]]:
        """Per theme which funds serve it, and where; no amounts."""
        return [(str(Theme(key).label), funds) for key, funds in funds_by_theme(self.used).items()]

    @cached_property
    def process_years(self) -> list[int]:
        """The years of the table, the last ones of which there is money."""
        return sorted({row.year for row in self.process})[-5:]

    @cached_property
    def process_rows(self) -> list[ProcessRow]:
        """What each area has for the process, withdrawn and wished for left out."""
        rows = []
        for area in self.areas:
            own = [row for row in self.process if row.area_id == area.pk]
            if own:
                years = [ProcessYear(year, [row for row in own if row.year == year]) for year in self.process_years]
                rows.append(ProcessRow(area, [euro_words(found.counted) if found.counted else "" for found in years]))
        return rows


def funds_overview(user: User) -> FundsOverview:
    """Return the money of the areas in which somebody may see it. Eight queries, however many areas there are.

    Which funds of all areas serve which theme is told of every area, without amounts: who draws on them is public.
    """
    areas = areas_where(user, Permission.VIEW_INVESTMENTS)
    rows = [row for row in contributions_in(areas) if row.measure.status != MeasureStatus.DROPPED]
    return FundsOverview(
        areas=areas,
        lines=rows,
        per_area=list(_per_area(areas, rows)),
        process=list(process_money_in(areas)),
        used=list(_used({area.pk for area in areas})),
    )


def money_per_area(areas: list[Area]) -> list[AreaFlow]:
    """Return what these areas have, one line per basis. Four queries, however many areas there are."""
    rows = [row for row in contributions_in(areas) if row.measure.status != MeasureStatus.DROPPED]
    return list(_per_area(areas, rows))


def _per_area(areas: list[Area], rows: list[FundingLine]) -> Iterable[AreaFlow]:
    rules = {row.area_id: as_rule(row) for row in BalanceRule.objects.filter(area__in=areas)}
    costs: dict[UUID, dict[str, Costing]] = {area.pk: {} for area in areas}
    for said in newest_estimates(areas).values():
        if said.measure.status != MeasureStatus.DROPPED:
            costs[said.measure.area_id][said.measure.code] = costing(said.measure, said)
    for row in rows:
        costs[row.measure.area_id].setdefault(row.measure.code, costing(row.measure, None))
    for area in areas:
        own = [as_line(row) for row in rows if row.measure.area_id == area.pk]
        agenda = Investments.of(costs[area.pk].values(), own, rules.get(area.pk, Rule()))
        yield from (AreaFlow(area, part) for part in agenda.parts)


def _used(own: set[UUID]) -> Iterable[tuple[str, str, str]]:
    """Yield theme, fund and area of what serves an opgave: funds of all areas everywhere, own funds only at home."""
    links = MeasureChallenge.objects.exclude(measure__status=MeasureStatus.DROPPED)
    links = links.filter(measure__funding__isnull=False).exclude(challenge__theme="")
    values = links.values_list(
        "challenge__theme",
        "measure__funding__fund__name",
        "measure__funding__fund__area",
        "measure__funding__hardness",
        "measure__area__name",
        "measure__area",
    )
    for theme, fund, fund_area, hardness, name, area in values.distinct():
        if hardness not in _GONE and (fund_area is None or area in own):
            yield theme, fund, name
