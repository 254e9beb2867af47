"""Amounts as people read them: rounded, with the unit that is chosen after rounding. Pure."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from novex_portal.toolkit.text import dutch

_MILLION = Decimal(1_000_000)
_HUNDREDTH, _TENTH, _WHOLE = Decimal("0.01"), Decimal("0.1"), Decimal(1)


def euro_words(amount: Decimal) -> str:
    """€ 1,25 miljoen from a million on, whole euros below; the unit is decided on the rounded amount.

    So 999.999,50 is € 1 miljoen, and 999.995.000 is € 1 miljard.
    """
    sign, size = (dutch.MINUS if amount < 0 else ""), abs(amount)
    whole = size.quantize(_WHOLE, ROUND_HALF_UP)
    if whole < _MILLION:
        return f"€{dutch.NBSP}{sign if whole else ''}{dutch.number(whole)}"
    unit, name = _MILLION, "miljoen"
    if _in(unit, size) >= 1000:  # what rounds up to a thousand millions is a milliard
        unit, name = _MILLION * 1000, "miljard"
    digits = dutch.number(_in(unit, size), 2).rstrip("0").removesuffix(",")
    return f"€{dutch.NBSP}{sign}{digits}{dutch.NBSP}{name}"


def exact_words(amount: Decimal) -> str:
    """€ 6.000.000,00: to the cent, for documents and for who wants to know exactly."""
    return f"€{dutch.NBSP}{dutch.number(amount, 2)}"


def millions(amount: Decimal) -> str:
    """13,0 in a table of millions; what is there but rounds to nothing is "< 0,1", and nothing at all is 0."""
    if not amount:
        return "0"
    rounded = (amount / _MILLION).quantize(_TENTH, ROUND_HALF_UP)
    if not rounded:
        return f"<{dutch.NBSP}0,1"
    return dutch.number(rounded, 1)


def adds_up(parts: Iterable[Decimal], whole: Decimal) -> bool:
    """Tell whether the parts, rounded as a table of millions shows them, add up to the whole as it shows that."""
    rounded = ((part / _MILLION).quantize(_TENTH, ROUND_HALF_UP) for part in parts)
    return sum(rounded, Decimal(0)) == (whole / _MILLION).quantize(_TENTH, ROUND_HALF_UP)


def _in(unit: Decimal, size: Decimal) -> Decimal:
    return (size / unit).quantize(_HUNDREDTH, ROUND_HALF_UP)
