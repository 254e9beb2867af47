"""What a moved date does, by the worked example."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import LagUnit
from deliverables.agenda.plan.rules.checking import Verdict, check, ring, verdict
from deliverables.agenda.plan.rules.plan import Plan, Planned, Relation
from deliverables.agenda.plan.rules.pushing import Domino, push
from tests.deliverables.agenda.plan.example import HERE, MEASURES, PLAN, RELATIONS, changed, ending, measure


def later(key: str, days: int, plan: Plan = PLAN) -> Domino:
    last = plan.measures[key].last + timedelta(days=days)
    return push(plan, [replace(plan.measures[key], end=Period.day(last))], HERE)


def told(domino: Domino) -> dict[str, tuple[date, date, int]]:
    return {move.new.key: (move.new.first, move.new.last, move.days) for move in domino.moves}


def test_example_as_planned_has_these_days_to_spare() -> None:
    spare = {(row.relation.before, row.relation.after): row.spare for row in check(PLAN)}
    assert list(spare.values()) == [16, 1, 216, 35, 8, 28]
    assert {row.verdict for row in check(PLAN)} == {Verdict.FITS}


def test_end_sixty_days_later_moves_three_measures_and_no_more() -> None:
    domino = later("W01", 60)
    assert told(domino) == {
        "W02": (date(2027, 2, 17), date(2028, 8, 13), 44),
        "N01": (date(2027, 5, 17), date(2029, 5, 11), 42),
        "W03": (date(2028, 9, 11), date(2030, 12, 27), 7),
    }
    assert (domino.requests, domino.conflicts, domino.crossed, domino.earlier) == ((), (), (), ())


def test_after_that_the_last_relation_has_one_day_left() -> None:
    spare = {row.relation.after: row.spare for row in check(later("W01", 60).after)}
    assert spare["W05"] == 1


def test_end_ninety_days_later_crosses_both_deadlines_and_asks_the_other_area() -> None:
    domino = later("W02", 90)
    assert told(domino) == {
        "W03": (date(2028, 10, 27), date(2031, 2, 11), 53),
        "W05": (date(2028, 10, 16), date(2031, 4, 11), 42),
    }
    assert [(move.new.key, move.new.first, move.days) for move in domino.requests] == [
        ("PL-P04", date(2028, 10, 27), 25)
    ]
    assert {(row.deadline.measure, row.late) for row in domino.crossed} == {("W05", 42), ("W03", 42)}


def test_pinned_measure_stays_and_says_what_it_could_not_be_before() -> None:
    domino = later("W02", 90, changed(replace(PLAN.measures["W05"], pinned=True)))
    assert [move.new.key for move in domino.moves] == ["W03"]
    assert [(row.measure.key, row.measure.last, row.not_before) for row in domino.conflicts] == [
        ("W05", date(2031, 2, 28), date(2031, 4, 11))
    ]


def test_ring_is_refused_with_its_shortest_chain() -> None:
    assert ring(RELATIONS, Relation("W05", "W01")) == ["W01", "W02", "W03", "W05", "W01"]


@pytest.mark.parametrize("state", ["voorgesteld", "bevestigd"])
def test_proposed_relation_counts_for_a_ring(state: str) -> None:
    assert ring([Relation("a", "b", "SS", state=state)], Relation("b", "a", "FF")) == ["a", "b", "a"]


def test_rejected_relation_closes_no_ring_and_a_measure_waits_not_for_itself() -> None:
    assert ring([Relation("a", "b", state="afgewezen")], Relation("b", "a")) == []
    assert ring([], Relation("a", "a")) == ["a", "a"]


def test_earlier_end_moves_nothing_and_tells_who_could_begin_earlier() -> None:
    domino = later("W01", -30)
    assert domino.moves == ()
    assert [(row.measure.key, row.start) for row in domino.earlier] == [("W02", date(2026, 11, 19))]


def quarter(year: int, number: int) -> Period:
    first = date(year, 3 * number - 2, 1)
    return Period(first, date(year + number // 4, 3 * number % 12 + 1, 1) - timedelta(days=1))


@pytest.mark.parametrize(
    ("ends", "kind", "begins", "expected"),
    [(2, "FS", 2, "krap"), (3, "FS", 2, "botst"), (2, "FS", 3, "past"), (2, "SS", 2, "past")],
)
def test_quarters_are_tight_when_some_days_in_them_would_do(ends: int, kind: str, begins: int, expected: str) -> None:
    before = Planned("a", quarter(2027, ends if kind == "SS" else 1), quarter(2027, ends))
    after = Planned("b", quarter(2027, begins), quarter(2028, 1))
    assert verdict(Relation("a", "b", kind), before, after) == expected


def test_what_is_tight_moves_nothing_and_what_clashes_goes_to_exact_days() -> None:
    before = Planned("a", quarter(2027, 1), quarter(2027, 2))
    after = Planned("b", quarter(2027, 2), quarter(2027, 3))
    plan = Plan.of([before, after], [Relation("a", "b")])
    assert push(plan, [before]).moves == ()
    moved = push(plan, [replace(before, end=quarter(2027, 3))]).moves[0].new
    assert (moved.start, moved.end) == (Period.day(date(2027, 10, 1)), Period.day(date(2028, 3, 31)))


@pytest.mark.parametrize("status", [MeasureStatus.RUNNING, MeasureStatus.STOPPED, MeasureStatus.DONE])
def test_what_has_begun_is_not_stretched(status: str) -> None:
    domino = later("W02", 90, changed(replace(PLAN.measures["W05"], status=status)))
    assert "W05" not in told(domino)
    assert [row.measure.key for row in domino.conflicts] == ["W05"]


def test_what_has_begun_waits_for_no_start_any_more() -> None:
    domino = later("W01", 60, changed(replace(PLAN.measures["W02"], status=MeasureStatus.RUNNING)))
    assert (domino.moves, domino.conflicts) == ((), ())


def test_relation_that_is_only_proposed_moves_nothing_and_is_checked() -> None:
    plan = Plan.of(MEASURES, [replace(RELATIONS[0], state="voorgesteld")])
    assert later("W01", 60, plan).moves == ()
    assert check(changed(ending("W01", date(2027, 2, 16))))[0].verdict is Verdict.CLASHES


def test_dropped_measure_has_no_relations() -> None:
    dropped = [replace(row, status=MeasureStatus.DROPPED) if row.key == "W02" else row for row in MEASURES]
    plan = Plan.of(dropped, RELATIONS)
    assert {row.before for row in plan.relations} == {"L01", "W03"}


def test_own_measure_behind_another_area_moves_only_when_that_agrees() -> None:
    behind = measure("W09", date(2030, 1, 1), date(2030, 6, 30))
    plan = Plan.of([*MEASURES, behind], [*RELATIONS, Relation("PL-P04", "W09")])
    domino = later("W02", 90, plan)
    assert "W09" not in told(domino)
    assert [(move.new.key, move.new.first) for move in domino.reserved] == [("W09", date(2030, 1, 26))]


def test_causes_are_all_relations_that_ask_the_same_day() -> None:
    rows = [measure(key, date(2027, 1, 1), date(2027, 3, 31)) for key in ("A", "B")]
    after = measure("C", date(2027, 4, 1), date(2027, 6, 30))
    plan = Plan.of([*rows, after], [Relation("A", "C"), Relation("B", "C")])
    edits = [replace(row, end=Period.day(date(2027, 4, 10))) for row in rows]
    assert [cause.before for cause in push(plan, edits, HERE).moves[0].causes] == ["A", "B"]


def test_edited_measure_is_never_pushed_by_its_own_batch() -> None:
    edits = [ending("W01", date(2027, 2, 16)), ending("W02", date(2028, 6, 29))]
    assert "W02" not in told(push(PLAN, edits, HERE))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan without rings: relations run from an earlier key to a later one."""
    keys = [f"M{number:02}" for number in range(draw(st.integers(2, 12)))]
    start = st.integers(0, 1500)
    rows = [
        measure(
            key,
            date(2026, 1, 1) + timedelta(days=(begin := draw(start))),
            date(2026, 1, 1) + timedelta(days=begin + draw(st.integers(0, 700))),
            pinned=draw(st.booleans()) and draw(st.booleans()),
        )
        for key in keys
    ]
    pairs = st.tuples(st.integers(0, len(keys) - 1), st.integers(0, len(keys) - 1)).filter(
        lambda pair: pair[0] < pair[1]
    )
    units = st.tuples(st.sampled_from(["FS", "SS", "FF"]), st.integers(-10, 30), st.sampled_from(LagUnit.values))
    relations = [Relation(keys[first], keys[last], *draw(units)) for first, last in draw(st.sets(pairs, max_size=20))]
    return Plan.of(rows, relations)


@given(plans(), st.integers(-200, 400))
def test_push_moves_only_later_as_long_as_before_and_no_further_than_it_must(plan: Plan, days: int) -> None:
    domino = later("M00", days, plan)
    for move in domino.moves:
        assert move.days > 0
        assert move.new.last - move.new.first == move.old.last - move.old.first
        assert min(row.spare(domino.after.measures[row.before], move.new) for row in move.causes) == 0


@given(plans(), st.integers(1, 400))
def test_after_a_push_no_movable_measure_clashes_with_what_moved(plan: Plan, days: int) -> None:
    domino = later("M00", days, plan)
    stirred = {"M00"} | {move.new.key for move in domino.moves}
    for row in check(domino.after):
        if row.relation.before in stirred and row.verdict is Verdict.CLASHES:
            assert domino.after.measures[row.relation.after].pinned


@given(plans(), st.integers(1, 400))
def test_pushing_again_what_was_pushed_moves_nothing(plan: Plan, days: int) -> None:
    domino = later("M00", days, plan)
    assert push(domino.after, [domino.after.measures["M00"]], HERE).moves == ()
