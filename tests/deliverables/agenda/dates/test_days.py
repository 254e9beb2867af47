"""Days as plans count them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import Period, add_months, add_working_days, is_working_day, period
from deliverables.agenda.plan.enums import LagUnit
from deliverables.agenda.plan.rules.plan import Relation

DAY, WORK, WEEK, MONTH = LagUnit.DAY, LagUnit.WORKING_DAY, LagUnit.WEEK, LagUnit.MONTH
DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))
LAGS = st.integers(-400, 400)


@pytest.mark.parametrize(
    ("end", "lag", "unit", "start"),
    [
        (date(2026, 4, 24), 0, DAY, date(2026, 4, 25)),
        (date(2026, 4, 24), 0, WORK, date(2026, 4, 28)),  # Koningsdag is the Monday
        (date(2026, 4, 24), 5, DAY, date(2026, 4, 30)),
        (date(2026, 4, 24), 5, WORK, date(2026, 5, 6)),  # 5 May is free every year
        (date(2026, 12, 18), 10, DAY, date(2026, 12, 29)),
        (date(2026, 12, 18), 10, WORK, date(2027, 1, 6)),
        (date(2028, 1, 30), 1, MONTH, date(2028, 2, 29)),
        (date(2027, 1, 30), 1, MONTH, date(2027, 2, 28)),
        (date(2026, 6, 26), -3, WORK, date(2026, 6, 24)),
        (date(2026, 5, 13), 0, WORK, date(2026, 5, 15)),  # Hemelvaart between
        (date(2026, 5, 13), 1, WORK, date(2026, 5, 18)),
        (date(2027, 10, 29), 4, WEEK, date(2027, 11, 27)),
    ],
)
def test_successor_may_begin_on_the_day_the_lag_says(end: date, lag: int, unit: str, start: date) -> None:
    assert Relation("a", "b", "FS", lag, unit).earliest(end) == start


def test_minus_one_working_day_after_an_end_is_that_day_itself() -> None:
    assert Relation("a", "b", "FS", -1, WORK).earliest(date(2026, 4, 25)) == date(2026, 4, 25)


@pytest.mark.parametrize("day", [date(2027, 3, 26), date(2026, 5, 5), date(2027, 5, 5), date(2026, 4, 27)])
def test_good_friday_and_liberation_day_are_free_every_year(day: date) -> None:
    assert not is_working_day(day)


@pytest.mark.parametrize(
    ("precision", "expected"),
    [
        (Precision.DAY, Period(date(2028, 2, 10), date(2028, 2, 10))),
        (Precision.MONTH, Period(date(2028, 2, 1), date(2028, 2, 29))),
        (Precision.QUARTER, Period(date(2028, 1, 1), date(2028, 3, 31))),
        (Precision.YEAR, Period(date(2028, 1, 1), date(2028, 12, 31))),
    ],
)
def test_date_is_as_long_as_it_is_meant(precision: str, expected: Period) -> None:
    assert period(date(2028, 2, 10), precision) == expected


def test_no_working_days_on_is_the_day_itself_also_a_day_off() -> None:
    assert add_working_days(date(2026, 4, 25), 0) == date(2026, 4, 25)


@given(DAYS, st.integers(1, 300))
def test_as_many_working_days_back_as_on_is_where_one_began(day: date, number: int) -> None:
    there = add_working_days(day, number)
    assert is_working_day(there)
    assert add_working_days(there, -number) <= day


@given(DAYS, st.integers(-60, 60))
def test_months_end_on_the_last_day_they_have(day: date, months: int) -> None:
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day <= day.day


@given(DAYS, LAGS, st.sampled_from(LagUnit.values), st.sampled_from(["FS", "SS", "FF"]))
def test_latest_day_is_the_last_one_that_holds(day: date, lag: int, unit: str, kind: str) -> None:
    relation = Relation("a", "b", kind, lag // (20 if unit == MONTH else 1), unit)
    last = relation.latest(day)
    assert relation.earliest(last) <= day < relation.earliest(date.fromordinal(last.toordinal() + 1))
