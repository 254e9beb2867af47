"""Meetings of the planning group: planned, changed, reported, each by its rules."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from areas.models import Area, Person, User
from coalition.models import AgendaItem, Meeting
from coalition.planning_group.meetings.actions import (
    change_meeting,
    change_meeting_status,
    plan_meeting,
    record_report,
)
from coalition.planning_group.meetings.enums import AgendaKind, MeetingStatus
from coalition.planning_group.meetings.rules import AgendaPoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.factories import make_organisation

POINTS = (AgendaPoint("Water"), AgendaPoint("Wonen"), AgendaPoint("Rondvraag"))


def planned(area: Area, actor: User, **more: Any) -> Meeting:
    values = {"title": "Weekstart", "held_on": timezone.localdate(), "agenda": POINTS, **more}
    return plan_meeting(area=area, actor=actor, **values)


def changed(meeting: Meeting, actor: User, **more: Any) -> Meeting:
    start = {name: getattr(meeting, name) for name in ("version", "title", "held_on", "starts_at", "place")}
    return change_meeting(meeting=meeting, actor=actor, **{**start, "agenda": points_of(meeting), **more})


def points_of(meeting: Meeting) -> list[AgendaPoint]:
    return [AgendaPoint(item.title, item.kind, item.subject_id, item.pk) for item in meeting.agenda.all()]


def titles(meeting: Meeting) -> list[str]:
    return [item.title for item in meeting.agenda.all()]


def test_the_agenda_stands_in_the_order_given(area: Area, planner: User) -> None:
    assert titles(planned(area, planner)) == ["Water", "Wonen", "Rondvraag"]


def test_a_point_remembers_what_made_it_one(area: Area, planner: User) -> None:
    subject = uuid7()
    point = AgendaPoint("Bellen", AgendaKind.OVERDUE_ACTION, subject)
    item = planned(area, planner, agenda=[point]).agenda.get()
    assert (item.kind, item.subject_id) == (AgendaKind.OVERDUE_ACTION, subject)


def test_a_kind_nobody_knows_is_a_point_of_ones_own(area: Area, planner: User) -> None:
    assert planned(area, planner, agenda=[AgendaPoint("X", "onzin")]).agenda.get().kind == AgendaKind.FREE


def test_pressing_twice_plans_once(area: Area, planner: User) -> None:
    token = uuid7()
    assert planned(area, planner, token=token) == planned(area, planner, token=token)
    assert (Meeting.objects.count(), AgendaItem.objects.count()) == (1, 3)


def test_a_token_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    token = uuid7()
    planned(area, planner, token=token)
    with pytest.raises(Problem, match="al gebruikt"):
        planned(other_area, planner, token=token)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "  ", "hoe het overleg heet"),
        ("held_on", date(1999, 12, 31), "tussen 2000 en 2100"),
        ("held_on", date(2101, 1, 1), "tussen 2000 en 2100"),
        ("agenda", [AgendaPoint("x")] * 61, "meer dan 60 punten"),
        ("agenda", [AgendaPoint("x" * 301)], "langer dan 300"),
    ],
)
def test_what_cannot_be_is_said(area: Area, planner: User, field: str, value: Any, words: str) -> None:
    with pytest.raises(Problem, match=words):
        planned(area, planner, **{field: value})
    assert not Meeting.objects.exists()


def test_points_move_and_new_ones_come_between(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    water, wonen, last = points_of(meeting)
    changed(meeting, planner, agenda=[wonen, AgendaPoint("Nieuw"), water, last])
    assert titles(meeting) == ["Wonen", "Nieuw", "Water", "Rondvraag"]
    assert meeting.agenda.get(title="Water").pk == water.pk


def test_a_point_of_another_meeting_is_no_point_of_this_one(area: Area, planner: User) -> None:
    other = points_of(planned(area, planner))
    meeting = planned(area, planner, agenda=())
    changed(meeting, planner, agenda=[AgendaPoint("Gekaapt", pk=other[0].pk)])
    assert AgendaItem.objects.get(pk=other[0].pk or "").title == "Water"


def test_a_point_with_an_outcome_does_not_disappear(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    first = points_of(meeting)[0]
    record_report(meeting=meeting, actor=planner, version=1, outcomes={first.pk: "Doen."})  # type: ignore[dict-item]
    with pytest.raises(Problem, match="al een uitkomst"):
        changed(meeting, planner, agenda=points_of(meeting)[1:])
    assert len(titles(meeting)) == 3


def test_who_saves_later_hears_that_somebody_else_did(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    changed(meeting, planner, place="Heerlen")
    with pytest.raises(Conflict):
        changed(meeting, planner, version=1, place="Maastricht")
    with pytest.raises(Conflict):
        record_report(meeting=meeting, actor=planner, version=1, outcomes={}, report="Goed.")


def test_the_same_words_again_are_no_conflict(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    first, *rest = points_of(meeting)
    for _ in range(2):
        changed(meeting, planner, version=1, place="Heerlen", agenda=[first, AgendaPoint("Nieuw"), *rest])
    for _ in range(2):
        record_report(meeting=meeting, actor=planner, version=2, outcomes={}, report="Goed.")
    meeting.refresh_from_db()
    assert (meeting.version, len(titles(meeting))) == (3, 4)


def test_the_report_keeps_outcomes_words_and_who_was_there(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    who = Person.objects.create(organisation=make_organisation(area=area), role="Dijkgraaf")
    first = meeting.agenda.all()[0]
    record_report(
        meeting=meeting, actor=planner, version=1, outcomes={first.pk: " Doen. "}, report="Goed.", attendees=[who]
    )
    assert (meeting.agenda.all()[0].outcome, meeting.report, list(meeting.attendees.all())) == (
        "Doen.",
        "Goed.",
        [who],
    )


def test_who_was_taken_off_the_list_was_not_there(area: Area, planner: User) -> None:
    meeting = planned(area, planner)
    who = Person.objects.create(organisation=make_organisation(area=area), role="Dijkgraaf")
    record_report(meeting=meeting, actor=planner, version=1, outcomes={}, attendees=[who])
    record_report(meeting=meeting, actor=planner, version=2, outcomes={})
    assert not meeting.attendees.exists()


def test_somebody_of_another_area_was_not_there(area: Area, other_area: Area, planner: User) -> None:
    who = Person.objects.create(organisation=make_organisation(area=other_area), role="Dijkgraaf")
    with pytest.raises(Problem, match="niet bij een partij van dit gebied"):
        record_report(meeting=planned(area, planner), actor=planner, version=1, outcomes={}, attendees=[who])


def test_a_cancelled_meeting_has_no_report(area: Area, planner: User) -> None:
    meeting = change_meeting_status(meeting=planned(area, planner), actor=planner, status=MeetingStatus.CANCELLED)
    with pytest.raises(Problem, match="afgelast"):
        record_report(meeting=meeting, actor=planner, version=2, outcomes={})


def test_a_meeting_ahead_was_not_held(area: Area, planner: User) -> None:
    meeting = planned(area, planner, held_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(Problem, match="nog niet geweest"):
        change_meeting_status(meeting=meeting, actor=planner, status=MeetingStatus.HELD)


def test_a_meeting_that_was_held_is_not_moved_ahead(area: Area, planner: User) -> None:
    meeting = change_meeting_status(meeting=planned(area, planner), actor=planner, status=MeetingStatus.HELD)
    with pytest.raises(Problem, match="is geweest"):
        changed(meeting, planner, held_on=timezone.localdate() + timedelta(days=1))


def test_a_meeting_that_was_held_is_not_cancelled(area: Area, planner: User) -> None:
    meeting = change_meeting_status(meeting=planned(area, planner), actor=planner, status=MeetingStatus.HELD)
    with pytest.raises(TransitionRefused):
        change_meeting_status(meeting=meeting, actor=planner, status=MeetingStatus.CANCELLED)


def test_saying_twice_that_it_was_held_changes_nothing_more(area: Area, planner: User) -> None:
    meeting = planned(area, planner, starts_at=time(9))
    for _ in range(2):
        meeting = change_meeting_status(meeting=meeting, actor=planner, status=MeetingStatus.HELD)
    assert meeting.version == 2


def test_a_status_nobody_knows_is_refused(area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="Kies of"):
        change_meeting_status(meeting=planned(area, planner), actor=planner, status="onzin")
