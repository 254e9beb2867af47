"""Days as plans count them: working days of the Netherlands, months that end early, dates meant as a quarter. Pure.

A working day is Monday to Friday and no day on which the national government is closed. Good Friday and
5 May count as free between organisations, every year: the package `holidays` knows them as optional days, and
5 May as a public one only in lustrum years, so both kinds are asked for.
"""

import calendar
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from deliverables.agenda.dates.enums import Precision

EARLIEST, LATEST = date(2000, 1, 1), date(2100, 12, 31)
"""The days a plan may name."""
_MARGIN_YEARS = 12  # a lag may point past either end


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A date as precisely as it is meant: its first and last day, which are the same for a day."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> "Period":
        return cls(day, day)


def period(day: date, precision: str) -> Period:
    """Return the period of this precision in which a day lies."""
    if precision == Precision.DAY:
        return Period(day, day)
    if precision == Precision.MONTH:
        return Period(day.replace(day=1), _end_of_month(day.year, day.month))
    if precision == Precision.QUARTER:
        month = (day.month - 1) // 3 * 3 + 1
        return Period(date(day.year, month, 1), _end_of_month(day.year, month + 2))
    return Period(date(day.year, 1, 1), date(day.year, 12, 31))


def add_months(day: date, months: int) -> date:
    """Return the same day so many months on; the last day of that month where it has no such day."""
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def add_working_days(day: date, number: int) -> date:
    """Return the nth working day after a day, or before it for a negative number; 0 is the day itself, also a day off."""
    if number == 0:
        return day
    days = _working_days()
    at = day.toordinal()
    place = bisect_right(days, at) + number - 1 if number > 0 else bisect_left(days, at) + number
    return date.fromordinal(days[place])


def is_working_day(day: date) -> bool:
    """Tell whether people work on a day."""
    days = _working_days()
    place = bisect_left(days, day.toordinal())
    return place < len(days) and days[place] == day.toordinal()


@cache
def _working_days() -> list[int]:
    """Return every working day as its ordinal, in order. Made once: looking one up then takes no counting."""
    import holidays  # loading it takes as long as a tenth of Django, and few requests count days

    first, last = EARLIEST.year - _MARGIN_YEARS, LATEST.year + _MARGIN_YEARS
    free = holidays.country_holidays("NL", categories=("public", "optional"), years=range(first, last + 1))
    off = {day.toordinal() for day in free}
    span = range(date(first, 1, 1).toordinal(), date(last, 12, 31).toordinal() + 1)
    # Ordinal 1 is a Monday.
    return [day for day in span if (day - 1) % 7 < 5 and day not in off]


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def days_between(first: date, last: date) -> int:
    """Return how many days later the second is; negative when it is earlier."""
    return (last - first) // timedelta(days=1)
