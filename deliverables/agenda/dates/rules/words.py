"""Dates as people write them in a plan: "12-03-2027", "maart 2027", "Q3 2027", "2028". Pure.

What is typed and what is shown are the same words, so that nobody reads a day where a quarter was meant.
"""

import re
from dataclasses import dataclass
from datetime import date

from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST, Period, period
from novex_portal.toolkit.text import dutch

EXAMPLES = "Bijvoorbeeld 12-03-2027, maart 2027, Q3 2027 of 2028."
_QUARTER = re.compile(r"(?:q|k|kwartaal )\s?([1-4])(?:\s|-)?\s?(\d{4})|([1-4])e kwartaal (\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"([a-z]{3,9})\.? (\d{4})|(\d{1,2})[-/](\d{4})", re.IGNORECASE)


class UnclearDate(dutch.UnclearError):
    """What was typed is no date of a plan; the message says what is, in Dutch."""


@dataclass(frozen=True, slots=True)
class PlanDate:
    """A date with how exactly it is meant; `day` is the first day of its period."""

    day: date
    precision: str

    @property
    def period(self) -> Period:
        return period(self.day, self.precision)

    def __str__(self) -> str:
        return date_words(self.day, self.precision)


def read_date(text: str) -> PlanDate:
    """Return the date that was typed. Raises UnclearDate for anything else, and outside 2000 to 2100."""
    typed = " ".join(text.split())
    found = _read_quarter(typed) or _read_year(typed) or _read_month(typed) or _read_day(typed)
    if found is None:
        raise UnclearDate(f"Dit is geen datum. {EXAMPLES}")
    if not EARLIEST <= found.day <= LATEST:
        raise UnclearDate(f"Kies een datum tussen {EARLIEST.year} en {LATEST.year}. {EXAMPLES}")
    return found


def date_words(day: date, precision: str) -> str:
    """Return a date as people write it in a plan; `read_date` reads it back."""
    if precision == Precision.YEAR:
        return str(day.year)
    if precision == Precision.QUARTER:
        return f"Q{(day.month + 2) // 3} {day.year}"
    return dutch.month_year(day) if precision == Precision.MONTH else dutch.short_date(day)


def brief_words(date: PlanDate) -> str:
    """Return a date for a narrow row, a day as its month: "jan 2026", "Q3 2027", "2028"."""
    if date.precision in {Precision.DAY, Precision.MONTH}:
        return f"{dutch.month_short(date.day)} {date.day.year}"
    return str(date)


def brief_span(start: PlanDate, end: PlanDate) -> str:
    """Return from when until when for a narrow row, once where both are the same words."""
    first, last = brief_words(start), brief_words(end)
    return first if first == last else f"{first} – {last}"


def span_words(start: PlanDate, end: PlanDate) -> str:
    """Return from when until when, once where both are the same words."""
    first, last = str(start), str(end)
    return first if first == last else f"{first} – {last}"


def _read_quarter(typed: str) -> PlanDate | None:
    match = _QUARTER.fullmatch(typed)
    if match is None:
        return None
    number, year = match[1] or match[3], match[2] or match[4]
    return _first_of(int(year), int(number) * 3 - 2, Precision.QUARTER)


def _read_year(typed: str) -> PlanDate | None:
    return _first_of(int(typed), 1, Precision.YEAR) if _YEAR.fullmatch(typed) else None


def _read_month(typed: str) -> PlanDate | None:
    match = _MONTH.fullmatch(typed)
    if match is None:
        return None
    if match[3]:
        return _first_of(int(match[4]), int(match[3]), Precision.MONTH)
    try:
        day = dutch.parse_date(f"1 {match[1]} {match[2]}")
    except ValueError:
        return None
    return PlanDate(day, Precision.MONTH)


def _read_day(typed: str) -> PlanDate | None:
    try:
        return PlanDate(dutch.parse_date(typed), Precision.DAY)
    except ValueError:
        return None


def _first_of(year: int, month: int, precision: str) -> PlanDate | None:
    try:
        return PlanDate(date(year, month, 1), precision)
    except ValueError:
        return None
