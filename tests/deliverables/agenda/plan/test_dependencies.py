"""Saying what waits for what: what is refused, and who decides across areas."""

from uuid import uuid4

import pytest

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.actions.dependencies import (
    Tie,
    add_dependency,
    answer_dependency,
    change_dependency,
    remove_dependency,
)
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_dependency, make_example, make_measure
from tests.factories import make_area, make_member

pytestmark = pytest.mark.django_db
TIE = Tie("Eerst het ontwerp")


@pytest.fixture
def pair(area: Area, planner: User) -> tuple[Measure, Measure]:
    return make_measure(area, "W01"), make_measure(area, "W02")


@pytest.fixture
def neighbour(other_area: Area) -> User:
    """Somebody of the planning group of the other area."""
    return make_member(Role.PLANNING_GROUP, other_area)


def test_within_an_area_it_counts_at_once(area: Area, planner: User, pair: tuple[Measure, Measure]) -> None:
    made = add_dependency(
        area=area, before=pair[0], after=pair[1], actor=planner, tie=Tie("Ontwerp", "SS", 3, "maand")
    )
    assert (made.state, made.kind, made.lag, made.unit) == (DependencyState.CONFIRMED, "SS", 3, "maand")
    assert not OutgoingMail.objects.exists()


def test_the_same_form_sent_twice_makes_one(area: Area, planner: User, pair: tuple[Measure, Measure]) -> None:
    token = uuid4()
    made = [
        add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=TIE, token=token) for _ in "12"
    ]
    assert made[0] == made[1]


def test_measure_does_not_wait_for_itself(area: Area, planner: User, pair: tuple[Measure, Measure]) -> None:
    with pytest.raises(Problem, match="niet op zichzelf"):
        add_dependency(area=area, before=pair[0], after=pair[0], actor=planner, tie=TIE)


def test_the_same_tie_twice_is_refused_and_another_kind_is_not(
    area: Area, planner: User, pair: tuple[Measure, Measure]
) -> None:
    add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=TIE)
    with pytest.raises(Problem, match="ZL-W02 wacht al op ZL-W01"):
        add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=TIE)
    add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=Tie("Ook", "FF"))
    assert Dependency.objects.count() == 2


@pytest.mark.parametrize("lag", [-2_001, 2_001, 100_000])
def test_lag_beyond_two_thousand_is_refused(
    area: Area, planner: User, pair: tuple[Measure, Measure], lag: int
) -> None:
    with pytest.raises(Problem, match=r"2\.000"):
        add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=Tie("Ver", lag=lag))


def test_nothing_waits_for_what_was_dropped(area: Area, planner: User, pair: tuple[Measure, Measure]) -> None:
    Measure.objects.filter(pk=pair[0].pk).update(status=MeasureStatus.DROPPED, drop_reason="Geen geld")
    with pytest.raises(Problem, match="ZL-W01 is vervallen"):
        add_dependency(area=area, before=pair[0], after=pair[1], actor=planner, tie=TIE)


def test_ring_is_refused_with_the_chain_in_codes(area: Area, other_area: Area, planner: User) -> None:
    rows = make_example(area, other_area)
    with pytest.raises(Problem, match="ZL-W01 → ZL-W02 → ZL-W03 → ZL-W05 → ZL-W01"):
        add_dependency(area=area, before=rows["W05"], after=rows["W01"], actor=planner, tie=TIE)


def test_ring_over_two_areas_names_what_one_may_not_read_by_its_area_alone(
    area: Area, other_area: Area, planner: User
) -> None:
    rows = make_example(area, other_area)
    with pytest.raises(Problem) as refused:
        add_dependency(area=area, before=rows["P04"], after=rows["W01"], actor=planner, tie=TIE)
    assert "ZL-W01 → ZL-W02 → ZL-W03 → een maatregel in De Peel → ZL-W01" in str(refused.value)
    assert "P04" not in str(refused.value)


def test_proposal_over_the_border_closes_a_ring_too_and_a_declined_one_does_not(
    area: Area, other_area: Area, planner: User
) -> None:
    own, foreign = make_measure(area, "W01"), make_measure(other_area, "P01")
    tie = make_dependency(own, foreign, state=DependencyState.PROPOSED)
    with pytest.raises(Problem, match="kring"):
        add_dependency(area=area, before=foreign, after=own, actor=planner, tie=TIE)
    Dependency.objects.filter(pk=tie.pk).update(state=DependencyState.REJECTED)
    add_dependency(area=area, before=foreign, after=own, actor=planner, tie=TIE)


def test_over_the_border_it_is_a_proposal_of_which_the_other_planning_group_hears(
    area: Area, other_area: Area, planner: User, neighbour: User
) -> None:
    own, foreign = make_measure(area, "W01", title="Geheim ontwerp"), make_measure(other_area, "P01")
    made = add_dependency(area=area, before=own, after=foreign, actor=planner, tie=TIE)
    mail = OutgoingMail.objects.get()
    assert (made.state, mail.to) == (DependencyState.PROPOSED, neighbour.email)
    assert "PL-P01 moet wachten op maatregel ZL-W01" in mail.text
    assert "Geheim ontwerp" not in mail.text + mail.html


@pytest.mark.parametrize(("confirms", "state"), [(True, "bevestigd"), (False, "afgewezen")])
def test_answer_of_the_other_area_is_told_to_who_proposed(
    area: Area, other_area: Area, planner: User, neighbour: User, confirms: bool, state: str
) -> None:
    own, foreign = make_measure(area, "W01"), make_measure(other_area, "P01")
    made = add_dependency(area=area, before=own, after=foreign, actor=planner, tie=TIE)
    answer_dependency(dependency=made, actor=neighbour, version=1, confirms=confirms)
    made.refresh_from_db()
    assert (made.state, made.answered_by) == (state, neighbour)
    assert OutgoingMail.objects.filter(to=planner.email, subject__startswith="De Peel is het").count() == 1


def test_what_was_declined_is_not_confirmed_without_a_new_proposal(
    area: Area, other_area: Area, neighbour: User
) -> None:
    tie = make_dependency(
        make_measure(area, "W01"), make_measure(other_area, "P01"), state="afgewezen", proposed_in=area
    )
    with pytest.raises(TransitionRefused):
        answer_dependency(dependency=tie, actor=neighbour, version=1, confirms=True)


def test_declined_proposal_is_made_anew_by_adding_it_again(
    area: Area, other_area: Area, planner: User, neighbour: User
) -> None:
    own, foreign = make_measure(area, "W01"), make_measure(other_area, "P01")
    made = add_dependency(area=area, before=own, after=foreign, actor=planner, tie=TIE)
    answer_dependency(dependency=made, actor=neighbour, version=1, confirms=False)
    again = add_dependency(area=area, before=own, after=foreign, actor=planner, tie=Tie("Nu wel", lag=5))
    assert (again.pk, again.state, again.lag) == (made.pk, DependencyState.PROPOSED, 5)
    assert OutgoingMail.objects.filter(to=neighbour.email).count() == 2


def test_other_time_between_asks_again_and_other_words_do_not(
    area: Area, other_area: Area, planner: User, neighbour: User
) -> None:
    tie = make_dependency(make_measure(area, "W01"), make_measure(other_area, "P01"), proposed_in=area)
    change_dependency(dependency=tie, actor=planner, version=1, tie=Tie("Anders gezegd"))
    assert tie.state == DependencyState.CONFIRMED
    change_dependency(dependency=tie, actor=planner, version=2, tie=Tie("Anders gezegd", lag=10))
    assert tie.state == DependencyState.PROPOSED
    assert OutgoingMail.objects.filter(to=neighbour.email).count() == 1


def test_who_changes_second_hears_of_the_first(planner: User, pair: tuple[Measure, Measure]) -> None:
    tie = make_dependency(*pair)
    change_dependency(dependency=tie, actor=planner, version=1, tie=Tie("Een", lag=1))
    with pytest.raises(Conflict):
        change_dependency(dependency=tie, actor=planner, version=1, tie=Tie("Twee", lag=2))
    with pytest.raises(Conflict):
        remove_dependency(dependency=tie, actor=planner, version=1)
    remove_dependency(dependency=tie, actor=planner, version=2)
    assert not Dependency.objects.exists()


def test_change_to_a_kind_that_is_there_already_is_refused(planner: User, pair: tuple[Measure, Measure]) -> None:
    make_dependency(*pair)
    tie = make_dependency(*pair, kind="FF")
    with pytest.raises(Problem, match="staat er al"):
        change_dependency(dependency=tie, actor=planner, version=1, tie=TIE)


def test_ring_over_three_areas_is_found(area: Area, other_area: Area, planner: User) -> None:
    third = make_area("groningen")
    one, two, three = make_measure(area, "W01"), make_measure(other_area, "P01"), make_measure(third, "G01")
    make_dependency(one, two)
    make_dependency(two, three)
    with pytest.raises(Problem, match="een maatregel in De Peel → een maatregel in Groningen"):
        add_dependency(area=area, before=three, after=one, actor=planner, tie=TIE)
