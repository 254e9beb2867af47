"""The worked example of the rules: one measure of 22 million with six contributions, and random agendas."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import Basis, spread
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.sums import Line
from deliverables.money.funds.enums import Side
from deliverables.money.investments.rules.agenda import Cost, Costing, Investments
from deliverables.money.price_levels.rules import Conversion

BASIS = Basis(2026, Vat.INCLUDED)
MEASURE = Costing("ZL-W03", "Aanleg bovenstroomse berging", Cost(Decimal("22000000.00"), BASIS))


def line(side: str, hardness: str, millions: str, **fields: object) -> Line:
    amount = (Decimal(millions) * 1_000_000).quantize(Decimal("0.01"))
    return replace(Line(MEASURE.key, f"Fonds van {side}", side, hardness, amount, BASIS), **fields)  # type: ignore[arg-type]


def example(*, waits: bool = False) -> list[Line]:
    """The six contributions; with `waits` the condition of the reserved one is not met."""
    return [
        line(Side.STATE, Hardness.DECIDED, "6.0"),
        line(Side.STATE, Hardness.RESERVED, "4.0", waits=waits),
        line(Side.REGION, Hardness.GRANTED, "5.5"),
        line(Side.REGION, Hardness.INDICATIVE, "2.5"),
        line(Side.EUROPE, Hardness.GRANTED, "1.5"),
        line(Side.PRIVATE, Hardness.WISH, "1.0"),
    ]


def random_agenda(seed: int, *, bases: int = 2, most: int = 3, conversion: Conversion | None = None) -> Investments:
    """Make an agenda of a few measures with contributions of any kind, to the cent."""
    dice = Random(seed)  # noqa: S311  figures to reckon with, no secrets
    every = [Basis(2024 + place, dice.choice(Vat.values)) for place in range(bases)]
    measures, lines = [], []
    for number in range(dice.randint(1, most)):
        key, kind = f"ZL-W{number + 1:02}", dice.random()
        cost = Cost(_amount(dice), dice.choice(every)) if kind < 0.7 else None
        measures.append(Costing(key, f"Maatregel {number + 1}", cost, needs_none=kind > 0.9))
        lines += [_line(dice, key, every) for _ in range(0 if kind > 0.9 else dice.randint(0, 4))]
    return Investments.of(measures, lines, Rule(in_kind=dice.random() < 0.5), conversion)


def _line(dice: Random, key: str, bases: list[Basis]) -> Line:
    amount = _amount(dice)
    years = spread(amount, range(2026, 2026 + dice.randint(0, 4)))
    return Line(
        measure=key,
        fund=f"Fonds {dice.randint(1, 5)}",
        side=dice.choice(Side.values),
        hardness=dice.choice(Hardness.values),
        amount=amount,
        basis=dice.choice(bases),
        asked=_amount(dice) if dice.random() < 0.3 else None,
        in_kind=dice.random() < 0.2,
        waits=dice.random() < 0.3,
        years=tuple(years.items()),
        spent=tuple((year, _amount(dice), _amount(dice)) for year in range(2024, 2024 + dice.randint(0, 2))),
    )


def _amount(dice: Random) -> Decimal:
    return Decimal(dice.choice((0, 1, 7, dice.randrange(10**4), dice.randrange(10**9), dice.randrange(10**12)))) / 100
