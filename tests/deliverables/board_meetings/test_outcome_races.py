"""Two people at the same table: no ring, no second successor, no number twice."""

from collections.abc import Callable
from datetime import date

import pytest

from areas.models import Area, User
from deliverables.board_meetings.actions.outcomes import (
    OutcomeData,
    change_outcome,
    continue_outcome,
    record_outcome,
)
from deliverables.board_meetings.actions.tables import set_table
from deliverables.board_meetings.enums import OutcomeKind
from deliverables.board_meetings.models import BoardOutcome, BoardTable
from deliverables.checkpoints.models import Checkpoint
from tests.deliverables.agenda.plan.test_dependency_races import at_once
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db(transaction=True)
DATA = OutcomeData(OutcomeKind.DECIDED, "Wij gaan verder.")
DAY = date(2026, 11, 6)


def following(outcome: BoardOutcome, before: BoardOutcome, actor: User) -> Callable[[], object]:
    data = OutcomeData(OutcomeKind.DECIDED, outcome.text, predecessor=before)
    return lambda: change_outcome(outcome=outcome, actor=actor, version=1, data=data)


def taking_over(outcome: BoardOutcome, meeting: Checkpoint, actor: User) -> Callable[[], object]:
    return lambda: continue_outcome(outcome=outcome, meeting=meeting, actor=actor, version=1, data=DATA, as_of=DAY)


def recording(meeting: Checkpoint, area: Area, actor: User) -> Callable[[], object]:
    return lambda: record_outcome(meeting=meeting, area=area, actor=actor, data=DATA)


def test_two_people_do_not_close_a_ring_together(area: Area, planner: User, admin: User) -> None:
    one, two = (make_outcome(make_meeting(area, date=DAY), area, created_by=planner) for _ in range(2))
    assert at_once(following(one, two, planner), following(two, one, admin)) == ["Problem", "gedaan"]
    assert BoardOutcome.objects.exclude(predecessor=None).count() == 1


def test_two_people_who_take_one_over_make_one_successor(area: Area, planner: User, admin: User) -> None:
    outcome = make_outcome(make_meeting(area, date=DAY), area, created_by=planner)
    later = make_meeting(area)
    done = at_once(taking_over(outcome, later, planner), taking_over(outcome, later, admin))
    assert done == ["Conflict", "gedaan"]
    assert BoardOutcome.objects.filter(predecessor=outcome).count() == outcome.reports.count() == 1


def test_two_people_who_write_one_down_get_two_numbers(area: Area, planner: User, admin: User) -> None:
    meeting = make_meeting(area, date=DAY)
    assert at_once(recording(meeting, area, planner), recording(meeting, area, admin)) == ["gedaan", "gedaan"]
    assert sorted(meeting.outcomes.values_list("number", flat=True)) == [1, 2]


def test_two_people_who_set_a_first_table_do_not_overwrite_each_other(area: Area, planner: User, admin: User) -> None:
    meeting = make_meeting(area)

    def setting(actor: User) -> Callable[[], object]:
        party = make_organisation(area=area)
        return lambda: set_table(meeting=meeting, area=area, actor=actor, version=0, seated=[party], represented=[])

    assert at_once(setting(planner), setting(admin)) == ["Conflict", "gedaan"]
    assert BoardTable.objects.get().seats.count() == 1
