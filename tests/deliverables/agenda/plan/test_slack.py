"""How much room there is, and who decides it."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.rules.checking import check
from deliverables.agenda.plan.rules.plan import Deadline, Plan
from deliverables.agenda.plan.rules.pushing import push
from deliverables.agenda.plan.rules.slack import critical_chain, slack
from tests.deliverables.agenda.plan.example import HERE, MEASURES, PLAN, READY, RELATIONS, SPEND
from tests.deliverables.agenda.plan.test_domino import plans


def days(plan: Plan, *deadlines: Deadline) -> dict[str, int]:
    return {key: row.days for key, row in slack(Plan(plan.measures, plan.relations, deadlines)).items()}


def test_room_until_one_deadline_runs_back_over_months_and_working_days() -> None:
    rooms = slack(Plan(PLAN.measures, PLAN.relations, (READY,)))
    assert {key: (row.days, row.until) for key, row in rooms.items()} == {
        "W05": (0, date(2031, 2, 28)),
        "W03": (11, date(2030, 12, 31)),
        "W02": (48, date(2028, 8, 17)),
        "W01": (64, date(2027, 2, 20)),
    }


def test_measure_with_no_deadline_downstream_has_no_limit() -> None:
    assert not {"N01", "L01", "PL-P04"} & set(days(PLAN, READY))


def test_second_deadline_on_the_way_changes_nothing_where_it_is_as_far() -> None:
    assert days(PLAN, READY, SPEND)["W03"] == 11


def test_deadline_that_is_broken_already_says_by_how_many_days() -> None:
    assert days(PLAN, READY, replace(SPEND, day=date(2030, 12, 15)))["W03"] == -5


def test_lateness_is_not_passed_on_to_what_comes_before() -> None:
    late = days(PLAN, replace(SPEND, day=date(2030, 12, 15)))
    assert late["W02"] == 37  # as if the late one may not move at all; 20 working days end on a Monday


def test_pinned_successor_is_a_deadline_and_one_that_has_begun_is_not() -> None:
    pinned = [replace(row, pinned=True) if row.key == "W03" else row for row in MEASURES]
    assert days(Plan.of(pinned, RELATIONS))["W02"] == 37
    begun = [replace(row, pinned=True, status=MeasureStatus.RUNNING) if row.key == "W03" else row for row in MEASURES]
    assert "W02" not in days(Plan.of(begun, RELATIONS))


def test_critical_chain_runs_from_the_first_measure_to_the_one_that_carries_the_deadline() -> None:
    assert critical_chain(PLAN, READY) == ["W01", "W02", "W03", "W05"]


def test_measure_that_decides_nothing_is_not_critical() -> None:
    assert critical_chain(PLAN, SPEND) == ["W01", "W02", "W03"]


@given(plans(), st.integers(0, 300))
def test_shifting_by_all_the_room_keeps_the_deadline_and_one_day_more_breaks_it(plan: Plan, room: int) -> None:
    last = plan.order[-1]
    deadline = Deadline(last, plan.measures[last].last + timedelta(days=room))
    free = {key: replace(row, pinned=False) for key, row in plan.measures.items()}
    plan = Plan(free, plan.relations, (deadline,))
    for key, row in slack(plan).items():
        if row.days < 0 or any(finding.spare < 0 for finding in check(plan)):
            continue
        assert push(plan, [free[key].moved(row.days)], HERE).crossed == ()
        if key != last:
            assert push(plan, [free[key].moved(row.days + 1)], HERE).crossed != ()
