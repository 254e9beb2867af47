"""How likely a deadline is kept: within the tolerance of so many runs of what can be worked out exactly."""

from datetime import date, timedelta

import pytest

from deliverables.agenda.chance.rules import Chance, Estimate, chance, gaps, percent_words, seed_of
from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation

START = date(2027, 1, 4)
LONG, SHORT = Estimate(10, 20, 40), Estimate(5, 6, 7)
SHARED = Estimate(10, 20, 40, frozenset({"stikstof"}))
TOLERANCE = 3.5


def planned(key: str, **facts: object) -> Planned:
    return Planned(key, Period.day(START), Period.day(START + timedelta(weeks=20)), **facts)  # type: ignore[arg-type]


def after_weeks(weeks: int, measure: str) -> Deadline:
    return Deadline(measure, START + timedelta(weeks=weeks, days=-1))


def in_parallel(first: Estimate, second: Estimate) -> Chance:
    """Two measures that a third, which takes no time, waits for."""
    both = Plan.of([planned("A"), planned("B"), planned("C")], [Relation("A", "C"), Relation("B", "C")])
    estimates = {"A": first, "B": second, "C": Estimate(0, 0, 0)}
    return chance(both, after_weeks(25, "C"), estimates, today=START, seed=seed_of("1.0", "BO"))


def in_series(first: Estimate, second: Estimate, weeks: int) -> Chance:
    plan = Plan.of([planned("A"), planned("B")], [Relation("A", "B")])
    return chance(plan, after_weeks(weeks, "B"), {"A": first, "B": second}, today=START, seed=seed_of("1.0", "BO"))


def test_one_measure_alone() -> None:
    found = chance(Plan.of([planned("A")]), after_weeks(25, "A"), {"A": LONG}, today=START, seed=seed_of("1.0", "BO"))
    assert found.percent == pytest.approx(62.5, abs=TOLERANCE)


def test_two_that_must_both_be_ready_are_ready_less_often() -> None:
    assert in_parallel(LONG, LONG).percent == pytest.approx(39.06, abs=TOLERANCE)


def test_two_that_share_their_luck_are_ready_as_often_as_one() -> None:
    assert in_parallel(SHARED, SHARED).percent == pytest.approx(62.5, abs=TOLERANCE)


@pytest.mark.parametrize(("first", "expected"), [(LONG, 65.3), (SHARED, 62.5)])
def test_two_in_a_row(first: Estimate, expected: float) -> None:
    assert in_series(first, first, 50).percent == pytest.approx(expected, abs=TOLERANCE)


def test_plan_as_drawn_is_made_one_time_in_four() -> None:
    assert in_series(LONG, LONG, 40).percent == pytest.approx(24.1, abs=TOLERANCE)


def test_causes_tell_what_would_help_most() -> None:
    found = in_series(LONG, SHORT, 30)
    assert found.percent == pytest.approx(57.3, abs=TOLERANCE)
    assert [(cause.name, pytest.approx(cause.gain, abs=TOLERANCE)) for cause in found.causes] == [
        ("A", 42.7),
        ("B", 0),
    ]


def test_driver_is_one_cause_for_all_it_touches() -> None:
    first = in_parallel(SHARED, SHARED).causes[0]
    assert (first.name, first.keys) == ("stikstof", ("A", "B"))


def test_same_seed_gives_the_same_answer() -> None:
    assert in_series(LONG, LONG, 50) == in_series(LONG, LONG, 50)


def test_measures_share_their_luck_also_through_a_third() -> None:
    links = [frozenset({"net"}), frozenset({"net", "grond"}), frozenset({"grond"})]
    rows = [planned(key) for key in "ABC"]
    ends = planned("D")
    estimates = {row.key: Estimate(10, 20, 40, link) for row, link in zip(rows, links, strict=True)}
    plan = Plan.of([*rows, ends], [Relation(row.key, "D") for row in rows])
    found = chance(plan, after_weeks(25, "D"), {**estimates, "D": Estimate(0, 0, 0)}, today=START, seed=7)
    assert found.percent == pytest.approx(62.5, abs=TOLERANCE)


def test_gate_tells_which_measures_lack_an_estimate() -> None:
    plan = Plan.of([planned("A"), planned("B"), planned("C")], [Relation("A", "B"), Relation("B", "C")])
    [gap] = gaps(plan, after_weeks(50, "C"), {"B": LONG})
    assert (gap.words, gap.measures) == ("bij 2 van 3 maatregelen ontbreekt een schatting", ("A", "C"))


def test_gate_stays_shut_for_a_pin_without_reason_and_a_relation_nobody_confirmed() -> None:
    plan = Plan.of([planned("A"), planned("B")], [Relation("A", "B", state="voorgesteld")])
    found = gaps(plan, after_weeks(50, "B"), {"A": LONG, "B": LONG}, ["A"])
    assert [gap.measures for gap in found] == [("A",), ("A", "B")]


def test_what_is_done_asks_for_no_estimate() -> None:
    plan = Plan.of([planned("A", status=MeasureStatus.DONE), planned("B")], [Relation("A", "B")])
    assert gaps(plan, after_weeks(50, "B"), {"B": LONG}) == []


@pytest.mark.parametrize(
    ("percent", "words"),
    [
        (62.5, "ongeveer 63 % (± 2)"),
        (62.4, "ongeveer 62 % (± 2)"),
        (0.9, "vrijwel uitgesloten"),
        (99.5, "vrijwel zeker"),
    ],
)
def test_percentage_is_never_bare(percent: float, words: str) -> None:
    assert percent_words(percent) == words


@pytest.mark.parametrize("weeks", [(5, 4, 6), (5, 6, 5), (-1, 2, 3)])
def test_estimate_runs_from_short_to_long(weeks: tuple[float, float, float]) -> None:
    with pytest.raises(ValueError, match="De kortste tijd"):
        Estimate(*weeks)
