"""The rollenklok and the page on which a role is handed over."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.enums import Role
from areas.mandates.actions import give_mandate
from areas.models import Area, ContactPerson, Person, Printout, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ActionItem, DecisionPosition, Participant
from coalition.planning_group.handing_over.queries import action_items_of
from coalition.planning_group.seats.actions import give_seat
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible
from novex_portal.records.handover.queries.roles import role_clock
from novex_portal.records.handover.rules import moved_words
from novex_portal.records.models import Handover
from tests.factories import make_conversation, make_decision, make_member, make_organisation

SignedIn = Callable[[User], Client]
DAY = date(2025, 1, 1)


@pytest.fixture
def person(area: Area) -> Person:
    party = make_organisation("Gemeente Heuveldorp", area=area)
    return Person.objects.create(organisation=party, role="Wethouder ruimte", valid_from=DAY)


def _address(area: Area, person: Person, route: str = "handover") -> str:
    return reverse(route, args=[area.slug, person.pk])


def _form(**fields: Any) -> dict[str, Any]:
    today = f"{timezone.localdate():%d-%m-%Y}"
    start = {"version": 1, "last_day": today, "successor": "nieuw", "role": "Wethouder ruimte", "account": ""}
    return {**start, "actions": "on", "seat": "on", "contact": "on", "duties": "on", "measures": "on", **fields}


def _everything(area: Area, person: Person, actor: User) -> None:
    """Hang one of everything on a role."""
    ActionItem.objects.create(area=area, what="Kaart delen", owner="x", owner_person=person)
    ActionItem.objects.create(area=area, what="Gebeld", owner="x", owner_person=person, status="gedaan")
    give_seat(area=area, actor=actor, person=person, functions=["planning"], valid_from=DAY)
    give_mandate(area=area, actor=actor, person=person, level="meepraten", subject="Water", valid_from=DAY)
    ContactPerson.objects.create(area=area, person=person, subject="Waterberging")
    Participant.objects.create(
        conversation=make_conversation(actor, area), organisation=person.organisation, person=person
    )
    decision = make_decision(actor, person.organisation, area=area)
    DecisionPosition.objects.filter(decision=decision).update(reservation="Mits er geld is")
    user = person.user or make_member(Role.PARTICIPANT, area)
    Person.objects.filter(pk=person.pk).update(user=user)
    checkpoint = Checkpoint.objects.create(name="IJkmoment", date=timezone.localdate() + timedelta(days=9))
    CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
    CheckpointResponsible.objects.create(checkpoint=checkpoint, user=user)


def test_dossier_shows_everything_that_hangs_on_the_role(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    _everything(area, person, planner)
    page = signed_in(planner).get(_address(area, person)).content.decode()
    for words in (
        "Kaart delen",
        "Gebeld",
        "Planning",
        "Mag meepraten",
        "Waterberging",
        "Mits er geld is",
        "IJkmoment",
    ):
        assert words in page
    assert "Gesprek van" in page


def test_conversation_the_reader_may_not_read_is_only_counted(
    area: Area, person: Person, planner: User, interviewer: User, signed_in: SignedIn
) -> None:
    talk = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL, place="Achterkamer")
    Participant.objects.create(conversation=talk, organisation=person.organisation, person=person)
    ActionItem.objects.create(area=area, conversation=talk, what="Stil houden", owner="x", owner_person=person)
    page = signed_in(planner).get(_address(area, person)).content.decode()
    assert "1 gesprek dat u niet mag lezen" in page
    assert "Achterkamer" not in page
    assert "Stil houden" not in page


def test_paper_leaves_confidential_conversations_out_even_for_who_may_read(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    talk = make_conversation(planner, area, confidentiality=Confidentiality.CONFIDENTIAL, place="Achterkamer")
    Participant.objects.create(conversation=talk, organisation=person.organisation, person=person)
    response = signed_in(planner).post(_address(area, person, "handover-print"))
    printout = Printout.objects.get()
    assert response["Location"] == reverse("printout", args=[printout.pk])
    assert "Overdrachtsdossier" in printout.html
    assert "Achterkamer" not in printout.html


def test_one_press_hands_everything_over_and_says_what_moved(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    _everything(area, person, planner)
    client = signed_in(planner)
    response = client.post(_address(area, person), _form())
    page = client.get(response["Location"]).content.decode()
    assert "1 open afspraak ging mee." in page
    assert "1 mandaat eindigde met de rol." in page
    assert "1 ijkmoment staat nog op het oude account" in page


def test_pressing_twice_hands_over_once(area: Area, person: Person, planner: User, signed_in: SignedIn) -> None:
    client = signed_in(planner)
    token = str(client.get(_address(area, person)).context["form"]["token"].value())
    for _ in range(2):
        assert client.post(_address(area, person), _form(token=token)).status_code == 302
    assert Handover.objects.count() == 1


def test_second_of_two_people_sees_that_it_was_done(
    area: Area, person: Person, planner: User, admin: User, signed_in: SignedIn
) -> None:
    signed_in(planner).post(_address(area, person), _form())
    response = signed_in(admin).post(_address(area, person), _form(role="Wethouder wonen"))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Iemand anders heeft dit intussen gewijzigd" in page
    assert "Overgedragen aan Wethouder ruimte" in page
    assert Person.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"last_day": ""}, "Vul de datum in"),
        ({"last_day": "31-02-2026"}, "Vul een bestaande datum in"),
        ({"last_day": "01-01-1899"}, "tussen 1900 en 2100"),
        ({"last_day": "01-01-2020"}, "De laatste dag ligt voor de eerste"),
        ({"role": ""}, "Vul de rol van de nieuwe persoon in"),
        ({"valid_from": "01-01-2025"}, "begint na de oude"),
        ({"successor": "geen-id"}, "iemand van dezelfde organisatie"),
        ({"successor": ""}, "Kies wie het overneemt"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    area: Area, person: Person, planner: User, signed_in: SignedIn, fields: dict[str, str], words: str
) -> None:
    response = signed_in(planner).post(_address(area, person), _form(**fields))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert Person.objects.get().valid_until is None


def test_successor_of_another_organisation_is_no_choice(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    other = Person.objects.create(organisation=make_organisation(area=area), role="Directeur")
    assert signed_in(planner).post(_address(area, person), _form(successor=str(other.pk))).status_code == 422
    assert not Handover.objects.exists()


def test_only_who_manages_members_may_end_access(
    area: Area, person: Person, planner: User, admin: User, signed_in: SignedIn
) -> None:
    member = make_member(Role.PARTICIPANT, area)
    Person.objects.update(user=member)
    assert "ends_access" not in signed_in(planner).get(_address(area, person)).content.decode()
    assert "ends_access" in signed_in(admin).get(_address(area, person)).content.decode()
    signed_in(planner).post(_address(area, person), _form(ends_access="on"))
    assert member.memberships.get().ended_at is None


def test_manager_of_members_ends_access_with_the_role(
    area: Area, person: Person, admin: User, signed_in: SignedIn
) -> None:
    member = make_member(Role.PARTICIPANT, area)
    Person.objects.update(user=member)
    signed_in(admin).post(_address(area, person), _form(ends_access="on"))
    assert member.memberships.get().ended_at is not None


def test_last_area_admin_keeps_access_and_nothing_else_moves(
    area: Area, person: Person, admin: User, signed_in: SignedIn
) -> None:
    Person.objects.update(user=admin)
    response = signed_in(admin).post(_address(area, person), _form(ends_access="on"))
    assert response.status_code == 422
    assert "laatste gebiedsbeheerder" in response.content.decode()
    assert not Handover.objects.exists()


def test_role_of_another_area_is_not_there(area: Area, other_area: Area, planner: User, signed_in: SignedIn) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    client = signed_in(planner)
    assert client.get(_address(area, foreign)).status_code == 404
    assert client.post(_address(area, foreign), _form()).status_code == 404
    assert client.post(_address(area, foreign, "handover-print")).status_code == 404


def test_members_page_leads_to_the_handover_of_a_linked_person(
    area: Area, person: Person, admin: User, signed_in: SignedIn
) -> None:
    Person.objects.update(user=make_member(Role.PARTICIPANT, area))
    page = signed_in(admin).get(reverse("members", args=[area.slug])).content.decode()
    assert _address(area, person) in page


def test_clock_tells_what_hangs_on_a_role(area: Area, person: Person, planner: User) -> None:
    _everything(area, person, planner)
    (row,) = role_clock(area, timezone.localdate()).rows
    assert row.tick.held.hangs == {"actions": 1, "seats": 1, "contacts": 1, "mandates": 1, "duties": 1}


@pytest.mark.parametrize("owner", ["Wethouder ruimte", "wethouder ruimte, gemeente heuveldorp"])
def test_clock_counts_what_is_owned_in_words(area: Area, person: Person, owner: str) -> None:
    ActionItem.objects.create(area=area, what="Bellen", owner=owner)
    (row,) = role_clock(area, timezone.localdate()).rows
    assert row.tick.held.hangs == {"actions": 1}


def test_clock_and_dossier_know_a_person_by_name_too(area: Area, person: Person, planner: User) -> None:
    Person.objects.update(name="Secretariaat")
    item = ActionItem.objects.create(area=area, what="Bellen", owner="secretariaat")
    (row,) = role_clock(area, timezone.localdate()).rows
    assert row.tick.held.hangs == {"actions": 1}
    assert list(action_items_of(row.person, area)) == [item]


def test_earlier_holder_of_a_role_is_not_meant_by_its_words(area: Area, person: Person) -> None:
    Person.objects.create(organisation=person.organisation, role=person.role, valid_until=date(2024, 12, 31))
    ActionItem.objects.create(area=area, what="Bellen", owner=person.role)
    assert [row.person for row in role_clock(area, timezone.localdate()).rows] == [person]


def test_clock_flags_who_left_without_a_handover(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    _everything(area, person, planner)
    Person.objects.update(valid_until=timezone.localdate() - timedelta(days=1))
    page = signed_in(planner).get(reverse("roles", args=[area.slug])).content.decode()
    assert "1 rol is beëindigd zonder overdracht." in page


def test_clock_is_at_rest_after_a_handover(area: Area, person: Person, planner: User, signed_in: SignedIn) -> None:
    ContactPerson.objects.create(area=area, person=person)
    client = signed_in(planner)
    client.post(_address(area, person), _form())
    rows = role_clock(area, timezone.localdate() + timedelta(days=1)).rows
    assert [(row.tick.look[1], row.hangs) for row in rows] == [
        ("Loopt", "1 keer contactpersoon"),
        ("Overgedragen", ""),
    ]


def test_role_of_another_area_is_not_on_the_clock(area: Area, other_area: Area, planner: User) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    ContactPerson.objects.create(area=other_area, person=foreign)
    assert role_clock(area, timezone.localdate()).rows == []


@pytest.mark.parametrize("times", [1, 3])
def test_clock_costs_eight_queries(area: Area, planner: User, django_assert_num_queries: Any, times: int) -> None:
    for number in range(times):
        person = Person.objects.create(organisation=make_organisation(area=area), role=f"Rol {number}")
        _everything(area, person, planner)
    with django_assert_num_queries(8):
        assert len(role_clock(area, timezone.localdate()).rows) == times


@pytest.mark.parametrize("times", [1, 3])
def test_dossier_costs_the_same_however_much_hangs_on_it(
    area: Area, person: Person, planner: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    _everything(area, person, planner)
    for number in range(times):
        talk = make_conversation(planner, area)
        Participant.objects.create(conversation=talk, organisation=person.organisation, person=person)
        ActionItem.objects.create(area=area, conversation=talk, what=f"{number}", owner="x", owner_person=person)
        Person.objects.create(organisation=person.organisation, role=f"Rol {number}")
    client = signed_in(planner)
    client.get(_address(area, person))
    with django_assert_num_queries(24):
        client.get(_address(area, person))


def test_words_say_what_moved_what_ended_and_what_stayed() -> None:
    assert moved_words({"actions": 2, "seats": 1, "seats_ended": 1, "duties_stay": 1}) == [
        "2 open afspraken gingen mee.",
        "1 plek in de planningsgroep ging over, met de functies.",
        "1 ijkmoment staat nog op het oude account: de opvolger heeft nog geen account in dit gebied.",
    ]
    assert moved_words({}) == ["Er hing niets aan deze rol dat mee moest."]
    assert "niet overgenomen" in moved_words({"seats_ended": 1, "seats": 0})[0]
