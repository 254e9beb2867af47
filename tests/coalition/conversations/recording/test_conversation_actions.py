"""Recording and changing a conversation, past the screen."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.contrib.postgres.search import SearchQuery
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.drafts.actions import save_draft
from coalition.conversations.recording.actions.recording import (
    ConversationChanged,
    record_conversation,
    update_conversation,
)
from coalition.conversations.recording.data import (
    ActionItemData,
    ConversationData,
    ParticipantData,
    StatementData,
)
from coalition.conversations.recording.enums import ActionStatus, Confidentiality
from coalition.models import ActionItem, Ambition, AmbitionStatement, Conversation, ConversationDraft, Statement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from tests.factories import make_challenge, make_organisation


@pytest.fixture
def data(area: Area) -> ConversationData:
    challenge = make_challenge(area, "Heuvelland")
    return ConversationData(
        held_on=date(2026, 3, 2),
        participants=(ParticipantData("Waterschap Limburg", "Dijkgraaf", OrganisationKind.WATER_AUTHORITY),),
        report="Water langer vasthouden.",
        statements=(StatementData("waterschap limburg", challenge, "Ruimte voor water", "Minder schade"),),
        action_items=(ActionItemData("Kaart sturen", "Waterschap Limburg", date(2026, 4, 1)),),
    )


@pytest.fixture
def recorded(area: Area, interviewer: User, data: ConversationData) -> Conversation:
    return record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)


def changed_by_author(conversation: Conversation, data: ConversationData, version: int = 1) -> Conversation:
    return update_conversation(conversation=conversation, actor=conversation.author, version=version, data=data)


def found(word: str) -> bool:
    return Conversation.objects.filter(search=SearchQuery(word, config="dutch")).exists()


def test_recording_makes_an_organisation_that_is_new(recorded: Conversation) -> None:
    party = Organisation.objects.get(name="Waterschap Limburg")
    assert party.kind == OrganisationKind.WATER_AUTHORITY
    assert AreaOrganisation.objects.filter(area=recorded.area, organisation=party).exists()


def test_recording_keeps_what_was_said_and_agreed(recorded: Conversation) -> None:
    assert recorded.statements.get().interest == "Minder schade"
    assert recorded.action_items.get().due_on == date(2026, 4, 1)
    assert [str(challenge) for challenge in recorded.challenges.all()] == ["Heuvelland"]


def test_a_person_is_a_role_and_made_once(area: Area, interviewer: User, data: ConversationData) -> None:
    for _ in range(2):
        record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)
    assert Organisation.objects.get(name="Waterschap Limburg").persons.count() == 1


def test_the_same_token_twice_makes_one_conversation(area: Area, interviewer: User, data: ConversationData) -> None:
    token = uuid7()
    first = record_conversation(area=area, actor=interviewer, token=token, data=data)
    second = record_conversation(area=area, actor=interviewer, token=token, data=replace(data, report="Anders"))
    assert first == second
    assert Conversation.objects.get().report == "Water langer vasthouden."


def test_the_token_of_another_author_is_refused(
    area: Area, interviewer: User, planner: User, data: ConversationData
) -> None:
    token = uuid7()
    record_conversation(area=area, actor=interviewer, token=token, data=data)
    with pytest.raises(Problem):
        record_conversation(area=area, actor=planner, token=token, data=data)


def test_recording_removes_the_draft(area: Area, interviewer: User, data: ConversationData) -> None:
    token = uuid7()
    save_draft(area=area, actor=interviewer, token=token, version=0, data={"report": ["Water"]})
    record_conversation(area=area, actor=interviewer, token=token, data=data)
    assert not ConversationDraft.objects.exists()


def test_an_organisation_of_another_area_is_linked_not_copied(
    area: Area, other_area: Area, interviewer: User, data: ConversationData
) -> None:
    known = make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, other_area)
    record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)
    assert set(known.areas.all()) == {area, other_area}


def test_a_new_organisation_without_kind_is_refused(area: Area, interviewer: User, data: ConversationData) -> None:
    unknown = replace(data, participants=(ParticipantData("Nieuwe club"),), statements=())
    with pytest.raises(Problem, match="wat voor soort partij"):
        record_conversation(area=area, actor=interviewer, token=uuid7(), data=unknown)
    assert not Conversation.objects.exists()


@pytest.mark.parametrize("days", [2, 400])
def test_a_date_in_the_future_is_refused(area: Area, interviewer: User, data: ConversationData, days: int) -> None:
    later = replace(data, held_on=timezone.localdate() + timedelta(days=days))
    with pytest.raises(Problem, match="datum"):
        record_conversation(area=area, actor=interviewer, token=uuid7(), data=later)


def test_a_challenge_of_another_area_is_refused(
    area: Area, other_area: Area, interviewer: User, data: ConversationData
) -> None:
    foreign = replace(data, challenges=(make_challenge(other_area),))
    with pytest.raises(Problem, match="opgaven"):
        record_conversation(area=area, actor=interviewer, token=uuid7(), data=foreign)


def test_a_statement_of_somebody_who_was_not_there_is_refused(
    area: Area, interviewer: User, data: ConversationData
) -> None:
    absent = replace(data.statements[0], organisation="Gemeente Heerlen")
    with pytest.raises(Problem, match="staat niet bij de deelnemers"):
        record_conversation(area=area, actor=interviewer, token=uuid7(), data=replace(data, statements=(absent,)))


def test_readers_are_kept_only_for_a_confidential_conversation(
    area: Area, interviewer: User, planner: User, data: ConversationData
) -> None:
    open_one = record_conversation(area=area, actor=interviewer, token=uuid7(), data=replace(data, readers=(planner,)))
    closed = replace(data, readers=(planner,), confidentiality=Confidentiality.CONFIDENTIAL)
    closed_one = record_conversation(area=area, actor=interviewer, token=uuid7(), data=closed)
    assert (open_one.readers.count(), list(closed_one.readers.all())) == (0, [planner])


def test_changing_keeps_the_identity_of_a_statement(recorded: Conversation, data: ConversationData) -> None:
    pk: UUID = recorded.statements.get().pk
    sharper = replace(data.statements[0], id=pk, position="Meer ruimte voor water")
    changed_by_author(recorded, replace(data, statements=(sharper,)))
    assert Statement.objects.get().pk == pk
    assert Statement.objects.get().position == "Meer ruimte voor water"


def test_changing_on_an_old_version_is_refused(recorded: Conversation, data: ConversationData) -> None:
    changed_by_author(recorded, replace(data, place="Roermond"))
    with pytest.raises(ConversationChanged):
        changed_by_author(recorded, replace(data, place="Venlo"))
    assert Conversation.objects.get().place == "Roermond"


def test_a_statement_under_an_ambition_cannot_disappear(recorded: Conversation, data: ConversationData) -> None:
    ambition = Ambition.objects.create(
        area=recorded.area, number=1, title="Water", text="Water", created_by=recorded.author
    )
    AmbitionStatement.objects.create(ambition=ambition, statement=recorded.statements.get())
    with pytest.raises(Problem, match="rust een ambitie"):
        changed_by_author(recorded, replace(data, statements=()))
    assert Conversation.objects.get().version == 1


def test_an_action_item_that_is_done_stays_done(recorded: Conversation, data: ConversationData) -> None:
    ActionItem.objects.update(status=ActionStatus.DONE)
    later = replace(data.action_items[0], id=ActionItem.objects.get().pk, due_on=date(2026, 5, 1))
    changed_by_author(recorded, replace(data, action_items=(later,)))
    assert (ActionItem.objects.get().status, ActionItem.objects.get().due_on) == (ActionStatus.DONE, date(2026, 5, 1))


def test_a_statement_id_of_another_conversation_makes_a_new_row(
    area: Area, interviewer: User, recorded: Conversation, data: ConversationData
) -> None:
    other = record_conversation(area=area, actor=interviewer, token=uuid7(), data=data)
    stolen = replace(data.statements[0], id=recorded.statements.get().pk, position="Gekaapt")
    changed_by_author(other, replace(data, statements=(stolen,)))
    assert recorded.statements.get().position == "Ruimte voor water"


def test_words_of_statements_are_in_the_search_index(recorded: Conversation) -> None:
    assert found("schade")


def test_changing_brings_the_search_index_along(recorded: Conversation, data: ConversationData) -> None:
    changed_by_author(recorded, replace(data, report="Over de graften", statements=()))
    assert not found("schade")
    assert found("graft")
