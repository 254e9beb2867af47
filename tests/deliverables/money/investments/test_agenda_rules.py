"""The one object that every page and paper about money reads."""

from dataclasses import replace
from decimal import Decimal

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import Basis, total
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.sums import Sums
from deliverables.money.funds.enums import Side
from deliverables.money.investments.rules.agenda import Cost, Costing, Investments
from deliverables.money.price_levels.rules import Conversion, Series
from tests.deliverables.money.example import BASIS, MEASURE, example, line, random_agenda

OLD = Basis(2024, Vat.UNKNOWN)


def test_totals_of_ten_thousand_agendas_are_the_sums_of_their_parts_to_the_cent() -> None:
    for seed in range(10_000):
        agenda = random_agenda(seed)
        assert all(part.is_sound for part in agenda.parts), seed


def test_at_another_price_level_totals_are_still_the_sums_of_their_parts_to_the_cent() -> None:
    series = Series("Bouwkosten", "", {year: Decimal("1.0217") for year in range(2025, 2028)})
    for seed in range(2_000):
        agenda = random_agenda(seed, conversion=Conversion(series, 2027))
        assert all(part.is_sound for part in agenda.parts), seed
        assert {part.basis.price_year for part in agenda.parts} <= {2027}
        for part in agenda.parts:
            assert all(
                not line.years or total(amount for _, amount in line.years) == line.amount for line in part.lines
            )


def test_totals_are_the_sum_of_what_each_measure_has() -> None:
    for seed in range(500):
        for part in random_agenda(seed).parts:
            rows = [row.coverage for row in part.rows]
            assert sum((row.sums for row in rows), Sums()) == Sums.of(part.lines, Rule().hard_from)
            assert sum(row.short or 0 for row in rows) == part.total.short


def test_surplus_of_one_measure_fills_no_other() -> None:
    rich = Costing("ZL-W01", "Rijk", Cost(Decimal(1_000_000), BASIS))
    lines = [replace(line(Side.STATE, Hardness.DECIDED, "5"), measure="ZL-W01")]
    total = Investments.of([rich, MEASURE], lines, Rule()).parts[0].total
    assert (total.short, total.over) == (Decimal(22_000_000), Decimal(4_000_000))


def test_two_bases_have_a_table_each_and_nothing_that_can_be_short() -> None:
    agenda = Investments.of([MEASURE], [*example(), line(Side.STATE, Hardness.DECIDED, "9", basis=OLD)], Rule())
    assert agenda.is_mixed
    assert {part.basis: int(part.total.sums.hard) for part in agenda.parts} == {BASIS: 13_000_000, OLD: 9_000_000}
    assert [row.coverage.short for part in agenda.parts for row in part.rows] == [None, None]
    assert agenda.parts[0].total.estimate == Decimal(22_000_000)


def test_measure_that_needs_no_money_is_no_measure_of_zero() -> None:
    free, zero = Costing("A", "Vrij", needs_none=True), Costing("B", "Nul", Cost(Decimal(0), BASIS))
    agenda = Investments.of([free, zero, Costing("C", "Onbekend")], [], Rule())
    assert [row.key for row in agenda.needing_none] == ["A"]
    assert [row.key for row in agenda.unknown] == ["C"]
    assert [row.key for row in agenda.parts[0].rows] == ["B"]


def test_heading_concludes_only_when_four_in_five_are_known() -> None:
    known, unknown = Costing("A", "", needs_none=True), Costing("B", "")
    assert Investments.of([known] * 4 + [unknown], [], Rule()).knows_enough
    assert not Investments.of([known] * 3 + [unknown], [], Rule()).knows_enough
    assert not Investments.of([], [], Rule()).knows_enough


def test_asked_stands_beside_granted_and_says_what_is_still_open() -> None:
    lines = [
        line(Side.STATE, Hardness.DECIDED, "6", fund="SPUK", asked=Decimal(10_000_000)),
        line(Side.STATE, Hardness.INDICATIVE, "6", fund="Later", asked=Decimal(6_000_000)),
        line(Side.STATE, Hardness.WITHDRAWN, "1", fund="Weg", asked=Decimal(1_000_000)),
        line(Side.STATE, Hardness.DECIDED, "9", fund="Nooit gevraagd"),
    ]
    found = {row.fund: (row.granted, row.difference, row.is_open) for row in Investments.of([MEASURE], lines, Rule()).parts[0].asked}  # fmt: skip
    assert found == {
        "SPUK": (Decimal(6_000_000), Decimal(-4_000_000), False),
        "Later": (Decimal(0), Decimal(-6_000_000), True),
        "Weg": (Decimal(0), Decimal(-1_000_000), False),
    }
