"""What is open at the start of the week: four lists by their rules, and the agenda they make."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Invitation, Organisation, User
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.merging.actions import merge_organisations
from coalition.models import ActionItem, Agreement, AgreementParty, Decision, DecisionPosition, Meeting
from coalition.planning_group.decisions.enums import DecisionStatus
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from novex_portal.dashboards.weekstart.queries import OpenList, OpenPoint, days_from, weekstart_lists
from tests.factories import make_conversation, make_organisation, make_statement

SignIn = Callable[[User], Client]
TODAY = date(2026, 3, 9)


def lists(area: Area, user: User, days: int = 60) -> dict[str, OpenList]:
    return {found.key: found for found in weekstart_lists(area, user, TODAY, days)}


def points(area: Area, user: User, key: str, days: int = 60) -> list[OpenPoint]:
    return lists(area, user, days)[key].points


def action(area: Area, what: str = "Kaart delen", late: int = 3, **fields: Any) -> ActionItem:
    due = TODAY - timedelta(days=late)
    return ActionItem.objects.create(area=area, what=what, owner="Dijkgraaf", due_on=due, **fields)


def spoken(area: Area, author: User, days_ago: int, name: str = "") -> Organisation:
    party = make_organisation(name, area=area)
    make_statement(make_conversation(author, area, held_on=TODAY - timedelta(days=days_ago)), party)
    rebuild_contacts(area=area)
    return party


def decision(area: Area, author: User, number: int = 1) -> Decision:
    values = {"number": number, "title": "Beekdalen eerst", "text": "Wij doen het.", "body": "Stuurgroep"}
    return Decision.objects.create(area=area, created_by=author, decided_on=TODAY, **values)


def checkpoint(area: Area, name: str = "IJkmoment", ahead: int = 20) -> Checkpoint:
    made = Checkpoint.objects.create(name=name, date=TODAY + timedelta(days=ahead))
    CheckpointArea.objects.create(checkpoint=made, area=area)
    return made


def invited(area: Area, by: User, **fields: Any) -> Invitation:
    values = {"email": "x@example.org", "role": Role.PLANNING_GROUP, "token_hash": fields.get("name", "x"), **fields}
    return Invitation.objects.create(
        area=area, invited_by=by, expires_at=timezone.now() + timedelta(days=fields.pop("days", 7)), **values
    )


# --- Actions ----------------------------------------------------------------------------------------


def test_only_open_actions_of_before_today_are_over_time(area: Area, planner: User) -> None:
    action(area, "Vandaag", late=0)
    action(area, "Gedaan", status=ActionStatus.DONE)
    action(area, "Te laat")
    (point,) = points(area, planner, "afspraken")
    assert (point.title, point.words) == ("Te laat", "3 dagen te laat")
    assert "Dijkgraaf" in point.about


def test_what_waits_longest_stands_first(area: Area, planner: User) -> None:
    action(area, "Kort", late=1), action(area, "Lang", late=30)
    assert [point.title for point in points(area, planner, "afspraken")] == ["Lang", "Kort"]


def test_an_action_of_a_conversation_one_may_not_read_is_not_here(
    area: Area, planner: User, interviewer: User
) -> None:
    talk = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    action(area, "Geheim", conversation=talk)
    assert points(area, planner, "afspraken") == []


def test_words_of_a_confidential_conversation_never_come_on_the_agenda(area: Area, planner: User) -> None:
    talk = make_conversation(planner, area, confidentiality=Confidentiality.CONFIDENTIAL)
    action(area, "Geheim", conversation=talk)
    (point,) = points(area, planner, "afspraken")
    assert point.title == "Geheim"
    assert "Geheim" not in point.value
    assert "Dijkgraaf" not in point.value


# --- Silent parties ---------------------------------------------------------------------------------


def test_never_spoken_comes_first_then_longest_ago(area: Area, planner: User) -> None:
    spoken(area, planner, 90, "Kort stil")
    spoken(area, planner, 400, "Lang stil")
    make_organisation("Nooit", area=area)
    assert [point.title for point in points(area, planner, "stil")] == ["Nooit", "Lang stil", "Kort stil"]


@pytest.mark.parametrize(("days", "number"), [(59, 1), (60, 0), (61, 0)])
def test_who_was_spoken_to_so_many_days_ago_is_silent_the_day_after(
    area: Area, planner: User, days: int, number: int
) -> None:
    spoken(area, planner, 60)
    assert lists(area, planner, days)["stil"].number == number


def test_a_merged_party_is_not_silent(area: Area, planner: User) -> None:
    kept, gone = make_organisation("Blijft", area=area), make_organisation("Weg", area=area)
    merge_organisations(area=area, actor=planner, kept=kept, gone=gone)
    assert [point.title for point in points(area, planner, "stil")] == ["Blijft"]


def test_contact_elsewhere_does_not_count(area: Area, other_area: Area, planner: User) -> None:
    party = make_organisation(area=area)
    make_statement(make_conversation(planner, other_area, held_on=TODAY), party)
    rebuild_contacts(area=other_area)
    assert points(area, planner, "stil")[0].words == "Nog nooit gesproken"


# --- Confirmations ----------------------------------------------------------------------------------


def test_a_decision_waits_for_who_said_nothing_or_made_a_reservation(area: Area, planner: User) -> None:
    made = decision(area, planner)
    stand = {"status": DecisionStatus.ADOPTED, "stated_on": TODAY}
    DecisionPosition.objects.create(decision=made, organisation=make_organisation("Zwijgt", area=area))
    DecisionPosition.objects.create(
        decision=made, organisation=make_organisation("Twijfelt", area=area), reservation="Geld", **stand
    )
    DecisionPosition.objects.create(decision=made, organisation=make_organisation("Klaar", area=area), **stand)
    (point,) = points(area, planner, "wacht")
    assert point.about == "Nog geen bericht van Zwijgt. Met voorbehoud: Twijfelt."
    assert point.words == "2 partijen"


def test_parties_still_on_draft_wait_together(area: Area, planner: User) -> None:
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    for number in range(7):
        AgreementParty.objects.create(agreement=agreement, organisation=make_organisation(f"P{number}", area=area))
    AgreementParty.objects.update_or_create(
        agreement=agreement, organisation=make_organisation(area=area), defaults={"status": PartyStatus.SIGNED}
    )
    (point,) = points(area, planner, "wacht")
    assert (point.about, point.words) == ("P0, P1, P2, P3, P4 en nog 2.", "7 partijen")


def test_an_invitation_waits_by_its_role_and_without_its_address(area: Area, planner: User) -> None:
    invited(area, planner, name="Secretaris")
    (point,) = points(area, planner, "wacht")
    assert point.title == "Uitnodiging: Secretaris"
    assert "@" not in f"{point}"


def test_an_invitation_that_ran_out_says_so(area: Area, planner: User) -> None:
    invited(area, planner)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    assert points(area, planner, "wacht")[0].words == "Verlopen"


@pytest.mark.parametrize("field", ["accepted_at", "revoked_at"])
def test_an_invitation_that_was_answered_or_withdrawn_waits_no_more(area: Area, planner: User, field: str) -> None:
    invited(area, planner, **{field: timezone.now()})
    assert points(area, planner, "wacht") == []


# --- Checkpoints ------------------------------------------------------------------------------------


def test_the_next_three_checkpoints_tell_what_is_not_ready(area: Area, planner: User) -> None:
    for number in (5, 3, 9, 7):
        checkpoint(area, f"Moment {number}", ahead=number)
    first = Checkpoint.objects.get(name="Moment 3")
    Requirement.objects.create(checkpoint=first, area=area, text="Perspectief")
    Requirement.objects.create(checkpoint=first, area=area, text="Akkoord", status=RequirementStatus.READY)
    found = points(area, planner, "ijkmomenten")
    assert [point.title for point in found] == ["Moment 3", "Moment 5", "Moment 7"]
    assert "Nog niet klaar: Perspectief." in found[0].about
    assert found[0].words == "Nog 3 dagen"


def test_a_checkpoint_of_yesterday_is_not_coming(area: Area, planner: User) -> None:
    checkpoint(area, ahead=-1)
    assert points(area, planner, "ijkmomenten") == []


# --- The page ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("", (60, True)),
        ("14", (14, True)),
        ("730", (730, True)),
        ("0", (60, False)),
        ("731", (60, False)),
        ("-5", (60, False)),
        ("veel", (60, False)),
        ("9" * 5000, (60, False)),
        ("²", (60, False)),
    ],
)
def test_days_have_sane_bounds(text: str, outcome: tuple[int, bool]) -> None:
    assert days_from(text) == outcome


def test_days_that_make_no_sense_are_said(area: Area, planner: User, signed_in: SignIn) -> None:
    response = signed_in(planner).get(reverse("weekstart", args=[area.slug]), {"dagen": "veel"})
    assert "Vul een heel getal in" in response.content.decode()


def test_what_is_ticked_becomes_the_agenda_of_a_meeting(area: Area, planner: User, signed_in: SignIn) -> None:
    late = action(area)
    client = signed_in(planner)
    ticked = [point.value for point in points(area, planner, "afspraken")]
    filled = client.post(reverse("meeting-new", args=[area.slug]), {"do": "fill", "punt": ticked}).context["points"]
    columns = {"title": "title", "kind": "kind", "subject": "subject"}
    data = {f"point_{name}": [str(getattr(row, name) or "") for row in filled] for name in columns}
    data |= {"point_id": [""] * len(filled), "title": ["Weekstart"], "held_on": ["09-03-2026"]}
    client.post(reverse("meeting-new", args=[area.slug]), data)
    item = Meeting.objects.get().agenda.get()
    assert (item.subject_id, item.kind) == (late.pk, "actie")
    assert item.title == "Kaart delen (Dijkgraaf), was voor 06-03-2026"


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_however_much_is_open(
    area: Area, planner: User, signed_in: SignIn, number: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    for place in range(number):
        party = spoken(area, planner, 100)
        action(area)
        DecisionPosition.objects.create(decision=decision(area, planner, place + 1), organisation=party)
        AgreementParty.objects.create(agreement=agreement, organisation=party)
        made = checkpoint(area, f"{place}", ahead=4000)
        Requirement.objects.create(checkpoint=made, area=area, text="Stuk")
        invited(area, planner, name=f"{place}", email=f"{place}@example.org")
    client = signed_in(planner)
    with django_assert_num_queries(14):
        client.get(reverse("weekstart", args=[area.slug]))
