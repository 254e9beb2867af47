"""Where everything stands on the timeline."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.rules.plan import Planned, Relation
from deliverables.agenda.timeline.rules import LOOKS, Axis, Piece, Row, bar_of, draw, labels
from tests.deliverables.agenda.plan.example import MEASURES, PLAN, READY, RELATIONS, measure

TODAY = date(2026, 11, 23)
AXIS = Axis(2026, 2031)


def rows_of(*measures: Planned, **facts: object) -> dict[str, Row]:
    return {row.key: row for row in draw(measures or MEASURES, RELATIONS, AXIS, **facts)}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([date(2027, 1, 1)], Axis(2026, 2029)),  # at least four years
        ([date(2026, 1, 12), date(2031, 2, 28)], Axis(2026, 2031)),
        ([date(2026, 1, 1), date(2050, 1, 1)], Axis(2026, 2035)),  # at most ten
        ([date(2001, 1, 1)], Axis(2020, 2026)),
    ],
)
def test_axis_shows_whole_years_around_today(days: list[date], expected: Axis) -> None:
    assert Axis.over(days, TODAY) == expected


def test_bar_runs_from_the_morning_of_its_first_day_to_the_evening_of_its_last() -> None:
    bar = bar_of(measure("A", date(2026, 1, 1), date(2031, 12, 31)), AXIS)
    assert (bar.x, bar.width, bar.look) == (0, 100, "plan")


def test_quarters_are_drawn_only_where_there_is_room() -> None:
    assert len(AXIS.quarter_lines()) == 18
    assert Axis(2026, 2035).quarter_lines() == []


def test_every_state_has_a_look() -> None:
    assert set(LOOKS) == set(MeasureStatus.values)


def test_line_is_cut_into_a_piece_per_row_it_passes() -> None:
    keys = [row.key for row in MEASURES]  # W01 W02 N01 L01 W03 W05 PL-P04
    rows = draw(MEASURES, [Relation("W02", "W03")], AXIS)
    [down] = {piece.x1 for piece in rows[keys.index("N01")].pieces}
    assert rows[keys.index("L01")].pieces == [Piece(down, down, 0, 100)]
    assert rows[keys.index("W03")].pieces == [Piece(down, down, 0, 50)]
    assert rows[keys.index("W03")].heads == [(down, False)]
    assert rows[keys.index("W05")].pieces == []


def test_line_to_a_row_above_goes_up() -> None:
    rows = draw(MEASURES, [Relation("W03", "L01")], AXIS)
    assert rows[4].pieces[1].y2 == 0
    assert rows[3].heads[0][1] is True


def test_relation_to_a_measure_without_a_row_is_left_out() -> None:
    assert all(not row.pieces for row in draw(MEASURES[:1], RELATIONS, AXIS))


def test_last_day_is_a_flag_and_red_when_it_is_passed() -> None:
    late = replace(PLAN.measures["W05"], end=Period.day(date(2031, 4, 11)))
    [flag] = rows_of(late, deadlines=[READY])["W05"].flags
    assert flag.broken
    assert rows_of(deadlines=[READY])["W05"].flags[0].broken is False


def test_dates_of_before_are_drawn_only_where_they_differ() -> None:
    before = {row.key: row for row in MEASURES} | {"W03": PLAN.measures["W03"].moved(-30)}
    assert [key for key, row in rows_of(baseline=before).items() if row.was] == ["W03"]


def test_what_decides_is_marked_with_the_lines_between() -> None:
    rows = rows_of(critical=["W01", "W02"])
    assert [key for key, row in rows.items() if row.critical] == ["W01", "W02"]
    assert {piece.critical for piece in rows["W01"].pieces} == {True}


DAYS = st.dates(date(1999, 1, 1), date(2101, 1, 1))


@given(st.lists(st.tuples(DAYS, st.integers(0, 20_000)), min_size=1, max_size=30))
def test_nothing_is_drawn_beyond_the_edge(spans: list[tuple[date, int]]) -> None:
    measures = [measure(f"M{at}", day, day + timedelta(days=days)) for at, (day, days) in enumerate(spans)]
    axis = Axis.over([day for row in measures for day in (row.first, row.last)], TODAY)
    assert 4 <= len(axis.years) <= 10
    for row in draw(measures, [Relation("M0", row.key) for row in measures[1:]], axis):
        assert row.bar
        assert row.bar.x >= 0
        assert row.bar.width > 0
        assert row.bar.x + row.bar.width <= 100.01
        assert all(-1 <= piece.x2 <= 101 for piece in row.pieces)


def test_line_without_a_measure_lets_lines_pass() -> None:
    rows = draw([*MEASURES[:1], None, *MEASURES[1:2]], RELATIONS, AXIS)
    assert [(piece.y1, piece.y2) for piece in rows[1].pieces] == [(0, 100)]


def test_late_is_what_should_be_ready_and_is_not() -> None:
    past = measure("A", date(2026, 1, 1), date(2026, 11, 22))
    done = replace(past, key="B", status=MeasureStatus.DONE)
    assert [row.bar and row.bar.late for row in draw([past, done], [], AXIS, today=TODAY)] == [True, False]


def test_day_is_a_point_and_a_quarter_a_bar() -> None:
    assert bar_of(measure("A", TODAY, TODAY), AXIS).is_point
    assert not bar_of(measure("A", date(2027, 1, 1), date(2027, 3, 31)), AXIS).is_point


def test_names_stand_only_where_there_is_room() -> None:
    assert labels([(10.0, "a"), (20.0, "b"), (40.0, "c"), (95.0, "d")]) == [
        (10.0, "start", "a"),
        (40.0, "start", "c"),
        (95.0, "end", "d"),
    ]
