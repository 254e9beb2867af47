"""Amounts at another price level, by factors that have a name."""

from decimal import Decimal
from fractions import Fraction
from random import Random

import pytest

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.rules.cents import Basis, total
from deliverables.money.price_levels.rules import Conversion, FactorsUnclear, Series, factors_text, read_factors

SERIES = Series("Bouwkosten", "CBS", {2026: Decimal("1.03"), 2027: Decimal("1.025")})
OLD, NEW = Basis(2025, Vat.INCLUDED), Basis(2027, Vat.INCLUDED)


def test_amount_is_multiplied_year_by_year_and_rounded_once() -> None:
    to = Conversion(SERIES, 2027)
    assert to.amount(Decimal(10_000_000), OLD) == Decimal("10557500.00")
    assert to.basis(OLD) == NEW
    assert to.amount(Decimal(10_000_000), NEW) == Decimal(10_000_000)


def test_back_goes_by_dividing() -> None:
    assert Conversion(SERIES, 2025).amount(Decimal("10557500.00"), NEW) == Decimal("10000000.00")
    assert SERIES.factor(2027, 2025) == 1 / Fraction("1.05575")


def test_btw_is_never_converted() -> None:
    assert Conversion(SERIES, 2027).basis(Basis(2025, Vat.UNKNOWN)) == Basis(2027, Vat.UNKNOWN)


def test_what_the_series_does_not_reach_stays_and_is_said() -> None:
    to, old = Conversion(SERIES, 2027), Basis(2023, Vat.INCLUDED)
    assert (to.basis(old), to.amount(Decimal("1.00"), old)) == (old, Decimal("1.00"))
    told = to.sentences([OLD, NEW, old])
    assert told == [
        "Omgerekend naar prijspeil 2027 met “Bouwkosten” (bron: CBS). Btw is niet omgerekend.",
        "Prijspeil 2023 staat apart: in deze reeks ontbreekt de factor van 2024 en 2025.",
        "Van prijspeil 2025: × 1,03 × 1,025.",
    ]
    assert Conversion(SERIES, 2025).sentences([NEW])[1] == "Van prijspeil 2027: ÷ 1,03 ÷ 1,025."


def test_parts_of_ten_thousand_amounts_still_add_up_to_the_cent() -> None:
    dice = Random(7)  # noqa: S311  figures to reckon with, no secrets
    for _ in range(10_000):
        parts = [Decimal(dice.randrange(10 ** dice.randint(1, 13))) / 100 for _ in range(dice.randint(1, 6))]
        to, basis = dice.choice([(Conversion(SERIES, 2027), OLD), (Conversion(SERIES, 2025), NEW)])
        found = to.parts(parts, basis)
        assert total(found) == to.amount(total(parts), basis)
        assert all(
            abs(one - to.amount(part, basis)) <= Decimal("0.01") for one, part in zip(found, parts, strict=True)
        )


def test_factors_are_read_as_they_are_typed() -> None:
    typed = "2026: 1,03\n\n2027 1,025"
    assert read_factors(typed) == SERIES.factors
    assert factors_text(SERIES.factors) == "2026: 1,03\n2027: 1,025"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ooit", "niet te lezen"),
        ("1926: 1,03", "van 2000 tot en met 2100"),
        ("2026: 1,03\n2026: 1,02", "twee keer"),
        ("2026: 1.025", "tussen 0,5 en 2"),
        ("2026: 103", "tussen 0,5 en 2"),
        ("2026: -1", "tussen 0,5 en 2"),
        ("2026: " + "9" * 30, "tussen 0,5 en 2"),
        ("2026: 1,0300000001", "zes cijfers"),
        ("2026: 1,0.3", "geen factor"),
    ],
)
def test_what_is_no_factor_is_said(text: str, message: str) -> None:
    with pytest.raises(FactorsUnclear, match=message):
        read_factors(text)
