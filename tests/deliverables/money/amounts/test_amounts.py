"""Amounts: to the cent, spread over years, and as people read them."""

from decimal import Decimal

import pytest

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import Basis, spread, to_cents, total, without_vat
from deliverables.money.amounts.rules.words import adds_up, euro_words, exact_words, millions


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1254999.99", "€ 1,25 miljoen"),
        ("1255000", "€ 1,26 miljoen"),
        ("999999.50", "€ 1 miljoen"),
        ("999999.49", "€ 999.999"),
        ("999995000", "€ 1 miljard"),
        ("999994999.99", "€ 999,99 miljoen"),
        ("1250000000", "€ 1,25 miljard"),
        ("13000000", "€ 13 miljoen"),
        ("13500000", "€ 13,5 miljoen"),
        ("0", "€ 0"),
        ("0.49", "€ 0"),
        ("-0.49", "€ 0"),
        ("-4000000", "€ −4 miljoen"),
    ],
)
def test_unit_of_an_amount_is_chosen_after_rounding(amount: str, words: str) -> None:
    assert euro_words(Decimal(amount)).replace("\u00a0", " ") == words


def test_exact_amount_shows_every_cent() -> None:
    assert exact_words(Decimal("6000000.5")).replace("\u00a0", " ") == "€ 6.000.000,50"


@pytest.mark.parametrize(
    ("amount", "words"),
    [("0", "0"), ("13000000", "13,0"), ("50000", "0,1"), ("49999.99", "< 0,1"), ("-4000000", "−4,0")],
)
def test_table_of_millions_never_shows_nothing_for_something(amount: str, words: str) -> None:
    assert millions(Decimal(amount)).replace("\u00a0", " ") == words


def test_rounded_parts_that_do_not_add_up_are_noticed() -> None:
    third = Decimal("33333.33")
    assert not adds_up([third] * 3, third * 3)
    assert adds_up([Decimal(100_000), Decimal(200_000)], Decimal(300_000))


def test_remainder_of_a_spread_goes_a_cent_each_to_the_earliest_years() -> None:
    assert list(spread(Decimal(100), [2028, 2026, 2027]).values()) == [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")]  # fmt: skip
    assert spread(Decimal(100), []) == {}


def test_spread_always_adds_up_to_its_whole() -> None:
    for cents in range(200):
        amount = Decimal(cents) / 100
        for years in range(1, 8):
            assert total(spread(amount, range(2026, 2026 + years)).values()) == amount


def test_btw_is_taken_out_of_an_amount() -> None:
    assert without_vat(Decimal(1_210_000), Decimal(21)) == Decimal("1000000.00")


def test_half_a_cent_is_rounded_up() -> None:
    assert to_cents(Decimal("0.005")) == Decimal("0.01")


def test_basis_says_price_level_and_btw() -> None:
    assert str(Basis(2026, Vat.INCLUDED)) == "prijspeil 2026, inclusief btw"
