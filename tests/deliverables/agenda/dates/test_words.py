"""Dates as people write them in a plan."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.days import period
from deliverables.agenda.dates.rules.words import (
    PlanDate,
    UnclearDate,
    date_words,
    read_date,
    span_words,
)
from deliverables.agenda.plan.rules.words import days_words, lag_words


@pytest.mark.parametrize(
    ("typed", "day", "precision"),
    [
        ("Q3 2027", date(2027, 7, 1), "kwartaal"),
        ("q3-2027", date(2027, 7, 1), "kwartaal"),
        ("kwartaal 3 2027", date(2027, 7, 1), "kwartaal"),
        ("3e kwartaal 2027", date(2027, 7, 1), "kwartaal"),
        ("2028", date(2028, 1, 1), "jaar"),
        ("maart 2027", date(2027, 3, 1), "maand"),
        ("mrt 2027", date(2027, 3, 1), "maand"),
        ("03-2027", date(2027, 3, 1), "maand"),
        (" 12-03-2027 ", date(2027, 3, 12), "dag"),
        ("12 maart 2027", date(2027, 3, 12), "dag"),
        ("2027-03-12", date(2027, 3, 12), "dag"),
    ],
)
def test_date_is_read_as_it_is_meant(typed: str, day: date, precision: str) -> None:
    assert read_date(typed) == PlanDate(day, precision)


@pytest.mark.parametrize(
    "typed", ["", "morgen", "Q5 2027", "13-2027", "31-02-2027", "na 2030", "12-03-27", "0022", "9999"]
)
def test_anything_else_is_told_what_would_do(typed: str) -> None:
    with pytest.raises(UnclearDate, match="Bijvoorbeeld 12-03-2027"):
        read_date(typed)


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(Precision.values))
def test_what_is_shown_is_read_back(day: date, precision: str) -> None:
    first = period(day, precision).first
    assert read_date(date_words(first, precision)) == PlanDate(first, precision)


def test_span_of_one_quarter_is_said_once() -> None:
    quarter = PlanDate(date(2027, 7, 1), "kwartaal")
    assert span_words(quarter, quarter) == "Q3 2027"
    assert span_words(quarter, PlanDate(date(2028, 1, 1), "jaar")) == "Q3 2027 – 2028"


@pytest.mark.parametrize(
    ("lag", "unit", "words"), [(0, "dag", ""), (1, "maand", "plus 1 maand"), (-3, "werkdag", "min 3 werkdagen")]
)
def test_time_between_two_measures_in_words(lag: int, unit: str, words: str) -> None:
    assert lag_words(lag, unit) == words


@pytest.mark.parametrize(("days", "words"), [(1, "1 dag later"), (-12, "12 dagen eerder"), (0, "op dezelfde dag")])
def test_how_far_something_moves_in_words(days: int, words: str) -> None:
    assert days_words(days) == words
