"""Amounts over years as they are typed."""

from decimal import Decimal

import pytest

from deliverables.money.funding.rules.years import YearsUnclear, read_years, years_text

SIX = Decimal(6_000_000)


def test_year_and_amount_a_line_are_read() -> None:
    assert read_years("2029: 2.000.000\n\n2028 4.000.000", SIX) == ((2028, Decimal(4_000_000)), (2029, Decimal(2_000_000)))  # fmt: skip


@pytest.mark.parametrize("typed", ["2028-2030", "2028 – 2030", "2028 tot en met 2030", "2028 t/m 2030"])
def test_first_and_last_year_spread_evenly(typed: str) -> None:
    assert [str(part) for _, part in read_years(typed, Decimal(100))] == ["33.34", "33.33", "33.33"]


def test_one_year_holds_all_of_it() -> None:
    assert read_years(" 2028 ", SIX) == ((2028, SIX),)


def test_nothing_typed_is_not_spread() -> None:
    assert read_years("  \n ", SIX) == ()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("2028: 5.900.000", "100.000,00 te weinig"),
        ("2028: 6.000.000\n2029: 0,01", "0,01 te veel"),
        ("2028: 3.000.000\n2028: 3.000.000", "staat er twee keer"),
        ("2028: 1,250.50", "is geen bedrag"),
        ("2028: 6 miljoen", "is geen bedrag"),
        ("2028: -1", "onder nul"),
        ("2028: 1,555", "meer dan twee cijfers"),
        ("1999: 6.000.000", "van 2000 tot en met 2100"),
        ("2030-2028", "het eerste jaar voor het laatste"),
        ("ooit", "is niet te lezen"),
        (f"2028: {'9' * 30}", "te veel"),
    ],
)
def test_what_is_unclear_or_does_not_add_up_is_said(typed: str, words: str) -> None:
    with pytest.raises(YearsUnclear, match=words):
        read_years(typed, SIX)


def test_years_are_shown_as_they_are_typed() -> None:
    assert years_text([(2029, Decimal("0.50")), (2028, SIX)]) == "2028: 6.000.000\n2029: 0,50"
