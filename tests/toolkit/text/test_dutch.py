"""Dates, times, numbers and amounts as Dutch people type and read them."""

import datetime as dt
from decimal import Decimal

import pytest

from novex_portal.toolkit.text import dutch

DAY = dt.date(2022, 10, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "31-10-2022",
        "31/10/2022",
        "31.10.2022",
        "2022-10-31",
        "31 okt 2022",
        "31 okt. 2022",
        "31 oktober 2022",
        " 31  Oktober  2022 ",
        "maandag 31 oktober 2022",
        "31-okt-2022",
    ],
)
def test_date_is_understood_as_people_type_it(typed: str) -> None:
    assert dutch.parse_date(typed) == DAY


@pytest.mark.parametrize(
    "typed", ["31-02-2022", "10-31-2022", "31 ju 2022", "31-10-22", "morgen", "", "31 okt", "9" * 50]
)
def test_date_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(dutch.UnclearError):
        dutch.parse_date(typed)


@pytest.mark.parametrize(("word", "month"), [("mrt", 3), ("mei", 5), ("juni", 6), ("jul", 7), ("sept", 9)])
def test_short_month_names_are_understood(word: str, month: int) -> None:
    assert dutch.parse_date(f"1 {word} 2026") == dt.date(2026, month, 1)


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.250,50", "1250.50"),
        ("1250,5", "1250.5"),
        ("1250.50", "1250.50"),
        ("1.250", "1250"),
        ("€ 1.250.000", "1250000"),
        ("1250,-", "1250"),
        ("-12", "-12"),
        ("−12", "-12"),
        ("0", "0"),
    ],
)
def test_amount_is_understood_as_people_type_it(typed: str, amount: str) -> None:
    assert dutch.parse_amount(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["1.25.0", "1,2,3", "12.5000,5", "veel", "", "1,", "1.250.50", "NaN", "1e9"])
def test_amount_that_is_not_clear_is_refused(typed: str) -> None:
    with pytest.raises(dutch.UnclearError):
        dutch.parse_amount(typed)


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (Decimal("1250.5"), "€\u00a01.250,50"),
        (1250, "€\u00a01.250"),
        (1_250_000, "€\u00a01,25\u00a0miljoen"),
        (2_000_000, "€\u00a02\u00a0miljoen"),
        (1_234_567, "€\u00a01.234.567"),
        (-12, "€\u00a0\u221212"),
        (0, "€\u00a00"),
    ],
)
def test_amount_is_shown_the_dutch_way(amount: int | Decimal, shown: str) -> None:
    assert dutch.euro(amount) == shown


def test_dates_are_shown_in_words_and_in_two_digits() -> None:
    shown = dutch.long_date(DAY), dutch.short_date(dt.date(2022, 10, 3)), dutch.weekday_date(DAY), dutch.day_month(DAY)

    assert shown == ("31\u00a0oktober 2022", "03-10-2022", "maandag 31\u00a0oktober 2022", "31\u00a0okt")


def test_time_is_shown_as_in_a_sentence() -> None:
    assert dutch.clock(dt.time(14, 5)) == "14.05\u00a0uur"


@pytest.mark.parametrize(
    ("days", "words"),
    [(52, "nog 52 dagen"), (1, "nog 1 dag"), (0, "vandaag"), (-1, "1 dag geleden"), (-3, "3 dagen geleden")],
)
def test_days_until_are_told_in_words(days: int, words: str) -> None:
    assert dutch.days_until(DAY + dt.timedelta(days), DAY) == words


@pytest.mark.parametrize(("days", "words"), [(-3, "3 dagen te laat"), (-1, "1 dag te laat"), (0, ""), (2, "")])
def test_late_is_told_in_days(days: int, words: str) -> None:
    assert dutch.late(DAY + dt.timedelta(days), DAY) == words
