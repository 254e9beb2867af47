"""What somebody tries who means harm: each test is an attack that must come to nothing."""

import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from areas.accounts.forms.account import RESET_TAKES
from areas.models import Area, User
from coalition.agreement.articles.actions import add_article, move_article, remove_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.chapters import rename_chapter
from coalition.agreement.document.actions.parties import add_party, remove_party
from coalition.conversations.recording.actions.recording import record_conversation
from coalition.conversations.recording.data import ConversationData, ParticipantData
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Agreement, Conversation, ConversationDraft
from deliverables.checkpoints.actions import set_requirement_status
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.makers import make_checkpoint
from tests.factories import DAY, make_organisation, make_user

SignIn = Callable[[User], Client]
NEW = "/gebieden/zuid-limburg/gesprekken/nieuw/"
SAVE = "/gebieden/zuid-limburg/gesprekken/concept/"
DRAFT = "0190a000-0000-7000-8000-00000000a77a"
HUGE = "9" * 5_000  # more digits than Python is willing to read


def test_a_huge_number_for_how_often_a_tab_saved_is_no_error(area: Area, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(interviewer)
    client.post(SAVE, {"draft": DRAFT, "report": "een"})
    answer = client.post(SAVE, {"draft": DRAFT, "report": "twee", "seq": HUGE, "draft_version": "1"})
    assert answer.status_code == 200


@pytest.mark.parametrize("row", [f"statements-{HUGE}", "statements-²", "statements--1"])
def test_taking_away_a_row_that_cannot_be_is_no_error(
    area: Area, interviewer: User, signed_in: SignIn, row: str
) -> None:
    answer = signed_in(interviewer).post(NEW, {"draft": DRAFT, "report": "een", "remove": row})
    assert answer.status_code == 302


def test_a_huge_version_of_a_checkpoint_removes_nothing_that_changed(
    area: Area, admin: User, signed_in: SignIn
) -> None:
    found = make_checkpoint(area)
    answer = signed_in(admin).post(f"/gebieden/zuid-limburg/ijkmomenten/{found.pk}/verwijderen/", {"version": HUGE})
    assert (answer.status_code, Checkpoint.objects.count()) == (302, 0)


def test_more_rows_than_a_page_can_show_are_refused_before_they_are_kept(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    rows = {f"statements-{number}-position": "x" for number in range(501)}
    answer = signed_in(interviewer).post(NEW, {"draft": DRAFT, **rows})
    assert (answer.status_code, ConversationDraft.objects.count()) == (422, 0)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("header", ["Origin", "Referer", "HX-Current-URL"])
def test_a_broken_address_in_a_header_is_no_error(client: Client, method: str, header: str) -> None:
    answer = getattr(client, method)("/gebieden/", headers={header: "http://[", "HX-Request": "true"})
    assert answer.status_code < 500


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


def test_moving_an_article_somebody_just_removed_says_so(agreement: Agreement, planner: User) -> None:
    article = add_article(chapter=agreement.chapters.all()[0], actor=planner, title="Beek", text="Ruimte.")
    remove_article(article=article, actor=planner, version=article.version, why="Dubbel.")
    with pytest.raises(Conflict):
        move_article(article=article, actor=planner, places=1)


def test_writing_in_a_chapter_somebody_just_removed_says_so(agreement: Agreement, planner: User) -> None:
    chapter = agreement.chapters.all()[0]
    type(chapter).objects.filter(pk=chapter.pk).delete()
    with pytest.raises(Problem):
        add_article(chapter=chapter, actor=planner, title="Beek", text="Ruimte.")


def test_renaming_a_chapter_somebody_just_removed_says_so(agreement: Agreement, planner: User) -> None:
    chapter = agreement.chapters.all()[0]
    type(chapter).objects.filter(pk=chapter.pk).delete()
    with pytest.raises(Conflict):
        rename_chapter(chapter=chapter, actor=planner, title="Water")


def test_removing_a_party_twice_at_once_says_so(agreement: Agreement, planner: User) -> None:
    party = add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))
    remove_party(party=party, actor=planner)
    with pytest.raises(Conflict):
        remove_party(party=party, actor=planner)


def test_a_piece_somebody_just_removed_gets_no_status(area: Area, admin: User) -> None:
    piece = make_checkpoint(area, requirements=("Kaart",)).requirements.get()
    type(piece).objects.all().delete()
    with pytest.raises(Conflict):
        set_requirement_status(requirement=piece, actor=admin, status=RequirementStatus.values[0])


@pytest.mark.parametrize("goal", ["%2f%2fevil.example", "//evil.example", "/\\evil.example", "areas", "javascript:x"])
def test_the_door_of_the_practice_environment_leads_nowhere_else(
    db: None, client: Client, settings: pytest.FixtureRequest, goal: str
) -> None:
    settings.DEMO = True
    make_user(persona="deelnemer")
    answer = client.post("/oefenomgeving/", {"persona": "deelnemer", "next": goal})
    assert answer["Location"] == "/"


@pytest.mark.parametrize("address", ["lid@example.org", "niemand@example.org"])
def test_asking_for_a_password_takes_equally_long_with_and_without_an_account(
    db: None, client: Client, address: str
) -> None:
    make_user(email="lid@example.org")
    began = time.monotonic()
    client.post("/accounts/password/reset/", {"email": address})
    assert time.monotonic() - began >= RESET_TAKES


def recorded(area: Area, author: User, level: str) -> Conversation:
    """Record a conversation through the action, so that its words can be searched."""
    party = ParticipantData(make_organisation(area=area).name)
    data = ConversationData(
        held_on=DAY, participants=(party,), report="Over de kanarie.", form="individueel", confidentiality=level
    )
    return record_conversation(area=area, actor=author, token=uuid4(), data=data)


def found_by(client: Client, words: str) -> int:
    return len(client.get("/gebieden/zuid-limburg/gesprekken/", {"tekst": words}).context["page"].object_list)


def test_a_named_reader_finds_no_words_in_a_confidential_conversation_without_opening_it(
    area: Area, interviewer: User, planner: User, signed_in: SignIn
) -> None:
    conversation = recorded(area, interviewer, Confidentiality.CONFIDENTIAL)
    conversation.readers.add(planner)
    client = signed_in(planner)
    assert (found_by(client, ""), found_by(client, "kanarie")) == (1, 0)


def test_the_author_finds_words_in_a_confidential_conversation(
    area: Area, interviewer: User, signed_in: SignIn
) -> None:
    recorded(area, interviewer, Confidentiality.CONFIDENTIAL)
    assert found_by(signed_in(interviewer), "kanarie") == 1
