"""Conditions from outside, and last days: what is kept, what is refused, and what comes in time."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.actions.conditions import (
    ConditionFacts,
    add_condition,
    change_condition,
    link_condition,
    set_condition_state,
    unlink_condition,
)
from deliverables.agenda.plan.actions.deadlines import add_deadline, change_deadline, remove_deadline
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.queries.conditions import condition_row, condition_rows, conditions_of
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_condition, make_deadline, make_measure

pytestmark = pytest.mark.django_db


def expected(words: str) -> dict[str, object]:
    read = read_date(words)
    return {"expected_on": read.day, "expected_precision": read.precision}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("02-01-2027", "Open, op tijd"),
        ("04-01-2027", "Open, op tijd"),
        ("Q1 2027", "Krap voor ZL-C02"),
        ("05-01-2027", "Te laat voor ZL-C02"),
    ],
)
def test_condition_says_for_which_measure_it_is_too_late(area: Area, planner: User, when: str, words: str) -> None:
    measure = make_measure(area, "C02", start=date(2027, 1, 4))
    condition = make_condition(area, measure, **expected(when))
    assert condition_row(area, condition).status[1] == words


@pytest.mark.parametrize("status", [MeasureStatus.DONE, MeasureStatus.DROPPED])
def test_what_is_done_or_dropped_waits_no_more(area: Area, planner: User, status: str) -> None:
    measure = make_measure(area, "C02", status=status, drop_reason="Geen geld")
    assert condition_row(area, make_condition(area, measure, **expected("2030"))).waiting == []


def test_what_has_begun_is_not_held_up_and_unknown_is_said(area: Area, planner: User) -> None:
    running = make_measure(area, "C01", status=MeasureStatus.RUNNING)
    planned = make_measure(area, "C02")
    late, unknown = make_condition(area, running, **expected("2030")), make_condition(area, planned)
    assert condition_row(area, late).waiting[0].status[1] == "Op tijd"
    assert [waiting.status[1] for _, waiting in conditions_of(planned)] == ["Onbekend"]
    assert condition_row(area, unknown).expected == "onbekend"


def test_met_condition_holds_nothing_up_and_stands_last(area: Area, planner: User) -> None:
    met = make_condition(area, make_measure(area, "C01"), title="A", state=ConditionState.MET, **expected("2030"))
    opened = make_condition(area, title="B")
    rows = condition_rows(area)
    assert [row.condition for row in rows] == [opened, met]
    assert rows[1].status == ("good", "Vervuld")


def test_list_costs_as_many_queries_for_one_as_for_three(
    area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for count in (1, 3):
        while len(condition_rows(area)) < count:
            make_condition(area, make_measure(area))
        with django_assert_num_queries(2):
            assert [row.status and row.expected for row in condition_rows(area)]


def test_national_condition_is_seen_in_every_area_with_its_own_measures(
    area: Area, other_area: Area, planner: User
) -> None:
    condition = make_condition(None, make_measure(area, "C01"), make_measure(other_area, "P01"))
    assert [row.measure.code for row in condition_rows(other_area)[0].waiting] == ["PL-P01"]
    assert [row.measure.code for row in condition_row(area, condition).waiting] == ["ZL-C01"]


def test_condition_is_written_changed_and_met(area: Area, planner: User) -> None:
    made = add_condition(area=area, actor=planner, facts=ConditionFacts("Net", expected=read_date("Q3 2027")))
    assert str(made.expected) == "Q3 2027"
    change_condition(condition=made, actor=planner, version=1, facts=ConditionFacts("Netcapaciteit"))
    assert made.expected is None
    set_condition_state(condition=made, actor=planner, version=2, state=ConditionState.MET)
    with pytest.raises(Conflict):
        set_condition_state(condition=made, actor=planner, version=2, state=ConditionState.OPEN)
    with pytest.raises(TransitionRefused):
        set_condition_state(condition=made, actor=planner, version=3, state=ConditionState.VOID)
    with pytest.raises(Problem):
        set_condition_state(condition=made, actor=planner, version=3, state="weg")


def test_measure_waits_once_for_a_condition_of_its_area_or_of_all(area: Area, other_area: Area, planner: User) -> None:
    condition, measure = make_condition(None), make_measure(area, "C01")
    for _ in "12":
        link_condition(condition=condition, measure=measure, actor=planner)
    assert condition.measure_links.count() == 1
    unlink_condition(condition=condition, measure=measure, actor=planner)
    assert not condition.measure_links.exists()
    with pytest.raises(Problem, match="ander gebied"):
        link_condition(condition=make_condition(other_area), measure=measure, actor=planner)


def test_last_day_is_a_day_or_a_checkpoint_of_the_area(area: Area, other_area: Area, planner: User) -> None:
    measure = make_measure(area, "C01")
    elsewhere = Checkpoint.objects.create(name="BO", date=date(2027, 6, 9), created_by=planner)
    CheckpointArea.objects.create(checkpoint=elsewhere, area=other_area)
    with pytest.raises(Problem, match="één van de twee"):
        add_deadline(measure=measure, actor=planner, why="SPUK")
    with pytest.raises(Problem, match="geldt niet"):
        add_deadline(measure=measure, actor=planner, why="SPUK", checkpoint=elsewhere)
    CheckpointArea.objects.create(checkpoint=elsewhere, area=area)
    made = add_deadline(measure=measure, actor=planner, why="SPUK", checkpoint=elsewhere)
    assert made.checkpoint == elsewhere


def test_last_day_that_somebody_changed_is_not_removed_unseen(area: Area, planner: User) -> None:
    deadline = make_deadline(make_measure(area, "C01"), date(2027, 6, 1))
    change_deadline(deadline=deadline, actor=planner, version=1, why="Later", day=date(2027, 7, 1))
    with pytest.raises(Conflict):
        remove_deadline(deadline=deadline, actor=planner, version=1)
    remove_deadline(deadline=deadline, actor=planner, version=2)
    assert not deadline.__class__.objects.exists()
