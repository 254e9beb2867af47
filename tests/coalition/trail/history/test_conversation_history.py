"""Who changed what and when in a conversation, as PostgreSQL kept it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from django.test import Client

from areas.models import Area, User
from coalition.conversations.recording.actions.recording import record_conversation, update_conversation
from coalition.conversations.recording.data import (
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.enums import Stance
from coalition.models import Conversation
from coalition.trail.history.queries import changes_of
from novex_portal.toolkit.history.changes import ChangedField
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_challenge


@pytest.fixture
def changed(transactional_db: None, area: Area, interviewer: User) -> Conversation:
    """Record a conversation and change it, each in a transaction of its own."""
    challenge = make_challenge(area, "Heuvelland")
    data = ConversationData(
        held_on=date(2026, 3, 2),
        participants=(ParticipantData("Waterschap Limburg", "Dijkgraaf", "waterschap"),),
        report="Eerst.",
        statements=(StatementData("Waterschap Limburg", challenge, "Ruimte", "Schade", Stance.NEUTRAL, 3),),
        action_items=(ActionItemData("Kaart sturen", "Waterschap Limburg", date(2026, 4, 1)),),
    )
    talk = record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)
    said = replace(data.statements[0], id=talk.statements.get().pk, stance=Stance.SUPPORTS)
    people = (*data.participants, ParticipantData("Gemeente Heerlen", "Wethouder", "gemeente"))
    new = replace(data, report="Toen.", statements=(said,), action_items=(), participants=people)
    return update_conversation(conversation=talk, actor=interviewer, version=1, data=new)


def test_the_database_kept_every_field_that_changed(changed: Conversation) -> None:
    newest, first = changes_of(changed)
    assert first.is_first
    assert set(newest.fields) == {
        ChangedField("Verslag", "Eerst.", "Toen."),
        ChangedField("Deelnemer: organisatie", "", "Gemeente Heerlen"),
        ChangedField("Deelnemer: rol", "", "Wethouder"),
        ChangedField("Uitspraak van Waterschap Limburg: houding", "Neutraal", "Steunt"),
        ChangedField("Afspraak: wat", "Kaart sturen", ""),
        ChangedField("Afspraak: wie", "Waterschap Limburg", ""),
        ChangedField("Afspraak: uiterlijk op", "01-04-2026", ""),
        ChangedField("Afspraak: stand", "Open", ""),
    }


def test_the_database_kept_who_it_was(changed: Conversation) -> None:
    assert {change.actor for change in changes_of(changed)} == {"Gespreksvoerder"}


def test_the_history_page_shows_old_and_new(
    changed: Conversation, interviewer: User, signed_in: Callable[[User], Client]
) -> None:
    page = signed_in(interviewer).get(f"{changed.get_absolute_url()}geschiedenis/").content.decode()
    assert "Eerst." in page
    assert "Toen." in page


def test_the_history_of_a_confidential_conversation_is_closed_too(
    changed: Conversation, planner: User, signed_in: Callable[[User], Client]
) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    assert signed_in(planner).get(f"{changed.get_absolute_url()}geschiedenis/").status_code == 404
