"""What was bound and paid beside what is hard."""

from dataclasses import replace
from decimal import Decimal

from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.spending import Spending, spent_by_year
from deliverables.money.funds.enums import Side
from tests.deliverables.money.example import line

SIX = line(Side.STATE, Hardness.DECIDED, "6", spent=((2026, Decimal(2_000_000), Decimal(500_000)),))
FOUR = line(Side.REGION, Hardness.RESERVED, "4", spent=((2026, Decimal(1_000_000), Decimal(0)),))


def test_what_is_left_is_hard_money_that_nothing_binds() -> None:
    assert Spending.of([SIX], Hardness.GRANTED) == Spending(
        Decimal(6_000_000), Decimal(2_000_000), Decimal(500_000), Decimal(4_000_000), Decimal(0)
    )


def test_what_was_bound_beyond_one_contribution_fills_no_other() -> None:
    found = Spending.of([SIX, FOUR], Hardness.GRANTED)
    assert (found.left, found.beyond) == (Decimal(4_000_000), Decimal(1_000_000))


def test_what_was_spent_counts_when_the_contribution_was_withdrawn_since() -> None:
    found = Spending.of([replace(SIX, hardness=Hardness.WITHDRAWN)], Hardness.GRANTED)
    assert (found.hard, found.committed, found.beyond) == (Decimal(0), Decimal(2_000_000), Decimal(2_000_000))


def test_years_of_all_contributions_are_added() -> None:
    assert spent_by_year([SIX, FOUR]) == {2026: (Decimal(3_000_000), Decimal(500_000))}
