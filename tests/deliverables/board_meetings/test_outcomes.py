"""Writing down what was agreed: what is refused, what stays for ever, and what two at once may do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from areas.models import Area, Organisation, User
from deliverables.board_meetings.actions.outcomes import (
    OutcomeData,
    change_outcome,
    continue_outcome,
    record_outcome,
)
from deliverables.board_meetings.actions.reports import Said, report_outcome
from deliverables.board_meetings.actions.tables import set_table
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeReport
from deliverables.board_meetings.queries.reports import newest_report
from deliverables.checkpoints.actions import CheckpointData, change_checkpoint, remove_checkpoint
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome, make_outcome_report
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()


@pytest.fixture
def meeting(area: Area) -> Checkpoint:
    return make_meeting(area, days=-100)


@pytest.fixture
def lead(area: Area) -> Organisation:
    return make_organisation("Provincie Limburg", area=area)


@pytest.fixture
def data(lead: Organisation) -> OutcomeData:
    return OutcomeData(OutcomeKind.AGREED, "Rijk en regio leveren een dekking.", lead=lead)


def record(meeting: Checkpoint, area: Area | None, actor: User, data: OutcomeData, **fields: Any) -> BoardOutcome:
    return record_outcome(meeting=meeting, area=area, actor=actor, data=data, **fields)


def say(
    outcome: BoardOutcome, actor: User, state: str, text: str = "Er ligt een brief.", **fields: Any
) -> OutcomeReport:
    outcome.refresh_from_db()
    version = fields.pop("version", outcome.version)
    said = Said(state, fields.pop("as_of", TODAY), text, fields.pop("evidence", ""))
    return report_outcome(outcome=outcome, actor=actor, version=version, said=said, **fields)


def refused(change: Callable[[], object]) -> bool:
    """Tell whether the database refuses a change once the transaction would end."""
    try:
        with transaction.atomic():
            change()
            connection.check_constraints()
    except DatabaseError:
        return True
    return False


def test_without_a_number_it_gets_the_next_one(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    assert record(meeting, area, planner, data).number == 1
    assert record(meeting, area, planner, data, number=14).number == 14
    assert record(meeting, area, planner, data).number == 15


def test_number_is_given_once_in_an_overleg(
    meeting: Checkpoint, area: Area, other_area: Area, planner: User, data: OutcomeData
) -> None:
    record(meeting, area, planner, data, number=14)
    with pytest.raises(Problem, match="Nummer 14 is in dit overleg al gegeven"):
        record(meeting, area, planner, data, number=14)
    assert record(make_meeting(area), area, planner, data, number=14).number == 14


def test_number_area_and_overleg_stay_and_nothing_is_ever_deleted(
    meeting: Checkpoint, area: Area, other_area: Area
) -> None:
    outcome = make_outcome(meeting, area, 14)
    rows = BoardOutcome.objects.filter(pk=outcome.pk)
    changes = ({"number": 15}, {"area": other_area}, {"checkpoint": make_meeting(area)})
    assert all(refused(lambda values=values: rows.update(**values)) for values in changes)  # type: ignore[misc]
    assert refused(rows.delete)
    said = make_outcome_report(outcome)
    assert refused(OutcomeReport.objects.filter(pk=said.pk).delete)
    assert refused(lambda: OutcomeReport.objects.filter(pk=said.pk).update(state=OutcomeState.DROPPED))


def test_same_token_twice_makes_one(meeting: Checkpoint, area: Area, planner: User, data: OutcomeData) -> None:
    token = uuid7()
    made = [record(meeting, area, planner, data, token=token) for _ in range(2)]
    assert made[0] == made[1]
    with pytest.raises(Problem, match="al gebruikt"):
        record(make_meeting(area), area, planner, data, token=token)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"text": " "}, "Vul in wat er is afgesproken"),
        ({"lead": None}, "Kies een trekker"),
        ({"kind": OutcomeKind.PROCESS, "lead": None}, "Kies een trekker"),
        ({"due_on": TODAY - timedelta(101)}, "Kies een uiterste datum daarna"),
    ],
)
def test_what_is_missing_is_said(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData, fields: dict[str, Any], words: str
) -> None:
    with pytest.raises(Problem, match=words):
        record(meeting, area, planner, replace(data, **fields))


def test_decision_needs_no_lead_and_the_database_holds_who_must_have_one(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    made = record(meeting, area, planner, replace(data, kind=OutcomeKind.DECIDED, lead=None))
    assert made.lead is None
    assert refused(lambda: BoardOutcome.objects.filter(pk=made.pk).update(kind=OutcomeKind.AGREED))


def test_parties_and_measures_are_of_the_area(
    meeting: Checkpoint, area: Area, other_area: Area, planner: User, data: OutcomeData
) -> None:
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        record(meeting, area, planner, replace(data, lead=make_organisation(area=other_area)))
    with pytest.raises(Problem, match="hoort bij een ander gebied"):
        record(meeting, area, planner, replace(data, measures=[make_measure(other_area)]))
    measure = make_measure(area)
    assert list(record(meeting, area, planner, replace(data, measures=[measure])).measures.all()) == [measure]


def test_only_an_overleg_of_the_area_has_outcomes(
    meeting: Checkpoint, area: Area, other_area: Area, planner: User, data: OutcomeData
) -> None:
    with pytest.raises(Problem, match="wordt niet voor De Peel gehouden"):
        record(meeting, other_area, planner, data)
    with pytest.raises(Problem, match="is geen bestuurlijk overleg"):
        record(make_meeting(area, kind=CheckpointKind.CHECKPOINT), area, planner, data)


def test_outcome_of_all_areas_takes_a_lead_of_any_of_them(
    area: Area, other_area: Area, programme_team: User, data: OutcomeData
) -> None:
    made = record(
        make_meeting(area, other_area), None, programme_team, replace(data, lead=make_organisation(area=other_area))
    )
    assert made.area is None


def test_second_to_change_meets_a_conflict(meeting: Checkpoint, area: Area, planner: User, data: OutcomeData) -> None:
    made = record(meeting, area, planner, data)
    change_outcome(outcome=made, actor=planner, version=1, data=replace(data, text="Anders."))
    with pytest.raises(Conflict):
        change_outcome(outcome=made, actor=planner, version=1, data=data)
    with pytest.raises(Conflict):
        say(made, planner, OutcomeState.RUNNING, version=1)


def test_lead_that_left_the_area_can_stay(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData, lead: Organisation
) -> None:
    made = record(meeting, area, planner, data)
    lead.areas.clear()
    assert change_outcome(outcome=made, actor=planner, version=1, data=replace(data, text="Anders.")).lead == lead


# --- what became of it
def test_newest_day_counts_and_older_words_stay(meeting: Checkpoint, area: Area, planner: User) -> None:
    outcome = make_outcome(meeting, area)
    say(outcome, planner, OutcomeState.RUNNING, as_of=TODAY - timedelta(9))
    say(outcome, planner, OutcomeState.DONE)
    newest = newest_report(outcome)
    assert newest is not None
    assert newest.state == OutcomeState.DONE
    assert outcome.reports.count() == 2
    with pytest.raises(Problem, match="Kies die dag of een latere"):
        say(outcome, planner, OutcomeState.RUNNING, as_of=TODAY - timedelta(5))


@pytest.mark.parametrize(
    ("state", "fields", "words"),
    [
        (OutcomeState.DONE, {"text": " "}, "Laat zien dat het klaar is"),
        (OutcomeState.DROPPED, {"text": ""}, "waarom de afspraak vervalt"),
        (OutcomeState.CARRIED, {}, "Neem de afspraak eerst over"),
        (OutcomeState.NEW, {}, "Kies wat er van de afspraak is geworden"),
        ("onzin", {}, "Kies wat er van de afspraak is geworden"),
        (OutcomeState.RUNNING, {"as_of": TODAY + timedelta(1)}, "ligt in de toekomst"),
        (OutcomeState.RUNNING, {"as_of": TODAY.replace(year=1990)}, "kan niet kloppen"),
    ],
)
def test_word_that_lacks_something_is_refused(
    meeting: Checkpoint, area: Area, planner: User, state: str, fields: dict[str, Any], words: str
) -> None:
    outcome = make_outcome(meeting, area)
    with pytest.raises(Problem, match=words):
        say(outcome, planner, state, **fields)
    assert not outcome.reports.exists()


def test_database_refuses_the_same(meeting: Checkpoint, area: Area) -> None:
    outcome = make_outcome(meeting, area)
    for state in (OutcomeState.DONE, OutcomeState.DROPPED):
        assert refused(lambda state=state: make_outcome_report(outcome, state, text=""))  # type: ignore[misc]
    assert refused(lambda: make_outcome_report(outcome, OutcomeState.CARRIED))


def test_done_can_be_opened_again_and_new_cannot_come_back(meeting: Checkpoint, area: Area, planner: User) -> None:
    outcome = make_outcome(meeting, area)
    say(outcome, planner, OutcomeState.DONE, text="", evidence="https://voorbeeld.example/brief")
    say(outcome, planner, OutcomeState.RUNNING, text="")
    say(outcome, planner, OutcomeState.DROPPED)
    with pytest.raises(TransitionRefused):
        say(outcome, planner, OutcomeState.DONE)


def test_what_was_only_taken_note_of_has_no_state(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    noted = make_outcome(meeting, area, kind=OutcomeKind.NOTED, lead=None)
    with pytest.raises(Problem, match="alleen kennis genomen"):
        say(noted, planner, OutcomeState.RUNNING)
    followed = make_outcome(meeting, area)
    make_outcome_report(followed)
    with pytest.raises(Problem, match="Er is al een stand gemeld"):
        change_outcome(outcome=followed, actor=planner, version=1, data=replace(data, kind=OutcomeKind.NOTED))


def test_reporting_twice_with_a_token_says_it_once(meeting: Checkpoint, area: Area, planner: User) -> None:
    outcome, token = make_outcome(meeting, area), uuid7()
    assert say(outcome, planner, OutcomeState.DONE, token=token) == say(
        outcome, planner, OutcomeState.DONE, token=token
    )
    assert outcome.reports.count() == 1


# --- the line over the years
def carry(outcome: BoardOutcome, meeting: Checkpoint, planner: User, data: OutcomeData, **fields: Any) -> BoardOutcome:
    outcome.refresh_from_db()
    values = {"version": outcome.version, "as_of": TODAY, **fields}
    return continue_outcome(outcome=outcome, meeting=meeting, actor=planner, data=data, **values)


def test_taking_over_makes_the_successor_and_carries_the_old_one_over_in_one_step(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    outcome, later, token = make_outcome(meeting, area), make_meeting(area), uuid7()
    successor = carry(outcome, later, planner, data, reason="Wacht op de begroting.", token=token)
    newest = newest_report(outcome)
    assert newest is not None
    assert (successor.predecessor, newest.state, newest.text) == (outcome, "doorgeschoven", "Wacht op de begroting.")
    assert carry(outcome, later, planner, data, token=token) == successor
    with pytest.raises(TransitionRefused):
        say(outcome, planner, OutcomeState.RUNNING)


def test_one_goes_on_in_one(meeting: Checkpoint, area: Area, planner: User, data: OutcomeData) -> None:
    outcome, later = make_outcome(meeting, area), make_meeting(area)
    make_outcome(later, area, predecessor=outcome)
    with pytest.raises(Problem, match="heeft al een vervolg"):
        carry(outcome, later, planner, data)
    with pytest.raises(Problem, match="heeft al een vervolg"):
        record(later, area, planner, replace(data, predecessor=outcome))


def test_what_it_goes_on_from_is_of_the_same_area_and_an_overleg_not_later(
    meeting: Checkpoint, area: Area, other_area: Area, planner: User, data: OutcomeData
) -> None:
    foreign = make_outcome(make_meeting(other_area, days=-200), other_area)
    later, same = make_outcome(make_meeting(area), area), make_outcome(meeting, area)
    for before, words in ((foreign, "ander gebied"), (later, "eerder overleg"), (same, "eerder overleg")):
        with pytest.raises(Problem, match=words):
            record(meeting, area, planner, replace(data, predecessor=before))


def test_line_never_becomes_a_ring_though_overleggen_move(area: Area, planner: User, data: OutcomeData) -> None:
    one, two = make_meeting(area, days=1), make_meeting(area, days=2)
    first = make_outcome(one, area)
    made = make_outcome(two, area, predecessor=first)
    Checkpoint.objects.filter(pk=two.pk).update(date=one.date)
    second = BoardOutcome.objects.get(pk=made.pk)
    with pytest.raises(Problem, match="in een kring"):
        change_outcome(outcome=first, actor=planner, version=1, data=replace(data, predecessor=second))


def test_who_was_carried_over_keeps_its_successor(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    outcome = make_outcome(meeting, area)
    successor = carry(outcome, make_meeting(area), planner, data)
    with pytest.raises(Problem, match="Dat verband blijft staan"):
        change_outcome(outcome=successor, actor=planner, version=1, data=data)
    assert refused(lambda: BoardOutcome.objects.filter(pk=successor.pk).update(predecessor=None))


def test_line_can_be_let_go_where_nothing_was_carried_over(
    meeting: Checkpoint, area: Area, planner: User, data: OutcomeData
) -> None:
    successor = make_outcome(make_meeting(area), area, predecessor=make_outcome(meeting, area))
    assert change_outcome(outcome=successor, actor=planner, version=1, data=data).predecessor is None


# --- the overleg they are of
def test_overleg_with_outcomes_is_not_removed_and_keeps_its_area(
    meeting: Checkpoint, area: Area, other_area: Area, programme_team: User
) -> None:
    make_outcome(meeting, area, 14)
    with pytest.raises(Problem, match=r"1 bestuurlijke afspraak \(BOL Zuid \d{4}, 14\)"):
        remove_checkpoint(checkpoint=meeting, actor=programme_team, version=1)
    moved = CheckpointData("BOL", CheckpointKind.BOARD_MEETING, meeting.date, (other_area,))
    with pytest.raises(Problem, match="Een gebied kan niet weg"):
        change_checkpoint(checkpoint=meeting, actor=programme_team, version=1, data=moved)


# --- the table
def test_table_that_cannot_be_is_refused(
    meeting: Checkpoint, area: Area, other_area: Area, planner: User, lead: Organisation
) -> None:
    here, foreign = make_organisation(area=area), make_organisation(area=other_area)

    def sit(seated: list[Organisation], *represented: tuple[Organisation, Organisation]) -> None:
        set_table(meeting=meeting, area=area, actor=planner, version=0, seated=seated, represented=represented)

    with pytest.raises(Problem, match="zit zelf aan tafel"):
        sit([lead, here], (here, lead))
    with pytest.raises(Problem, match="dan ook aan tafel"):
        sit([], (here, lead))
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        sit([lead, foreign])


def test_one_may_be_represented_by_several(meeting: Checkpoint, area: Area, planner: User, lead: Organisation) -> None:
    other, region = make_organisation(area=area), make_organisation(area=area)
    pairs = [(region, lead), (region, other)]
    table = set_table(meeting=meeting, area=area, actor=planner, version=0, seated=[lead, other], represented=pairs)
    assert table.seats.count() == 4
