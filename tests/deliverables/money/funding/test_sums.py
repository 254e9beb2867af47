"""What contributions add up to, by the worked examples."""

from dataclasses import replace
from decimal import Decimal

import pytest

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import Basis
from deliverables.money.balance.rules import Balance, Rule, Share, Verdict, balance_of
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.sums import Certainty, Coverage, Line, Sums
from deliverables.money.funds.enums import Side
from tests.deliverables.money.example import MEASURE, example, line

GRANTED = Hardness.GRANTED


def reckoned(lines: list[Line], *, in_kind: bool = False) -> tuple[Coverage, Balance]:
    assert MEASURE.cost is not None
    return Coverage(MEASURE.cost.amount, Sums.of(lines, GRANTED)), balance_of(lines, Rule(in_kind=in_kind))


def millions(coverage: Coverage) -> list[str]:
    """Hard, soft, conditional, short, and short when all goes ahead."""
    sums = coverage.sums
    found = (sums.hard, sums.soft, sums.conditional, coverage.short, coverage.short_if_all)
    return [str(((amount or Decimal(0)) / 1_000_000).quantize(Decimal("0.1"))) for amount in found]


def test_m1_all_conditions_met() -> None:
    coverage, balance = reckoned(example())
    assert millions(coverage) == ["13.0", "6.5", "0.0", "9.0", "2.5"]
    assert (balance.now.percentage, balance.verdict) == (Decimal("52.17"), Verdict.EVEN)
    assert (balance.all_met.percentage, balance.verdict_if_all) == (Decimal("55.56"), Verdict.STATE)


def test_m2_condition_not_met_takes_money_out_of_soft() -> None:
    coverage, balance = reckoned(example(waits=True))
    assert millions(coverage) == ["13.0", "2.5", "4.0", "9.0", "6.5"]
    assert balance.now.percentage == Decimal("52.17")
    assert (balance.ahead.percentage, balance.ahead.verdict(Rule())) == (Decimal("42.86"), Verdict.REGION)


def test_m3_money_of_the_rijk_that_is_passed_on_counts_as_of_the_rijk() -> None:
    passed_on = [line(Side.STATE, Hardness.GRANTED, "1.0"), line(Side.REGION, Hardness.GRANTED, "4.5")]
    lines = [row for row in example() if (row.side, row.hardness) != (Side.REGION, GRANTED)] + passed_on
    coverage, balance = reckoned(lines)
    assert millions(coverage) == ["13.0", "6.5", "0.0", "9.0", "2.5"]
    assert (balance.now.percentage, balance.verdict) == (Decimal("60.87"), Verdict.STATE)


def test_m4_what_comes_in_kind_covers_and_counts_in_the_balance_when_the_rule_says_so() -> None:
    lines = [*example(), line(Side.REGION, Hardness.GRANTED, "0.5", in_kind=True)]
    coverage, balance = reckoned(lines, in_kind=True)
    assert millions(coverage) == ["13.5", "6.5", "0.0", "8.5", "2.0"]
    assert (balance.now.percentage, balance.verdict) == (Decimal("50.00"), Verdict.EVEN)
    assert reckoned(lines)[1].now.percentage == Decimal("52.17")


def test_m5_without_contributions_all_is_short_and_nothing_can_be_said() -> None:
    coverage, balance = reckoned([])
    assert millions(coverage) == ["0.0", "0.0", "0.0", "22.0", "22.0"]
    assert (balance.verdict, balance.now.words, balance.now.percentage) == (Verdict.UNKNOWN, "onbekend", None)


def test_wish_with_an_open_condition_stays_a_wish() -> None:
    assert line(Side.STATE, Hardness.WISH, "1", waits=True).certainty(GRANTED) is Certainty.WISH


def test_what_was_withdrawn_counts_nowhere() -> None:
    assert Sums.of([line(Side.STATE, Hardness.WITHDRAWN, "1")], GRANTED) == Sums()


def test_from_which_step_on_money_is_hard_is_a_setting() -> None:
    reserved = line(Side.STATE, Hardness.RESERVED, "4")
    assert reserved.certainty(Hardness.RESERVED) is Certainty.HARD
    assert reserved.certainty(GRANTED) is Certainty.SOFT


def test_too_much_is_said_as_over_and_never_as_a_negative_shortage() -> None:
    coverage = Coverage(Decimal(10), Sums(hard=Decimal(12)))
    assert (coverage.short, coverage.over) == (Decimal(0), Decimal(2))


def test_without_an_estimate_nobody_knows_what_is_short() -> None:
    coverage = Coverage(None, Sums(hard=Decimal(12)))
    assert (coverage.short, coverage.no_source, coverage.over) == (None, None, Decimal(0))


@pytest.mark.parametrize(("state", "verdict"), [("44.99", "Regio draagt meer"), ("45", "Evenredig"), ("55", "Evenredig"), ("55.01", "Rijk draagt meer")])  # fmt: skip
def test_ends_of_the_band_are_still_even(state: str, verdict: str) -> None:
    assert Share(Decimal(state), 100 - Decimal(state)).verdict(Rule()) == verdict


def test_share_is_weighed_exactly_and_not_as_it_is_rounded() -> None:
    just_over = Share(Decimal("55.004"), Decimal("44.996"))
    assert (just_over.words, just_over.verdict(Rule())) == ("55%", Verdict.STATE)


def test_share_is_rounded_once() -> None:
    share = Share(Decimal(12), Decimal(10))  # 54,5454…: to 54,55 first, it would read 54,6%
    assert (share.percentage, share.words) == (Decimal("54.55"), "54,5%")


def test_rule_says_in_words_what_counts() -> None:
    assert "45% tot en met 55%" in Rule().sentences[1]
    assert "telt mee" in Rule(in_kind=True).sentences[2]


def test_other_basis_is_another_line_and_never_added_by_itself() -> None:
    other = replace(line(Side.STATE, GRANTED, "1"), basis=Basis(2025, Vat.UNKNOWN))
    assert other.basis != line(Side.STATE, GRANTED, "1").basis
