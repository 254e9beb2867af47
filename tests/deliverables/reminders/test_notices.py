"""When notices of a checkpoint are due: calendar days, summer time, leap years."""

from datetime import UTC, date, datetime, timedelta

import pytest

from deliverables.reminders.enums import REMINDER_OFFSETS
from deliverables.reminders.rules import ZONE, notice, notices

DAYS = [date(2024, 1, 1) + timedelta(days=number) for number in range(4 * 366)]


def days_of(day: date, today: date) -> list[int]:
    return [found.offset_days for found in notices(day, today=today, hour=7, offsets=REMINDER_OFFSETS)]


def test_checkpoint_far_ahead_has_every_notice() -> None:
    assert days_of(date(2027, 6, 1), date(2026, 6, 1)) == [42, 28, 14, 7, 1, 0, -7]


def test_days_that_have_passed_are_not_made_up_for() -> None:
    assert days_of(date(2026, 3, 20), date(2026, 3, 10)) == [7, 1, 0, -7]


def test_notice_of_today_still_counts() -> None:
    assert days_of(date(2026, 3, 24), date(2026, 3, 10)) == [14, 7, 1, 0, -7]


def test_checkpoint_long_past_has_none() -> None:
    assert days_of(date(2026, 1, 1), date(2026, 3, 10)) == []


def test_winter_morning_is_an_hour_later_in_utc_than_a_summer_morning() -> None:
    assert notice(date(2026, 1, 15), 0, hour=7).due_at == datetime(2026, 1, 15, 6, tzinfo=UTC)
    assert notice(date(2026, 7, 15), 0, hour=7).due_at == datetime(2026, 7, 15, 5, tzinfo=UTC)


def test_days_are_counted_by_the_calendar_across_the_start_of_summer_time() -> None:
    found = notice(date(2026, 4, 2), 7, hour=7)  # summer time began on 29 March
    assert found.due_at == datetime(2026, 3, 26, 6, tzinfo=UTC)


def test_days_are_counted_by_the_calendar_across_the_end_of_summer_time() -> None:
    found = notice(date(2026, 10, 30), 7, hour=7)  # it ended on 25 October
    assert found.due_at == datetime(2026, 10, 23, 5, tzinfo=UTC)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_day_on_which_the_clock_changes_has_one_notice_at_seven(day: date) -> None:
    found = notice(day, 0, hour=7).due_at.astimezone(ZONE)
    assert (found.date(), found.hour) == (day, 7)


def test_midnight_of_the_practice_environment_exists_on_the_day_the_clock_jumps() -> None:
    assert notice(date(2026, 3, 29), 0, hour=0).due_at == datetime(2026, 3, 28, 23, tzinfo=UTC)


def test_week_before_the_first_of_march_depends_on_the_leap_year() -> None:
    assert notice(date(2028, 3, 1), 1, hour=7).day == date(2028, 2, 29)
    assert notice(date(2027, 3, 1), 1, hour=7).day == date(2027, 2, 28)


def test_notice_can_be_due_in_the_year_before_its_checkpoint() -> None:
    assert notice(date(2027, 1, 5), 14, hour=7).day == date(2026, 12, 22)


def test_no_notice_of_any_day_is_due_while_people_sleep() -> None:
    hours = {notice(day, offset, hour=7).due_at.astimezone(ZONE).hour for day in DAYS for offset in REMINDER_OFFSETS}
    assert all(4 <= hour <= 23 for hour in hours)


def test_day_of_a_notice_is_always_its_distance_from_the_checkpoint() -> None:
    wrong = [
        (day, offset)
        for day in DAYS
        for offset in REMINDER_OFFSETS
        if notice(day, offset, hour=7).day != day - timedelta(days=offset)
    ]
    assert wrong == []


def test_notices_come_soonest_first_and_never_twice() -> None:
    for day in DAYS[::13]:
        found = notices(day, today=day - timedelta(days=20), hour=7, offsets=[*REMINDER_OFFSETS, 7])
        assert found == sorted(set(found))
