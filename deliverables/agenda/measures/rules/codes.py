"""Codes of measures: the code of the area, the letter of the chapter and a number that is never given again. Pure."""

import re
from collections.abc import Iterable

_CODE = re.compile(r".{1,8}-([A-Z])(\d{1,6})")


def next_code(area: str, letter: str, given: Iterable[str]) -> str:
    """Return the code after the highest one ever given with this letter; at least two digits."""
    last = max((number for code in given if (number := _number(code, letter)) is not None), default=0)
    return f"{area}-{letter}{last + 1:02}"


def letters_in(codes: Iterable[str]) -> set[str]:
    """Return the letters that stand in these codes."""
    return {match[1] for code in codes if (match := _CODE.fullmatch(code))}


def _number(code: str, letter: str) -> int | None:
    match = _CODE.fullmatch(code)
    return int(match[2]) if match and match[1] == letter else None
