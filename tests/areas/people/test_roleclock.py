"""The rollenklok, without a database."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from areas.people.rules.roleclock import SOON, ClockState, Held, clock, state_on

TODAY = date(2026, 3, 2)


def _held(number: int = 1, *, begins: int | None = -400, ends: int | None = None, **fields: Any) -> Held:
    days = [None if days is None else TODAY + timedelta(days=days) for days in (begins, ends)]
    return Held(person=UUID(int=number), role=f"Rol {number}", valid_from=days[0], valid_until=days[1], **fields)


@pytest.mark.parametrize(
    ("begins", "ends", "state"),
    [
        (None, None, ClockState.RUNNING),
        (0, None, ClockState.RUNNING),
        (1, None, ClockState.COMING),
        (-1, SOON + 1, ClockState.RUNNING),
        (-1, SOON, ClockState.ENDING),
        (-1, 0, ClockState.ENDING),
        (-9, -1, ClockState.ENDED),
    ],
)
def test_state_on_a_day(begins: int | None, ends: int | None, state: ClockState) -> None:
    assert state_on(TODAY, _held(begins=begins, ends=ends)) is state


def test_ended_role_on_which_things_hang_was_left_behind() -> None:
    assert state_on(TODAY, _held(ends=-1, hangs={"open afspraken": 2})) is ClockState.LEFT_BEHIND


def test_role_that_was_handed_over_was_not_left_behind() -> None:
    (tick,) = clock([_held(ends=-1, hangs={"open afspraken": 1}, handed_over=True)], TODAY)
    assert (tick.state, tick.look) == (ClockState.ENDED, ("half", "Overgedragen"))


def test_what_was_left_behind_stands_first_and_then_by_end() -> None:
    roles = [
        _held(1),
        _held(2, ends=30),
        _held(3, ends=10),
        _held(4, ends=-5),
        _held(5, ends=-1, hangs={"mandaten": 1}),
        _held(6, begins=3),
        _held(7, ends=200),
    ]
    assert [tick.held.person.int for tick in clock(roles, TODAY)] == [5, 3, 2, 7, 1, 6, 4]


def test_how_long_counts_until_today_or_the_last_day() -> None:
    running, ended = clock([_held(1, begins=-364), _held(2, begins=-9, ends=-1)], TODAY)
    assert (running.how_long, ended.how_long) == ("1 jaar", "9 dagen")


@pytest.mark.parametrize("begins", [None, 5])
def test_how_long_is_not_said_of_what_is_not_known_or_has_not_begun(begins: int | None) -> None:
    (tick,) = clock([_held(begins=begins)], TODAY)
    assert tick.how_long == ""


def test_days_left_until_the_last_day() -> None:
    ticks = clock([_held(1, ends=10), _held(2)], TODAY)
    assert [tick.days_left for tick in ticks] == [10, None]


def test_total_is_all_that_hangs_on_it() -> None:
    assert _held(hangs={"open afspraken": 2, "mandaten": 1}).total == 3
