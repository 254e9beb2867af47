"""The list of action items: what stands in it for whom, and what may be done with it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from coalition.conversations.recording.actions.recording import record_conversation
from coalition.conversations.recording.actions.rows import write_action_items
from coalition.conversations.recording.data import ActionItemData, ConversationData, ParticipantData
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.models import ActionItem, ConversationReader, Meeting
from coalition.planning_group.action_items.actions import add_action_item, change_action_item, change_action_status
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.factories import DAY, make_conversation, make_member, make_organisation, make_person

SignIn = Callable[[User], Client]


def _address(area: Area, rest: str = "") -> str:
    return f"/gebieden/{area.slug}/planningsgroep/acties/{rest}"


def _list(client: Client, area: Area, query: str = "") -> str:
    return client.get(_address(area) + query).content.decode()


def _item(area: Area, what: str = "Kaart delen", **fields: Any) -> ActionItem:
    return ActionItem.objects.create(area=area, what=what, owner=fields.pop("owner", "Provincie"), **fields)


def _agreed(author: User, level: str, **fields: Any) -> ActionItem:
    conversation = make_conversation(author, confidentiality=level)
    return _item(conversation.area, "Bel over KANARIE", conversation=conversation, **fields)


def test_list_says_how_late_an_action_is(area: Area, planner: User, signed_in: SignIn) -> None:
    _item(area, due_on=timezone.localdate() - timedelta(days=3))
    assert "3 dagen te laat" in _list(signed_in(planner), area)


def test_what_is_done_is_never_late(area: Area, planner: User, signed_in: SignIn) -> None:
    _item(area, due_on=timezone.localdate() - timedelta(days=3), status=ActionStatus.DONE)
    assert "te laat" not in _list(signed_in(planner), area, "?stand=alle")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"open", "laat"}),
        ("?stand=gedaan", {"gedaan"}),
        ("?stand=vervallen", {"vervallen"}),
        ("?stand=alle", {"open", "laat", "gedaan", "vervallen"}),
        ("?laat=on", {"laat"}),
        ("?wie=WATERSCHAP", {"laat"}),
        ("?mijn=on", {"open"}),
        ("?stand=onzin", {"open", "laat"}),
    ],
)
def test_list_is_narrowed(area: Area, planner: User, signed_in: SignIn, query: str, found: set[str]) -> None:
    _item(area, "Taak open", owner_user=planner)
    _item(area, "Taak laat", owner="Waterschap", due_on=DAY - timedelta(days=9999))
    _item(area, "Taak gedaan", status=ActionStatus.DONE)
    _item(area, "Taak vervallen", status=ActionStatus.DROPPED)
    page = signed_in(planner).get(_address(area) + query).context["page"]
    assert {row.what.removeprefix("Taak ") for row in page} == found


def test_soonest_comes_first_and_what_has_no_day_last(area: Area, planner: User, signed_in: SignIn) -> None:
    for number, days in enumerate((20, None, 5)):
        _item(area, f"Taak {number}", due_on=DAY + timedelta(days=days) if days else None)
    page = signed_in(planner).get(_address(area)).context["page"]
    assert [row.what for row in page] == ["Taak 2", "Taak 0", "Taak 1"]


def test_latest_comes_first_when_asked(area: Area, planner: User, signed_in: SignIn) -> None:
    for days in (5, 20):
        _item(area, f"Over {days}", due_on=DAY + timedelta(days=days))
    page = signed_in(planner).get(_address(area) + "?volgorde=laatste").context["page"]
    assert [row.what for row in page] == ["Over 20", "Over 5"]


@pytest.mark.parametrize(
    ("role", "level", "reads"),
    [
        (Role.PLANNING_GROUP, Confidentiality.PLANNING_GROUP, True),
        (Role.PLANNING_GROUP, Confidentiality.CONFIDENTIAL, False),
        (Role.PARTICIPANT, Confidentiality.AREA, True),
        (Role.PARTICIPANT, Confidentiality.PLANNING_GROUP, False),
        (Role.EXECUTIVE, Confidentiality.AREA, False),
    ],
)
def test_words_follow_the_conversation(
    area: Area, interviewer: User, signed_in: SignIn, role: str, level: str, reads: bool
) -> None:
    item = _agreed(interviewer, level)
    page = _list(signed_in(make_member(role, area)), area)
    assert ("KANARIE" in page) is reads
    assert (str(item.conversation_id) in page) is reads


def test_planning_group_learns_how_many_it_does_not_see(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    _agreed(interviewer, Confidentiality.CONFIDENTIAL)
    assert "Nog 1 open afspraak staat in gesprekken die u niet mag lezen" in _list(signed_in(planner), area)


def test_owner_learns_that_something_is_to_be_done(
    area: Area, interviewer: User, executive: User, signed_in: SignIn
) -> None:
    _agreed(interviewer, Confidentiality.AREA, owner_user=executive)
    page = _list(signed_in(executive), area)
    assert "KANARIE" not in page
    assert "Uw afspraak uit een gesprek" in page


def test_named_reader_reads_no_words_and_finds_none_by_owner(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    item = _agreed(interviewer, Confidentiality.CONFIDENTIAL, owner="Geheime partij")
    ConversationReader.objects.create(conversation=item.conversation, user=planner)
    client = signed_in(planner)
    page = _list(client, area)
    assert "KANARIE" not in page
    assert "Geheime partij" not in page
    assert client.get(_address(area) + "?wie=Geheime").context["page"].paginator.count == 0


def test_meeting_is_named_where_an_action_comes_from_one(area: Area, planner: User) -> None:
    meeting = Meeting.objects.create(area=area, title="Planningsgroep", held_on=DAY, created_by=planner)
    item = add_action_item(area=area, actor=planner, what="Kaart", owner="ik", meeting=meeting)
    assert item.meeting == meeting


def test_file_holds_the_same_rows_and_no_formula(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    _item(area, "=HYPERLINK(1)", due_on=DAY)
    _agreed(interviewer, Confidentiality.CONFIDENTIAL)
    lines = b"".join(signed_in(planner).get(_address(area, "afspraken.csv")).streaming_content).decode()
    assert "'=HYPERLINK(1);Provincie;02-03-2026" in lines
    assert "KANARIE" not in lines


def _data(**changes: Any) -> dict[str, Any]:
    return {"what": "Kaart delen", "owner": "Provincie", "due_on": "01-12-2026", "token": uuid7(), **changes}


def test_free_words_are_an_owner(area: Area, planner: User, signed_in: SignIn) -> None:
    signed_in(planner).post(_address(area, "nieuw/"), _data(owner="iemand van buiten"))
    item = ActionItem.objects.get()
    assert (item.owner, item.owner_user, item.owner_person) == ("iemand van buiten", None, None)


def test_person_in_a_role_is_an_owner_with_their_account(
    area: Area, planner: User, interviewer: User, signed_in: SignIn
) -> None:
    person = make_person(make_organisation("Waterschap", area=area), "Dijkgraaf", user=interviewer)
    signed_in(planner).post(_address(area, "nieuw/"), _data(owner="dijkgraaf, waterschap"))
    item = ActionItem.objects.get()
    assert (item.owner_person, item.owner_user) == (person, interviewer)


def test_person_of_another_area_is_only_words(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    make_person(make_organisation("Waterschap", area=other_area), "Dijkgraaf")
    signed_in(planner).post(_address(area, "nieuw/"), _data(owner="Dijkgraaf, Waterschap"))
    assert ActionItem.objects.get().owner_person is None


@pytest.mark.parametrize("words", ["ik", "IK ", "Planningsgroep"])
def test_member_is_an_owner_by_name_or_as_oneself(area: Area, planner: User, signed_in: SignIn, words: str) -> None:
    signed_in(planner).post(_address(area, "nieuw/"), _data(owner=words))
    assert ActionItem.objects.get().owner_user == planner


def test_pressing_twice_makes_one_action(area: Area, planner: User, signed_in: SignIn) -> None:
    client, data = signed_in(planner), _data()
    for _ in range(2):
        assert client.post(_address(area, "nieuw/"), data).status_code == 302
    assert ActionItem.objects.count() == 1


@pytest.mark.parametrize("due", ["", "31-02-2026", "01-01-1820", "01-01-2999", "morgen"])
def test_form_asks_for_a_day_that_can_be(area: Area, planner: User, signed_in: SignIn, due: str) -> None:
    answer = signed_in(planner).post(_address(area, "nieuw/"), _data(due_on=due))
    assert answer.status_code == 422
    assert "bijvoorbeeld" in answer.content.decode()
    assert not ActionItem.objects.exists()


def test_meeting_of_another_area_is_refused(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    meeting = Meeting.objects.create(area=other_area, title="Elders", held_on=DAY, created_by=planner)
    answer = signed_in(planner).post(_address(area, "nieuw/"), _data(meeting=meeting.pk))
    assert "hoort niet bij dit gebied" in answer.content.decode()
    assert not ActionItem.objects.exists()


def test_member_of_another_area_cannot_be_owner(area: Area, planner: User, stranger: User) -> None:
    with pytest.raises(Problem, match="geen lid van dit gebied"):
        add_action_item(area=area, actor=planner, what="Kaart", owner_user=stranger)


def test_who_saves_second_sees_what_was_saved(area: Area, planner: User, signed_in: SignIn) -> None:
    item = _item(area)
    change_action_item(item=item, actor=planner, version=1, what="Kaart van de ander", owner="Provincie")
    answer = signed_in(planner).post(_address(area, f"{item.pk}/"), _data(what="Mijn kaart", version=1))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Kaart van de ander" in page
    assert "Mijn kaart" in page


def test_change_on_an_old_version_is_a_conflict(area: Area, planner: User) -> None:
    item = _item(area)
    change_action_status(item=item, actor=planner, status=ActionStatus.DONE)
    with pytest.raises(Conflict):
        change_action_item(item=item, actor=planner, version=1, what="Kaart", owner="Provincie")


def test_action_of_a_conversation_is_changed_there(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    item = _agreed(interviewer, Confidentiality.PLANNING_GROUP)
    answer = signed_in(planner).post(_address(area, f"{item.pk}/"), _data())
    assert answer.status_code == 422
    assert "hoort bij een gesprek" in answer.content.decode()


def test_ticking_off_twice_is_once(area: Area, planner: User) -> None:
    item = _item(area)
    for _ in range(2):
        done = change_action_status(item=item, actor=planner, status=ActionStatus.DONE)
    assert (done.status, done.version) == (ActionStatus.DONE, 2)


def test_what_is_done_does_not_lapse(area: Area, planner: User) -> None:
    with pytest.raises(TransitionRefused):
        change_action_status(item=_item(area, status=ActionStatus.DONE), actor=planner, status=ActionStatus.DROPPED)


def test_owner_ticks_off_on_their_start_page(area: Area, interviewer: User, signed_in: SignIn) -> None:
    item, client = _item(area, owner_user=interviewer), signed_in(interviewer)
    assert _address(area, f"{item.pk}/status/") in client.get("/").content.decode()
    answer = client.post(_address(area, f"{item.pk}/status/"), {"status": "gedaan", "terug": "start"})
    item.refresh_from_db()
    assert (answer.headers["Location"], item.status) == ("/", ActionStatus.DONE)


def test_executive_ticks_off_on_the_dashboard_what_they_may_not_read(
    area: Area, interviewer: User, executive: User, signed_in: SignIn
) -> None:
    item, client = _agreed(interviewer, Confidentiality.CONFIDENTIAL, owner_user=executive), signed_in(executive)
    assert _address(area, f"{item.pk}/status/") in client.get(f"/gebieden/{area.slug}/").content.decode()
    client.post(_address(area, f"{item.pk}/status/"), {"status": "gedaan", "terug": "gebied"})
    item.refresh_from_db()
    assert item.status == ActionStatus.DONE


def test_who_neither_owns_nor_works_there_ticks_nothing_off(area: Area, participant: User, signed_in: SignIn) -> None:
    item = _item(area)
    assert signed_in(participant).post(_address(area, f"{item.pk}/status/"), {"status": "gedaan"}).status_code == 403


def test_planning_group_does_not_tick_off_what_it_may_not_read(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    item = _agreed(interviewer, Confidentiality.CONFIDENTIAL)
    assert signed_in(planner).post(_address(area, f"{item.pk}/status/"), {"status": "gedaan"}).status_code == 404


@pytest.mark.parametrize("times", [3, 300])
def test_list_costs_six_queries(
    area: Area, planner: User, interviewer: User, signed_in: SignIn, django_assert_num_queries: Any, times: int
) -> None:
    conversation = make_conversation(interviewer)
    person = make_person(make_organisation(area=area))
    ActionItem.objects.bulk_create(
        ActionItem(area=area, conversation=conversation, what="Bel", owner="x", owner_person=person)
        for _ in range(times)
    )
    client = signed_in(planner)
    _list(client, area)
    with django_assert_num_queries(6):
        _list(client, area)


def _record(area: Area, author: User, owner: str, token: UUID | None = None) -> ActionItem:
    data = ConversationData(
        held_on=DAY,
        participants=(ParticipantData(organisation="Waterschap", kind="waterschap"),),
        action_items=(ActionItemData(what="Bel", owner=owner),),
    )
    return record_conversation(area=area, actor=author, token=token or uuid7(), data=data).action_items.get()


def test_owner_in_a_conversation_becomes_the_person_of_that_name(area: Area, interviewer: User) -> None:
    person = make_person(make_organisation("Waterschap", area=area), "Dijkgraaf")
    assert _record(area, interviewer, "dijkgraaf, Waterschap").owner_person == person


def test_owner_in_a_conversation_stays_after_the_role_was_handed_over(area: Area, interviewer: User) -> None:
    make_person(make_organisation("Waterschap", area=area), "Dijkgraaf")
    item = _record(area, interviewer, "Dijkgraaf, Waterschap")
    successor = make_person(item.owner_person.organisation, "Waarnemend dijkgraaf") if item.owner_person else None
    ActionItem.objects.filter(pk=item.pk).update(owner_person=successor)
    data = ActionItemData(what="Bel toch", owner="Dijkgraaf, Waterschap", id=item.pk)
    write_action_items(conversation=item.conversation, rows=(data,))
    item.refresh_from_db()
    assert (item.what, item.owner_person) == ("Bel toch", successor)
