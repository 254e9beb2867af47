"""Terugkoppeling: what was done with a statement, who was not told yet, and the letter that tells."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from areas.models import Area, Printout, User
from coalition.conversations.feedback.actions import give_feedback, write_letter
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.feedback.queries import awaiting_feedback, given_feedback, parties_of
from coalition.conversations.feedback.rules import Answer, FeedbackState, lacks_reason, letter_text, state_of
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Conversation, Feedback, FeedbackLetter, ReadEvent, Statement
from coalition.trail.history.queries import changes_of
from novex_portal.toolkit.history.changes import ChangedField
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import (
    DAY,
    make_conversation,
    make_feedback,
    make_feedback_letter,
    make_organisation,
    make_statement,
)

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/"


@pytest.fixture
def conversation(interviewer: User, area: Area) -> Conversation:
    return make_conversation(interviewer, area, report="GEHEIM VERSLAG")


@pytest.fixture
def statement(conversation: Conversation) -> Statement:
    return make_statement(conversation)


def posted(statement: Statement, outcome: str, reason: str = "", version: int = 0) -> dict[str, str]:
    key = statement.pk
    return {f"outcome-{key}": outcome, f"reason-{key}": reason, f"version-{key}": str(version)}


def address(conversation: Conversation) -> str:
    return f"{ROOT}gesprekken/{conversation.pk}/terugkoppeling/"


def states(conversation: Conversation) -> list[FeedbackState]:
    return [line.state for line in parties_of(conversation)]


@pytest.mark.parametrize(
    ("said", "decided", "told", "has_letter", "state"),
    [
        (2, 0, 0, False, FeedbackState.NOTHING),
        (2, 1, 0, False, FeedbackState.PARTLY),
        (2, 2, 0, False, FeedbackState.NO_LETTER),
        (2, 2, 1, True, FeedbackState.CHANGED),
        (2, 1, 1, True, FeedbackState.CHANGED),
        (2, 2, 2, True, FeedbackState.GIVEN),
    ],
)
def test_state_follows_from_the_numbers(
    said: int, decided: int, told: int, has_letter: bool, state: FeedbackState
) -> None:
    assert state_of(said=said, decided=decided, told=told, has_letter=has_letter) == state


@pytest.mark.parametrize(
    ("outcome", "reason", "lacks"),
    [
        ("niet", " ", True),
        ("deels", "", True),
        ("niet", "Te duur.", False),
        ("overgenomen", "", False),
        ("", "", False),
    ],
)
def test_only_a_no_or_a_half_yes_needs_a_reason(outcome: str, reason: str, lacks: bool) -> None:
    assert lacks_reason(outcome, reason) is lacks


def test_text_names_every_answer_with_its_reason() -> None:
    answer = {"challenge": "Water", "position": "Houd vast.", "outcome": "Niet overgenomen", "reason": "Te duur."}
    text = letter_text(organisation="Dorpsraad", held_on=DAY, area="De Peel", opening="Dank.", answers=[answer])
    assert "1. Water\nU zei: “Houd vast.”\nNiet overgenomen.\nTe duur." in text
    assert "\xa0" not in text


def test_database_refuses_a_no_without_a_reason(statement: Statement) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_feedback(statement, outcome=FeedbackOutcome.NOT_TAKEN_OVER)


def test_answer_is_kept_once_and_taken_away(statement: Statement, interviewer: User) -> None:
    give = {"conversation": statement.conversation, "actor": interviewer}
    answer = Answer(statement.pk, "deels", "Alleen\x00 op de helling 🌊.", 0)
    assert [give_feedback(**give, answers=[answer]) for _ in range(2)] == [1, 0]
    assert Feedback.objects.get().reason == "Alleen op de helling 🌊."
    give_feedback(**give, answers=[Answer(statement.pk, "", "", 1)])
    assert not Feedback.objects.exists()


def test_two_who_answer_at_once_do_not_overwrite(statement: Statement, interviewer: User) -> None:
    give = {"conversation": statement.conversation, "actor": interviewer}
    give_feedback(**give, answers=[Answer(statement.pk, "overgenomen", "", 0)])
    with pytest.raises(Conflict):
        give_feedback(**give, answers=[Answer(statement.pk, "in-beraad", "", 0)])
    assert Feedback.objects.get().outcome == FeedbackOutcome.TAKEN_OVER


@pytest.mark.django_db(transaction=True)
def test_of_two_letters_pressed_at_once_one_is_made(statement: Statement, interviewer: User) -> None:
    make_feedback(statement)
    start, token = Barrier(2), uuid7()

    def write(_: int) -> UUID:
        start.wait()
        try:
            letter = write_letter(
                conversation=statement.conversation,
                actor=interviewer,
                organisation=statement.organisation,
                token=token,
            )
            return letter.pk
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert len(set(pool.map(write, range(2)))) == 1


def test_statement_of_another_conversation_is_refused(statement: Statement, interviewer: User, area: Area) -> None:
    other = make_conversation(interviewer, area)
    with pytest.raises(Conflict):
        give_feedback(conversation=other, actor=interviewer, answers=[Answer(statement.pk, "overgenomen", "", 0)])


def test_no_without_a_reason_comes_back_with_what_was_chosen(
    signed_in: SignIn, statement: Statement, interviewer: User
) -> None:
    page = signed_in(interviewer).post(address(statement.conversation), posted(statement, "niet"))
    assert (page.status_code, "Schrijf op waarom" in page.text, "selected>Niet overgenomen" in page.text) == (
        422,
        True,
        True,
    )


def test_loser_of_a_race_sees_both(signed_in: SignIn, statement: Statement, planner: User) -> None:
    make_feedback(statement, outcome=FeedbackOutcome.PARTLY, reason="Van een collega.")
    client = signed_in(planner)
    page = client.post(address(statement.conversation), posted(statement, "niet", "Van mij."))
    assert page.status_code == 409
    assert "Van een collega." in page.text
    assert "Van mij." in page.text
    assert client.post(address(statement.conversation), posted(statement, "niet", "Van mij.", 1)).status_code == 302
    assert Feedback.objects.get().reason == "Van mij."


def test_letter_holds_the_words_of_its_party_alone(statement: Statement) -> None:
    make_feedback(make_statement(statement.conversation, position="WOORDEN VAN EEN ANDER"))
    letter = make_feedback_letter(statement)
    assert [answer["position"] for answer in letter.answers] == [statement.position]


def test_letter_waits_for_every_answer(statement: Statement, interviewer: User) -> None:
    make_feedback(statement)
    make_statement(statement.conversation, statement.organisation, position="Nog iets.")
    with pytest.raises(Problem, match="Vul eerst bij elke uitspraak"):
        write_letter(conversation=statement.conversation, actor=interviewer, organisation=statement.organisation)


def test_letter_stays_as_it_was_given(statement: Statement) -> None:
    letter = make_feedback_letter(statement)
    Statement.objects.update(position="Andere woorden.")
    Feedback.objects.update(outcome=FeedbackOutcome.CONSIDERED)
    letter.refresh_from_db()
    assert (letter.answers[0]["position"], letter.answers[0]["outcome"]) == (statement.position, "Overgenomen")


def test_pressing_twice_makes_one_letter_and_one_mail(statement: Statement, interviewer: User) -> None:
    make_feedback(statement)
    token, party = uuid7(), statement.organisation
    values = {"actor": interviewer, "organisation": party, "email": "partij@voorbeeld.example", "token": token}
    first, second = (write_letter(conversation=statement.conversation, **values) for _ in range(2))
    assert first == second
    mail = OutgoingMail.objects.get()
    assert statement.position in mail.text
    assert "GEHEIM VERSLAG" not in mail.text + mail.html


def test_conversation_waits_until_every_party_heard(statement: Statement, interviewer: User) -> None:
    other = make_statement(statement.conversation, make_organisation(area=statement.conversation.area))
    everything = Conversation.objects.all()
    make_feedback_letter(statement)
    assert list(awaiting_feedback(everything)) == [statement.conversation]
    make_feedback_letter(other)
    assert (list(awaiting_feedback(everything)), list(given_feedback(everything))) == ([], [statement.conversation])


def test_answer_that_changed_after_the_letter_is_told_again(statement: Statement, interviewer: User) -> None:
    make_feedback_letter(statement)
    assert states(statement.conversation) == [FeedbackState.GIVEN]
    answer = Answer(statement.pk, "niet", "Bij nader inzien te duur.", 1)
    give_feedback(conversation=statement.conversation, actor=interviewer, answers=[answer])
    assert states(statement.conversation) == [FeedbackState.CHANGED]
    assert awaiting_feedback(Conversation.objects.all()).exists()


def test_conversation_without_statements_waits_for_nothing(conversation: Conversation) -> None:
    assert not awaiting_feedback(Conversation.objects.all()).exists()
    assert not given_feedback(Conversation.objects.all()).exists()


def test_list_shows_the_longest_ago_first(signed_in: SignIn, interviewer: User, area: Area) -> None:
    for name, days in (("Pas gesproken", 1), ("Lang geleden", 90)):
        held = make_conversation(interviewer, area, held_on=DAY - timedelta(days=days))
        make_statement(held, make_organisation(name, area=area))
    page = signed_in(interviewer).get(f"{ROOT}terugkoppeling/").text
    assert page.index("Lang geleden") < page.index("Pas gesproken")


def test_confidential_conversation_is_its_authors_to_answer(
    signed_in: SignIn, statement: Statement, planner: User, interviewer: User
) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    statement.conversation.conversationreader_set.create(user=planner)
    assert signed_in(planner).get(address(statement.conversation)).status_code == 403
    assert statement.organisation.name not in signed_in(planner).get(f"{ROOT}terugkoppeling/").text
    assert signed_in(interviewer).get(address(statement.conversation)).status_code == 200
    assert ReadEvent.objects.filter(reader=interviewer).exists()


def test_letter_becomes_a_pdf_without_the_report(signed_in: SignIn, statement: Statement, interviewer: User) -> None:
    letter = make_feedback_letter(statement, opening="Dank voor het gesprek.")
    client = signed_in(interviewer)
    page = client.get(f"{ROOT}terugkoppeling/{letter.pk}/").text
    assert "Namens de coalitie in Zuid-Limburg" in page
    assert client.post(f"{ROOT}terugkoppeling/{letter.pk}/pdf/").status_code == 302
    html = Printout.objects.get().html
    assert statement.position in html
    assert "GEHEIM VERSLAG" not in html


def test_conversation_page_tells_what_was_done(signed_in: SignIn, statement: Statement, interviewer: User) -> None:
    make_feedback(statement, outcome=FeedbackOutcome.NOT_TAKEN_OVER, reason="De grond is al verkocht.")
    page = signed_in(interviewer).get(f"{ROOT}gesprekken/{statement.conversation_id}/").text
    assert "De grond is al verkocht." in page


@pytest.mark.django_db(transaction=True)
def test_history_tells_what_was_done_and_why(statement: Statement, interviewer: User) -> None:
    for version, reason in enumerate(("Te duur.", "Te laat.")):
        answer = Answer(statement.pk, "niet", reason, version)
        give_feedback(conversation=statement.conversation, actor=interviewer, answers=[answer])
    newest = changes_of(statement.conversation)[0]
    assert ChangedField("Terugkoppeling: waarom", "Te duur.", "Te laat.") in newest.fields


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_same_number_of_queries(
    signed_in: SignIn, interviewer: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        held = make_conversation(interviewer, area)
        for _ in range(number):
            make_statement(held, make_organisation(area=area))
    client = signed_in(interviewer)
    with django_assert_num_queries(6):
        client.get(f"{ROOT}terugkoppeling/")
    with django_assert_num_queries(9):
        client.get(address(held))


def test_letter_is_found_only_in_its_own_area(signed_in: SignIn, statement: Statement, interviewer: User) -> None:
    letter = make_feedback_letter(statement)
    assert signed_in(interviewer).get(f"/gebieden/de-peel/terugkoppeling/{letter.pk}/").status_code == 404
    assert FeedbackLetter.objects.filter(created_at__lte=timezone.now()).exists()
