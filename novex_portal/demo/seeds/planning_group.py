"""Fills the planning group of the practice area: seats, actions, decisions."""

from datetime import date, timedelta

from areas.models import Area, User
from coalition.conversations.recording.enums import ActionStatus
from coalition.models import Meeting
from coalition.planning_group.action_items.actions import add_action_item, change_action_status
from coalition.planning_group.decisions.actions import record_decision, state_position
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.meetings.actions import change_meeting_status, plan_meeting, record_report
from coalition.planning_group.meetings.enums import MeetingStatus
from coalition.planning_group.meetings.rules import AgendaPoint
from coalition.planning_group.seats.actions import give_seat
from novex_portal.demo.content.planning_group import PLANNING_GROUP, Decided, Met
from novex_portal.demo.seeds.people import Roles
from novex_portal.demo.seeds.speakers import speakers_of


def seed_planning_group(area: Area, actor: User, roles: Roles, today: date) -> None:
    """Seat people, write down what they do and what was decided; the last decision is of the first meeting."""
    for sits in PLANNING_GROUP.seats:
        give_seat(
            area=area,
            actor=actor,
            person=roles[sits.organisation, sits.role],
            functions=sits.functions,
            valid_from=today + timedelta(days=sits.since),
        )
    for task in PLANNING_GROUP.tasks:
        item = add_action_item(
            area=area,
            actor=actor,
            what=task.what,
            owner_person=roles[task.organisation, task.role],
            due_on=today + timedelta(days=task.due),
        )
        if task.done:
            change_action_status(item=item, actor=actor, status=ActionStatus.DONE)
    first, *_ = [_meet(area, actor, entry, roles, today) for entry in PLANNING_GROUP.meetings]
    for decided in PLANNING_GROUP.decisions:
        _decide(area, actor, decided, first if decided is PLANNING_GROUP.decisions[-1] else None, today)


def _decide(area: Area, actor: User, decided: Decided, meeting: Meeting | None, today: date) -> None:
    day = today - timedelta(days=decided.days_ago)
    parties = {organisation.name: organisation for organisation in area.organisations.all()}
    decision = record_decision(
        area=area,
        actor=actor,
        title=decided.title,
        text=decided.text,
        body=decided.body,
        decided_on=day,
        organisations=[parties[said.organisation] for said in decided.positions],
        meeting=meeting,
    )
    positions = {position.organisation.name: position for position in decision.positions.all()}
    speakers = speakers_of(area)
    for said in decided.positions:
        if said.status == DecisionStatus.WAITING:
            continue
        position = positions[said.organisation]
        state_position(
            position=position,
            actor=speakers.get(said.organisation, actor),
            version=position.version,
            source=f"Bericht van {said.body}" if said.body else "Gezegd in het overleg",
            status=said.status,
            reservation=said.reservation,
            body=said.body,
            stated_on=day + timedelta(days=min(7, decided.days_ago)),
        )


def _meet(area: Area, actor: User, entry: Met, roles: Roles, today: date) -> Meeting:
    meeting = plan_meeting(
        area=area,
        actor=actor,
        title=entry.title,
        held_on=today + timedelta(days=entry.days),
        starts_at=entry.starts_at,
        place=entry.place,
        agenda=[AgendaPoint(title=point.title) for point in entry.points],
    )
    if entry.report:
        came = {point.title: point.outcome for point in entry.points}
        outcomes = {item.pk: came[item.title] for item in meeting.agenda.all()}
        seats = [roles[sits.organisation, sits.role] for sits in PLANNING_GROUP.seats if sits.since <= entry.days]
        meeting = record_report(
            meeting=meeting,
            actor=actor,
            version=meeting.version,
            outcomes=outcomes,
            report=entry.report,
            attendees=seats,
        )
        meeting = change_meeting_status(meeting=meeting, actor=actor, status=MeetingStatus.HELD)
    return meeting
