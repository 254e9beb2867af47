"""Handing a role over: what moves along, what stays, and who comes first."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.utils import timezone

from areas.enums import Role
from areas.mandates.actions import give_mandate
from areas.mandates.enums import MandateLevel
from areas.models import Area, ContactPerson, Mandate, Organisation, Person, User
from areas.people.actions import PersonProblem
from coalition.conversations.recording.enums import ActionStatus
from coalition.models import ActionItem, Conversation, Seat
from coalition.planning_group.seats.actions import give_seat
from coalition.planning_group.seats.enums import PlanningFunction
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible
from deliverables.models import MeasureParty
from novex_portal.records.handover.actions import Along, Newcomer, hand_over
from novex_portal.records.models import Handover
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.agenda.factories import make_measure
from tests.factories import make_conversation, make_member, make_organisation

DAY = date(2026, 3, 2)
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Gemeente Heuveldorp", area=area)


@pytest.fixture
def person(area: Area, party: Organisation) -> Person:
    return Person.objects.create(
        organisation=party,
        role="Wethouder ruimte",
        user=make_member(Role.PARTICIPANT, area),
        valid_from=date(2024, 1, 1),
    )


def _hand_over(person: Person, area: Area, actor: User, **fields: Any) -> Handover:
    values = {"version": person.version, "last_day": DAY, "successor": Newcomer(role=person.role), **fields}
    return hand_over(area=area, person=person, actor=actor, **values)


def _checkpoint(area: Area, user: User) -> Checkpoint:
    checkpoint = Checkpoint.objects.create(name="IJkmoment", date=timezone.localdate() + timedelta(days=90))
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
    CheckpointResponsible.objects.create(checkpoint=checkpoint, user=user)
    return checkpoint


def test_role_ends_and_the_successor_begins_the_next_day(area: Area, planner: User, person: Person) -> None:
    handover = _hand_over(person, area, planner)
    assert Person.objects.get(pk=person.pk).valid_until == DAY
    assert (handover.successor.role, handover.successor.valid_from) == ("Wethouder ruimte", NEXT)


def test_open_action_items_move_with_owner_and_account(area: Area, planner: User, person: Person) -> None:
    item = ActionItem.objects.create(area=area, what="Bellen", owner="x", owner_person=person, owner_user=person.user)
    member = make_member(Role.PARTICIPANT, area)
    handover = _hand_over(person, area, planner, successor=Newcomer(role=person.role, user=member))
    item.refresh_from_db()
    assert (item.owner_person, item.owner_user) == (handover.successor, member)
    assert (item.owner, item.version) == ("Wethouder ruimte, Gemeente Heuveldorp", 2)


def test_conversation_of_a_moved_action_item_counts_as_changed(area: Area, planner: User, person: Person) -> None:
    talk = make_conversation(planner, area)
    ActionItem.objects.create(area=area, conversation=talk, what="Bellen", owner="x", owner_person=person)
    _hand_over(person, area, planner)
    assert Conversation.objects.get(pk=talk.pk).version == talk.version + 1


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DROPPED])
def test_what_is_done_stays_with_who_did_it(area: Area, planner: User, person: Person, status: str) -> None:
    ActionItem.objects.create(area=area, what="Bellen", owner="x", owner_person=person, status=status)
    _hand_over(person, area, planner)
    assert ActionItem.objects.get().owner_person == person


@pytest.mark.parametrize("owner", ["Wethouder ruimte, Gemeente Heuveldorp", "wethouder RUIMTE"])
def test_action_item_in_the_words_of_the_role_moves_too(area: Area, planner: User, person: Person, owner: str) -> None:
    ActionItem.objects.create(area=area, what="Bellen", owner=owner)
    handover = _hand_over(person, area, planner)
    assert ActionItem.objects.get().owner_person == handover.successor


def test_words_that_can_mean_two_organisations_mean_neither(area: Area, planner: User, person: Person) -> None:
    Person.objects.create(organisation=make_organisation(area=area), role="Wethouder ruimte")
    ActionItem.objects.create(area=area, what="Bellen", owner="Wethouder ruimte")
    _hand_over(person, area, planner)
    assert ActionItem.objects.get().owner_person is None


def test_action_item_of_another_area_stays(area: Area, other_area: Area, planner: User, person: Person) -> None:
    ActionItem.objects.create(area=other_area, what="Bellen", owner="x", owner_person=person)
    assert _hand_over(person, area, planner).moved["actions"] == 0


def test_seat_ends_and_begins_with_the_same_functions(area: Area, planner: User, person: Person) -> None:
    functions = {PlanningFunction.PLANNING, PlanningFunction.RECORDING}
    give_seat(area=area, actor=planner, person=person, functions=functions, valid_from=date(2025, 1, 1))
    handover = _hand_over(person, area, planner)
    old, new = Seat.objects.order_by("valid_from")
    assert (old.valid_until, new.valid_from, new.person) == (DAY, NEXT, handover.successor)
    assert set(new.functions.values_list("function", flat=True)) == functions


def test_seat_ends_with_the_role_where_it_does_not_go_along(area: Area, planner: User, person: Person) -> None:
    give_seat(area=area, actor=planner, person=person, functions=["planning"], valid_from=date(2025, 1, 1))
    _hand_over(person, area, planner, along=Along(seat=False))
    assert Seat.objects.get().valid_until == DAY


def test_successor_with_a_seat_gets_the_functions_on_it(area: Area, planner: User, person: Person) -> None:
    other = Person.objects.create(organisation=person.organisation, role="Secretaris")
    for who, function in ((person, "planning"), (other, "monitoring")):
        give_seat(area=area, actor=planner, person=who, functions=[function], valid_from=date(2025, 1, 1))
    _hand_over(person, area, planner, successor=other)
    assert set(Seat.objects.get(person=other).functions.values_list("function", flat=True)) == {
        "planning",
        "monitoring",
    }


@pytest.mark.parametrize(("status", "moved"), [("gepland", 1), ("afgerond", 0)])
def test_unfinished_measures_get_the_successor_as_contact(
    area: Area, planner: User, person: Person, status: str, moved: int
) -> None:
    measure = make_measure(area, status=status)
    MeasureParty.objects.create(
        measure=measure, organisation=person.organisation, part="trekker", contact=person, executive=person
    )
    handover = _hand_over(person, area, planner)
    link = MeasureParty.objects.get()
    assert handover.moved["measures"] == moved
    assert link.contact == link.executive == (handover.successor if moved else person)


def test_contact_entry_moves_with_its_subject(area: Area, planner: User, person: Person) -> None:
    ContactPerson.objects.create(area=area, person=person, subject="Water")
    handover = _hand_over(person, area, planner)
    assert [(row.person, row.subject) for row in area.contact_persons.all()] == [(handover.successor, "Water")]


def test_successor_who_is_contact_person_stays_so_once(area: Area, planner: User, person: Person) -> None:
    other = Person.objects.create(organisation=person.organisation, role="Secretaris")
    for who in (person, other):
        ContactPerson.objects.create(area=area, person=who)
    _hand_over(person, area, planner, successor=other)
    assert [row.person for row in area.contact_persons.all()] == [other]


def test_mandate_is_personal_and_ends(area: Area, planner: User, person: Person) -> None:
    give_mandate(area=area, actor=planner, person=person, level=MandateLevel.TALK, subject="Water", valid_from=DAY)
    assert _hand_over(person, area, planner).moved["mandates_ended"] == 1
    assert [(row.person, row.valid_until) for row in Mandate.objects.all()] == [(person, DAY)]


def test_mandate_that_is_renewed_begins_with_the_successor(area: Area, planner: User, person: Person) -> None:
    terms: dict[str, Any] = {"level": MandateLevel.BIND, "subject": "Water", "basis": "Collegebesluit"}
    give_mandate(area=area, actor=planner, person=person, valid_from=date(2025, 1, 1), **terms)
    newcomer = Newcomer(role=person.role, valid_from=DAY + timedelta(days=10))
    handover = _hand_over(person, area, planner, successor=newcomer, along=Along(mandates=True))
    renewed = Mandate.objects.get(person=handover.successor)
    assert (renewed.valid_from, renewed.valid_until) == (DAY + timedelta(days=10), None)
    assert {name: getattr(renewed, name) for name in terms} == terms


def test_duties_move_to_the_account_of_the_successor(area: Area, planner: User, person: Person) -> None:
    checkpoint = _checkpoint(area, person.user)  # type: ignore[arg-type]
    member = make_member(Role.PARTICIPANT, area)
    _hand_over(person, area, planner, successor=Newcomer(role=person.role, user=member))
    assert [row.user for row in checkpoint.responsibles.all()] == [member]
    assert {row.recipient for row in checkpoint.reminders.all()} == {member}


def test_duties_stay_where_the_successor_has_no_account(area: Area, planner: User, person: Person) -> None:
    checkpoint = _checkpoint(area, person.user)  # type: ignore[arg-type]
    assert _hand_over(person, area, planner).moved["duties_stay"] == 1
    assert checkpoint.responsibles.get().user == person.user


def test_duties_stay_where_the_account_of_the_successor_is_of_another_area(
    area: Area, other_area: Area, planner: User, person: Person
) -> None:
    checkpoint = _checkpoint(area, person.user)  # type: ignore[arg-type]
    stranger = make_member(Role.PARTICIPANT, other_area)
    successor = Person.objects.create(organisation=person.organisation, role="Directeur", user=stranger)
    assert _hand_over(person, area, planner, successor=successor).moved["duties_stay"] == 1
    assert [row.user for row in checkpoint.responsibles.all()] == [person.user]


def test_nothing_moves_that_is_left_out(area: Area, planner: User, person: Person) -> None:
    ActionItem.objects.create(area=area, what="Bellen", owner="x", owner_person=person)
    ContactPerson.objects.create(area=area, person=person)
    _hand_over(person, area, planner, along=Along(actions=False, seat=False, contact=False, duties=False))
    assert ActionItem.objects.get().owner_person == person
    assert area.contact_persons.get().person == person


def test_access_ends_with_the_role(area: Area, admin: User, person: Person) -> None:
    _hand_over(person, area, admin, along=Along(ends_access=True))
    assert person.user is not None
    assert person.user.memberships.get().ended_at is not None


def test_access_does_not_end_before_the_last_day(area: Area, admin: User, person: Person) -> None:
    day = timezone.localdate() + timedelta(days=5)
    with pytest.raises(Problem, match="eindigt meteen"):
        _hand_over(person, area, admin, last_day=day, along=Along(ends_access=True))
    assert Person.objects.get().valid_until is None


def test_pressing_twice_hands_over_once(area: Area, planner: User, person: Person) -> None:
    token = uuid4()
    first = _hand_over(person, area, planner, token=token)
    assert _hand_over(person, area, planner, token=token, version=1) == first
    assert Person.objects.count() == 2


def test_second_of_two_people_gets_a_conflict(area: Area, planner: User, admin: User, person: Person) -> None:
    _hand_over(person, area, planner, version=1)
    with pytest.raises(Conflict):
        _hand_over(person, area, admin, version=1)
    assert Handover.objects.count() == 1


def test_successor_of_another_organisation_is_refused(area: Area, planner: User, person: Person) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=area), role="Wethouder")
    with pytest.raises(Problem, match="dezelfde organisatie"):
        _hand_over(person, area, planner, successor=foreign)
    assert Person.objects.get(pk=person.pk).valid_until is None


def test_successor_who_has_left_by_then_is_refused(area: Area, planner: User, person: Person) -> None:
    gone = Person.objects.create(organisation=person.organisation, role="Secretaris", valid_until=DAY)
    with pytest.raises(Problem, match="2\u00a0maart 2026"):
        _hand_over(person, area, planner, successor=gone)


def test_newcomer_in_the_same_role_begins_after_the_last_day(area: Area, planner: User, person: Person) -> None:
    with pytest.raises(PersonProblem, match="twee keer"):
        _hand_over(person, area, planner, successor=Newcomer(role=person.role, valid_from=DAY))
    assert not Handover.objects.exists()


def test_role_of_another_area_is_not_handed_over_here(area: Area, other_area: Area, planner: User) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    with pytest.raises(Conflict):
        _hand_over(foreign, area, planner)


def test_role_that_ended_sooner_keeps_its_last_day(area: Area, planner: User, person: Person) -> None:
    Person.objects.update(valid_until=DAY - timedelta(days=40))
    handover = _hand_over(person, area, planner)
    assert handover.last_day == DAY - timedelta(days=40)
