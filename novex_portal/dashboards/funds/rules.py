"""Money of several areas side by side: fund by area by year, and which funds serve which theme. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from deliverables.money.amounts.rules.cents import ZERO, Basis, total
from deliverables.money.amounts.rules.words import millions
from deliverables.money.funding.rules.sums import Certainty, Line, over_years
from deliverables.money.funding.rules.years import year_columns

NOT_SPREAD = "niet verdeeld"
_COUNTED = (Certainty.HARD, Certainty.SOFT, Certainty.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Flow:
    """A contribution in an area, from a fund of this side."""

    area: str
    fund: str
    side: str
    line: Line


@dataclass(frozen=True)
class FlowRow:
    """What an area draws from a fund, per column of years, of one basis."""

    area: str
    basis: Basis
    amounts: dict[str, Decimal]

    @property
    def whole(self) -> Decimal:
        return total(self.amounts.values())

    @property
    def cells(self) -> list[str]:
        return [*(millions(amount) for amount in self.amounts.values()), millions(self.whole)]


@dataclass(frozen=True)
class FundFlow:
    """A fund with what each area draws from it; wishes left out."""

    fund: str
    side: str
    rows: list[FlowRow]

    @property
    def is_mixed(self) -> bool:
        """Tell whether amounts are of more than one basis, and so have no total."""
        return len({row.basis for row in self.rows}) > 1

    @property
    def is_alone(self) -> bool:
        """Tell whether one area draws from it, so that its total says all."""
        return len(self.rows) == 1

    @property
    def cells(self) -> list[str]:
        """The total per column; empty when there is none."""
        if self.is_mixed:
            return []
        columns = list(self.rows[0].amounts)
        return [millions(total(row.amounts[name] for row in self.rows)) for name in columns] + [
            millions(total(row.whole for row in self.rows))
        ]


def columns_of(flows: Iterable[Flow]) -> dict[str, list[int | None]]:
    """Return the columns with their years, the last ones together when there are many; what is not spread at the end."""
    years = {year for flow in flows for year, _ in over_years(flow.line)}
    not_spread: dict[str, list[int | None]] = {NOT_SPREAD: [None]} if None in years else {}
    return year_columns(year for year in years if year is not None) | not_spread


def fund_flows(flows: Iterable[Flow], columns: Mapping[str, list[int | None]], hard_from: str) -> list[FundFlow]:
    """Return per fund what each area draws from it in which year, by name of the fund."""
    found: dict[tuple[str, str], dict[tuple[str, Basis], dict[str, Decimal]]] = {}
    column_of = {year: name for name, years in columns.items() for year in years}
    for flow in flows:
        if flow.line.certainty(hard_from) not in _COUNTED:
            continue
        rows = found.setdefault((flow.fund, flow.side), {})
        amounts = rows.setdefault((flow.area, flow.line.basis), dict.fromkeys(columns, ZERO))
        for year, amount in over_years(flow.line):
            amounts[column_of[year]] += amount
    return [
        FundFlow(fund, side, [FlowRow(area, basis, amounts) for (area, basis), amounts in sorted(rows.items())])
        for (fund, side), rows in sorted(found.items())
    ]


def funds_by_theme(used: Iterable[tuple[str, str, str]]) -> dict[str, list[tuple[str, list[str]]]]:
    """Return per theme the funds that serve it, each with the areas that use it so; from (theme, fund, area)."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for theme, fund, area in used:
        found[theme][fund].add(area)
    return {
        theme: [(fund, sorted(areas)) for fund, areas in sorted(funds.items())]
        for theme, funds in sorted(found.items())
    }
