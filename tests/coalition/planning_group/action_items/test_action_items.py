"""What somebody reads about an action item that is theirs to do."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, Membership, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ActionItem, Conversation, ConversationReader, ReadEvent
from tests.factories import make_conversation

SignIn = Callable[[User], Client]
WORDS = "Bel het waterschap over KANARIE"


def agreed(author: User, owner: User, level: str) -> Conversation:
    conversation = make_conversation(author, confidentiality=level)
    ActionItem.objects.create(
        area=conversation.area, conversation=conversation, what=WORDS, owner="x", owner_user=owner
    )
    return conversation


def pages(client: Client, area: Area) -> str:
    answers = [client.get(address, follow=True) for address in ("/", f"/gebieden/{area.slug}/")]
    return "".join(answer.content.decode() for answer in answers)


@pytest.mark.parametrize("level", Confidentiality.values)
def test_an_executive_does_not_read_what_was_agreed(
    area: Area, interviewer: User, executive: User, signed_in: SignIn, level: str
) -> None:
    agreed(interviewer, executive, level)
    page = pages(signed_in(executive), area)
    assert "KANARIE" not in page
    assert "Vraag de gespreksvoerder wat er is afgesproken" in page


def test_a_participant_does_not_read_what_was_agreed_on_a_higher_level(
    area: Area, interviewer: User, participant: User, signed_in: SignIn
) -> None:
    conversation = agreed(interviewer, participant, Confidentiality.PLANNING_GROUP)
    page = pages(signed_in(participant), area)
    assert "KANARIE" not in page
    assert str(conversation.pk) not in page


def test_who_may_read_the_conversation_reads_what_was_agreed(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    agreed(interviewer, planner, Confidentiality.PLANNING_GROUP)
    assert pages(signed_in(planner), area).count(WORDS) >= 2


def test_a_named_reader_opens_the_conversation_to_read_what_was_agreed(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    conversation = agreed(interviewer, planner, Confidentiality.CONFIDENTIAL)
    ConversationReader.objects.create(conversation=conversation, user=planner)
    page = pages(signed_in(planner), area)
    assert "KANARIE" not in page
    assert str(conversation.pk) in page
    assert not ReadEvent.objects.exists()


def test_the_author_reads_what_was_agreed(area: Area, interviewer: User, signed_in: SignIn) -> None:
    agreed(interviewer, interviewer, Confidentiality.CONFIDENTIAL)
    assert pages(signed_in(interviewer), area).count(WORDS) >= 2


def test_who_left_the_area_no_longer_reads_what_was_agreed(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    agreed(interviewer, planner, Confidentiality.AREA)
    Membership.objects.filter(user=planner).update(valid_until=timezone.localdate(), ended_at=timezone.now())
    assert "KANARIE" not in signed_in(planner).get("/").content.decode()
