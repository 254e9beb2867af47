"""Amounts over years as people type them: "2028: 1.500.000" a line, "2028-2030" to spread evenly, or "2028" for all of it. Pure."""

import re
from collections.abc import Iterable
from decimal import Decimal

from deliverables.money.amounts.rules.cents import FIRST_YEAR, LAST_YEAR, ZERO, missing, spread
from deliverables.money.amounts.rules.words import exact_words
from novex_portal.toolkit.text import dutch

type Years = tuple[tuple[int, Decimal], ...]
MOST_COLUMNS = 6
"""Columns of years that still fit on a phone."""
LATER = "later"
_RANGE = re.compile(r"(\d{4})(?:\s*(?:-|–|tot en met|t/m)\s*(\d{4}))?")
_LINE = re.compile(r"(\d{4})(?:\s*[:=]\s*|\s+)(\S.*)")
_EXAMPLE = "Schrijf per regel een jaar en een bedrag, bijvoorbeeld 2028: 1.500.000."


class YearsUnclear(ValueError):
    """What was typed is no spread over years, or does not add up; the words say what is wrong."""


def read_years(text: str, amount: Decimal) -> Years:
    """Return what was typed as amounts over years that add up to `amount`; nothing typed is not spread.

    Raises YearsUnclear with a sentence for whoever typed it.
    """
    if match := _RANGE.fullmatch(text.strip()):
        first, last = int(match[1]), int(match[2] or match[1])
        if not FIRST_YEAR <= first <= last <= LAST_YEAR:
            raise YearsUnclear("Schrijf het eerste jaar voor het laatste, bijvoorbeeld 2028-2030.")
        return tuple(spread(amount, range(first, last + 1)).items())
    found = read_lines(text)
    short = missing(found, amount) if found else ZERO
    if short:
        words = f"{exact_words(abs(short))} {'te weinig' if short > 0 else 'te veel'}"
        raise YearsUnclear(f"De jaren zijn samen niet {exact_words(amount)}: {words}.")
    return tuple(sorted(found.items()))


def read_lines(text: str) -> dict[int, Decimal]:
    """Return an amount per year that was typed, a line each. Raises YearsUnclear with a sentence for whoever typed it."""
    found: dict[int, Decimal] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        year, part = _read_line(line)
        if year in found:
            raise YearsUnclear(f"Het jaar {year} staat er twee keer. Maak er één regel van.")
        found[year] = part
    return found


def year_columns(years: Iterable[int]) -> dict[str, list[int | None]]:
    """Return the columns of a table of years, each with its years: the last ones together when there are more than fit."""
    ordered: list[int | None] = [*sorted(set(years))]
    if len(ordered) <= MOST_COLUMNS:
        return {str(year): [year] for year in ordered}
    first, last = ordered[: MOST_COLUMNS - 1], ordered[MOST_COLUMNS - 1 :]
    return {str(year): [year] for year in first} | {LATER: last}


def years_text(years: Iterable[tuple[int, Decimal]]) -> str:
    """Return amounts over years as one types them."""
    return "\n".join(f"{year}: {dutch.number(part, 0 if part == int(part) else 2)}" for year, part in sorted(years))


def _read_line(line: str) -> tuple[int, Decimal]:
    match = _LINE.fullmatch(line)
    if not match:
        raise YearsUnclear(f"“{line[:40]}” is niet te lezen. {_EXAMPLE}")
    year = int(match[1])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise YearsUnclear(f"Kies een jaar van {FIRST_YEAR} tot en met {LAST_YEAR}, niet {year}.")
    try:
        part = dutch.parse_amount(match[2])
    except ValueError as error:
        raise YearsUnclear(f"“{match[2][:40]}” bij {year} is geen bedrag. {_EXAMPLE}") from error
    exponent = part.as_tuple().exponent
    if part < 0 or (isinstance(exponent, int) and exponent < -2):
        raise YearsUnclear(f"Het bedrag bij {year} is onder nul of heeft meer dan twee cijfers achter de komma.")
    return year, part
