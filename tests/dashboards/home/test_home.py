"""Where each role starts."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Membership, User
from coalition.conversations.right_of_reply.actions import answer_right_of_reply
from coalition.conversations.right_of_reply.rules import ReplyData
from coalition.models import ActionItem, ConversationDraft
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from tests.factories import (
    DAY,
    make_challenge,
    make_conversation,
    make_organisation,
    make_right_of_reply,
    make_stake,
    make_statement,
    make_user,
)

SignedIn = Callable[[User], Client]


def test_executive_of_one_area_lands_on_its_dashboard(area: Area, executive: User, signed_in: SignedIn) -> None:
    assert signed_in(executive).get("/").headers["Location"] == f"/gebieden/{area.slug}/"


def test_executive_of_two_areas_chooses(area: Area, other_area: Area, executive: User, signed_in: SignedIn) -> None:
    Membership.objects.create(user=executive, area=other_area, role=Role.EXECUTIVE, valid_from=DAY)
    assert signed_in(executive).get("/").status_code == 200


def test_programme_team_lands_on_the_overview(programme_team: User, signed_in: SignedIn) -> None:
    assert signed_in(programme_team).get("/").headers["Location"] == "/overzicht/"


def test_auditor_lands_on_the_read_log(auditor: User, signed_in: SignedIn) -> None:
    assert signed_in(auditor).get("/").headers["Location"] == "/leeslog/"


def test_interviewer_finds_the_button_to_log_a_conversation(
    area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    assert f"/gebieden/{area.slug}/gesprekken/nieuw/" in signed_in(interviewer).get("/").content.decode()


def test_participant_finds_no_button_to_log_a_conversation(area: Area, participant: User, signed_in: SignedIn) -> None:
    assert "gesprekken/nieuw" not in signed_in(participant).get("/").content.decode()


def test_start_page_lists_my_draft_and_not_anothers(
    area: Area, interviewer: User, planner: User, signed_in: SignedIn
) -> None:
    ConversationDraft.objects.create(area=area, author=interviewer)
    assert "Verder schrijven" in signed_in(interviewer).get("/").content.decode()
    assert "Verder schrijven" not in signed_in(planner).get("/").content.decode()


def test_start_page_says_how_late_an_action_is(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    due = timezone.localdate() - timedelta(days=3)
    ActionItem.objects.create(area=area, what="Bel het waterschap", owner="ik", owner_user=interviewer, due_on=due)
    page = signed_in(interviewer).get("/").content.decode()
    assert "Bel het waterschap" in page
    assert "3 dagen te laat" in page


def test_start_page_shows_a_checkpoint_of_two_of_my_areas_once(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    Membership.objects.create(user=interviewer, area=other_area, role=Role.INTERVIEWER, valid_from=DAY)
    checkpoint = Checkpoint.objects.create(name="BO Leefomgeving", date=timezone.localdate())
    for place in (area, other_area):
        CheckpointArea.objects.create(checkpoint=checkpoint, area=place)
    assert signed_in(interviewer).get("/").content.decode().count("BO Leefomgeving") == 1


def test_user_without_membership_is_told_what_to_do(db: None, signed_in: SignedIn) -> None:
    assert "Vraag de gebiedsbeheerder" in signed_in(make_user()).get("/").content.decode()


def test_start_page_names_a_party_that_weighs_much_and_was_not_heard(
    area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    heavy, light = make_organisation("Waterbeheerder", area=area), make_organisation("Kleine club", area=area)
    make_stake(interviewer, heavy, make_challenge(area))
    make_stake(interviewer, light, make_challenge(area), influence=2)
    page = signed_in(interviewer).get("/").text
    assert "Waterbeheerder" in page
    assert "Nog nooit gesproken" in page
    assert "Kleine club" not in page


def test_party_that_lost_its_influence_is_not_named(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party, challenge = make_organisation("Waterbeheerder", area=area), make_challenge(area)
    make_stake(interviewer, party, challenge)
    make_stake(interviewer, party, challenge, influence=2, scored_on=DAY + timedelta(days=1))
    assert "Waterbeheerder" not in signed_in(interviewer).get("/").text


def test_participant_learns_nothing_of_who_weighs_much(area: Area, participant: User, signed_in: SignedIn) -> None:
    make_stake(participant, make_organisation("Waterbeheerder", area=area), make_challenge(area))
    assert "Waterbeheerder" not in signed_in(participant).get("/").text


@pytest.mark.parametrize("times", [1, 3])
def test_start_page_costs_eight_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        ConversationDraft.objects.create(area=area, author=interviewer)
        conversation = make_conversation(interviewer, area)
        ActionItem.objects.create(area=area, what="Bel", owner="ik", owner_user=interviewer, conversation=conversation)
        checkpoint = Checkpoint.objects.create(name=f"Moment {number}", date=timezone.localdate())
        CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
        make_stake(interviewer, make_organisation(area=area), make_challenge(area))
        party = make_statement(conversation).organisation
        sent = make_right_of_reply(conversation, party)
        answer_right_of_reply(token=sent.link.rstrip("/").rsplit("/", 1)[1], data=ReplyData(confirmed=True))
    client = signed_in(interviewer)
    client.get("/")
    with django_assert_num_queries(8):
        client.get("/")
