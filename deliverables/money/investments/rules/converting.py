"""Contributions and costs at another price level. Pure; decimals only."""

from dataclasses import replace
from decimal import Decimal

from deliverables.money.funding.rules.sums import Line
from deliverables.money.price_levels.rules import Conversion


def converted(line: Line, conversion: Conversion) -> Line:
    """Return a contribution at the other price level: its years still add up to it, and so does what was spent."""
    basis = line.basis

    def parts(amounts: list[Decimal]) -> list[Decimal]:
        return conversion.parts(amounts, basis)

    years, spent = [year for year, _ in line.years], [year for year, _, _ in line.spent]
    committed, paid = [row[1] for row in line.spent], [row[2] for row in line.spent]
    return replace(
        line,
        basis=conversion.basis(basis),
        amount=conversion.amount(line.amount, basis),
        asked=None if line.asked is None else conversion.amount(line.asked, basis),
        years=tuple(zip(years, parts([amount for _, amount in line.years]), strict=True)),
        spent=tuple(zip(spent, parts(committed), parts(paid), strict=True)),
    )
