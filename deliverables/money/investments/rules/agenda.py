"""The investment agenda of an area: the one object that screen, workbook and document read. Pure; decimals only.

Everything is reckoned per basis (price level and btw). A measure whose estimate and contributions are of more than
one basis stands in the part of each, and is short of nothing that can be said. With more than one part there is no
grand total.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from deliverables.money.amounts.rules.cents import ZERO, Basis, total
from deliverables.money.balance.rules import Balance, Rule, balance_of
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.spending import Spending, spent_by_year
from deliverables.money.funding.rules.sums import Coverage, Line, Sums, all_of, asked_of, over_years, split
from deliverables.money.funds.enums import Side
from deliverables.money.investments.rules.converting import converted
from deliverables.money.price_levels.rules import Conversion

KNOWN_SHARE = Decimal("0.8")
"""Of so many measures it must be known what they cost before a heading draws a conclusion."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a measure is estimated to cost."""

    amount: Decimal
    basis: Basis

    def at(self, conversion: Conversion) -> "Cost":
        """Return it at another price level."""
        return Cost(conversion.amount(self.amount, self.basis), conversion.basis(self.basis))


@dataclass(frozen=True, slots=True)
class Costing:
    """A measure: what it costs, that it costs nothing, or (neither) that nobody said."""

    key: str
    title: str
    cost: Cost | None = None
    needs_none: bool = False

    @property
    def is_known(self) -> bool:
        return self.needs_none or self.cost is not None


@dataclass(frozen=True, slots=True)
class Row:
    """A measure in the table of one basis."""

    key: str
    title: str
    coverage: Coverage
    spending: Spending


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked of a fund and what came of it; `is_open` while something waits for a decision."""

    fund: str
    side: str
    asked: Decimal
    granted: Decimal
    is_open: bool

    @property
    def difference(self) -> Decimal:
        return self.granted - self.asked


@dataclass(frozen=True)
class Total:
    """All rows of one basis added. What is short is added per measure: what one has too much fills no other."""

    estimate: Decimal
    sums: Sums
    short: Decimal
    short_if_all: Decimal
    no_source: Decimal
    over: Decimal

    @classmethod
    def of(cls, rows: Iterable[Row]) -> "Total":
        """Add rows."""
        found = [row.coverage for row in rows]
        sums = Sums()
        for each in found:
            sums += each.sums
        return cls(
            total(each.estimate or ZERO for each in found),
            sums,
            total(each.short or ZERO for each in found),
            total(each.short_if_all or ZERO for each in found),
            total(each.no_source or ZERO for each in found),
            total(each.over for each in found),
        )


@dataclass(frozen=True)
class Part:
    """All money of one basis."""

    basis: Basis
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    rule: Rule

    @cached_property
    def total(self) -> Total:
        return Total.of(self.rows)

    @cached_property
    def balance(self) -> Balance:
        return balance_of(self.lines, self.rule)

    @cached_property
    def by_side(self) -> dict[str, Sums]:
        """What comes from where, in a fixed order."""
        found = self._split(lambda line: [(line.side, line.amount)])
        return {side: found[side] for side in Side.values if side in found}

    @cached_property
    def by_fund(self) -> dict[str, Sums]:
        found = self._split(lambda line: [(line.fund, line.amount)])
        return dict(sorted(found.items()))

    @cached_property
    def by_year(self) -> dict[int | None, Sums]:
        """What falls in which year; None, at the end, is not spread over years."""
        found = self._split(over_years)
        return dict(sorted(found.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)))

    @cached_property
    def by_side_and_year(self) -> dict[tuple[str, int | None], Sums]:
        return self._split(lambda line: [((line.side, year), amount) for year, amount in over_years(line)])

    @cached_property
    def spending(self) -> Spending:
        """What was bound and paid of all there is."""
        return sum((row.spending for row in self.rows), Spending())

    @cached_property
    def spent_by_year(self) -> dict[int, tuple[Decimal, Decimal]]:
        """Per year what was bound and what was paid."""
        return spent_by_year(self.lines)

    @cached_property
    def asked(self) -> list[Asked]:
        """What was asked of each fund, and what came of it."""
        funds: dict[str, list[Line]] = {}
        for line in self.lines:
            if line.asked is not None:
                funds.setdefault(line.fund, []).append(line)
        return [self._asked(fund, lines) for fund, lines in sorted(funds.items())]

    @property
    def is_sound(self) -> bool:
        """Tell whether every total is the sum of its parts to the cent, however it is cut."""
        whole = self.total.sums
        cuts: tuple[Mapping[Any, Sums], ...] = (self.by_side, self.by_fund, self.by_year, self.by_side_and_year)
        spent = self.spending
        bound, paid = (total(amounts[place] for amounts in self.spent_by_year.values()) for place in (0, 1))
        same = (spent.hard, spent.committed, spent.paid) == (whole.hard, bound, paid)
        return same and all(all_of(cut) == whole for cut in cuts)

    def _split[Key: Hashable](self, by: Callable[[Line], Iterable[tuple[Key, Decimal]]]) -> dict[Key, Sums]:
        return split(self.lines, self.rule.hard_from, by)

    def _asked(self, fund: str, lines: list[Line]) -> Asked:
        granted = [line for line in lines if line.is_granted(self.rule.hard_from)]
        waiting = [line for line in lines if line not in granted and line.hardness != Hardness.WITHDRAWN]
        return Asked(fund, lines[0].side, asked_of(lines), total(line.amount for line in granted), bool(waiting))


@dataclass(frozen=True)
class Investments:
    """What an area costs, who pays what, how sure that is, and what is short."""

    measures: tuple[Costing, ...]
    parts: tuple[Part, ...]
    rule: Rule
    conversion: Conversion | None = None
    conversion_sentences: tuple[str, ...] = ()

    @classmethod
    def of(
        cls, measures: Iterable[Costing], lines: Iterable[Line], rule: Rule, conversion: Conversion | None = None
    ) -> "Investments":
        """Reckon, at another price level when one is asked for; lines are of these measures alone.

        The part with the most money comes first.
        """
        kept, given = tuple(measures), tuple(lines)
        sentences: tuple[str, ...] = ()
        if conversion:
            found = {line.basis for line in given} | {row.cost.basis for row in kept if row.cost}
            sentences = tuple(conversion.sentences(found))
            kept = tuple(replace(row, cost=row.cost.at(conversion)) if row.cost else row for row in kept)
            given = tuple(converted(line, conversion) for line in given)
        by_measure = _by_measure(given)
        bases = {row.cost.basis for row in kept if row.cost}
        bases |= {line.basis for found in by_measure.values() for line in found}
        parts = [_part(basis, kept, by_measure, rule) for basis in sorted(bases)]
        parts.sort(key=lambda part: part.total.estimate + part.total.sums.counted, reverse=True)
        return cls(kept, tuple(parts), rule, conversion, sentences)

    def shown_on(self, basis: Basis) -> Basis:
        """Return on which basis what was written down on this one is shown."""
        return self.conversion.basis(basis) if self.conversion else basis

    @property
    def is_mixed(self) -> bool:
        """Tell whether there is more than one basis, and so no grand total."""
        return len(self.parts) > 1

    @property
    def unknown(self) -> list[Costing]:
        """Measures of which nobody said what they cost."""
        return [row for row in self.measures if not row.is_known]

    @property
    def needing_none(self) -> list[Costing]:
        """Measures that cost nothing, which is something else than an estimate of nothing."""
        return [row for row in self.measures if row.needs_none]

    @property
    def knows_enough(self) -> bool:
        """Tell whether enough is known for a heading to draw a conclusion."""
        return bool(self.measures) and len(self.unknown) <= (1 - KNOWN_SHARE) * len(self.measures)


def _by_measure(lines: Iterable[Line]) -> dict[str, list[Line]]:
    found: dict[str, list[Line]] = {}
    for line in lines:
        found.setdefault(line.measure, []).append(line)
    return found


def _part(basis: Basis, measures: Iterable[Costing], lines: Mapping[str, list[Line]], rule: Rule) -> Part:
    rows, kept = [], []
    for measure in measures:
        own = lines.get(measure.key, [])
        here = [line for line in own if line.basis == basis]
        costs_here = measure.cost is not None and measure.cost.basis == basis
        if not here and not costs_here:
            continue
        bases = {line.basis for line in own} | ({measure.cost.basis} if measure.cost else set())
        estimate = measure.cost.amount if measure.cost and costs_here else None
        coverage = Coverage(estimate, Sums.of(here, rule.hard_from), is_mixed=len(bases) > 1)
        rows.append(Row(measure.key, measure.title, coverage, Spending.of(here, rule.hard_from)))
        kept += here
    return Part(basis, tuple(rows), tuple(kept), rule)
