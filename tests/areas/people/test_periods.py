"""Periods of days: what is wrong with them, whether two overlap, and how they are said."""

from datetime import date

import pytest

from areas.people.rules.periods import length_words, overlap, period_faults, period_words

MARCH, MAY = date(2026, 3, 1), date(2026, 5, 31)


@pytest.mark.parametrize("period", [(None, None), (MARCH, None), (None, MAY), (MARCH, MAY), (MARCH, MARCH)])
def test_period_that_can_be_has_no_faults(period: tuple[date | None, date | None]) -> None:
    assert period_faults(*period) == {}


def test_period_that_ends_before_it_begins_is_a_fault_of_its_end() -> None:
    assert "1\u00a0maart 2026" in period_faults(MARCH, date(2026, 2, 28))["valid_until"]


@pytest.mark.parametrize("day", [date(1899, 12, 31), date(2100, 1, 1), date(26, 3, 1)])
def test_day_in_another_century_is_a_slip(day: date) -> None:
    assert "tussen 1900 en 2100" in period_faults(day, None)["valid_from"]
    assert "tussen 1900 en 2100" in period_faults(None, day)["valid_until"]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((MARCH, MAY), (MAY, None), True),
        ((MARCH, MAY), (date(2026, 6, 1), None), False),
        ((None, None), (MARCH, MAY), True),
        ((None, MARCH), (MAY, None), False),
        ((MARCH, None), (None, MAY), True),
    ],
)
def test_periods_overlap_when_they_share_a_day(first: tuple, second: tuple, expected: bool) -> None:
    assert overlap(first, second) is expected
    assert overlap(second, first) is expected


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ((MARCH, MAY), "van 1\u00a0maart 2026 tot en met 31\u00a0mei 2026"),
        ((MARCH, None), "sinds 1\u00a0maart 2026"),
        ((None, MAY), "tot en met 31\u00a0mei 2026"),
        ((None, None), "begin onbekend"),
    ],
)
def test_period_in_words(period: tuple[date | None, date | None], words: str) -> None:
    assert period_words(*period) == words


@pytest.mark.parametrize(
    ("until", "words"),
    [
        (date(2026, 2, 28), "0 dagen"),
        (date(2026, 3, 1), "1 dag"),
        (date(2026, 3, 30), "30 dagen"),
        (date(2026, 3, 31), "1 maand"),
        (date(2026, 5, 30), "2 maanden"),
        (date(2027, 2, 28), "1 jaar"),
        (date(2028, 5, 31), "2 jaar en 3 maanden"),
    ],
)
def test_length_counts_whole_months(until: date, words: str) -> None:
    assert length_words(MARCH, until) == words
