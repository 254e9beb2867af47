"""Wederhoor: what a party is shown through a link, and what its answer does."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.models import User
from coalition.conversations.recording.actions.rows import write_statements
from coalition.conversations.recording.data import StatementData
from coalition.conversations.right_of_reply.actions import (
    Sent,
    answer_right_of_reply,
    revoke_right_of_reply,
    send_right_of_reply,
)
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.right_of_reply.queries import REPLIES, replies_received
from coalition.conversations.right_of_reply.rules import ReplyData
from coalition.models import Conversation, RightOfReply, Statement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.links.door import LinkClosed
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.names import name_key
from tests.factories import make_conversation, make_organisation, make_right_of_reply, make_statement


@pytest.fixture
def conversation(interviewer: User) -> Conversation:
    return make_conversation(interviewer, interviewer.memberships.get().area, report="GEHEIM VERSLAG")


@pytest.fixture
def statement(conversation: Conversation) -> Statement:
    return make_statement(conversation)


@pytest.fixture
def sent(statement: Statement) -> Sent:
    make_statement(statement.conversation, position="WOORDEN VAN EEN ANDER")
    return make_right_of_reply(statement.conversation, statement.organisation)


def path_of(sent: Sent) -> str:
    return "/wederhoor/" + token_of(sent) + "/"


def token_of(sent: Sent) -> str:
    return sent.link.rstrip("/").rsplit("/", 1)[1]


def edited(statement: Statement, **words: object) -> None:
    """Write the statements of its conversation down again, with other words."""
    values = {
        "id": statement.pk,
        "organisation": statement.organisation.name,
        "challenge": statement.challenge,
        "position": statement.position,
        "interest": statement.interest,
        "stance": statement.stance,
        "urgency": statement.urgency,
        **words,
    }
    write_statements(
        conversation=statement.conversation,
        organisations={name_key(statement.organisation.name): statement.organisation},
        rows=[StatementData(**values)],  # type: ignore[arg-type]
    )


def test_a_party_sees_its_own_part_and_nothing_else(sent: Sent, statement: Statement) -> None:
    page = Client().get(path_of(sent))
    words = page.content.decode()
    assert (page.status_code, statement.position in words, "Wij spraken over water." in words) == (200, True, True)
    assert not any(text in words for text in ("WOORDEN VAN EEN ANDER", "GEHEIM VERSLAG", "/gebieden/", "Urgentie"))
    assert str(statement.conversation.author) not in words


def test_the_page_is_kept_nowhere(sent: Sent) -> None:
    page = Client().get(path_of(sent))
    assert "no-store" in page["Cache-Control"]
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")


def test_a_guess_asks_the_database_nothing(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        assert REPLIES.behind("een-gok:zonder-handtekening") is None


def test_a_wrong_link_says_so(db: None) -> None:
    assert Client().get("/wederhoor/onzin/").status_code == 404


def reply_words(sent: Sent, other: str = "", **more: str) -> dict[str, str]:
    """What a browser sends: that all is right, or other words for the one statement."""
    (said,) = sent.reply.statements
    answer = {"ok-summary": "klopt", "summary": sent.reply.summary}
    answer |= {
        f"ok-said-{said['id']}": "anders" if other else "klopt",
        f"said-{said['id']}": other or said["position"],
    }
    return {**answer, **more}


def test_confirming_marks_the_statements_of_that_party_alone(sent: Sent) -> None:
    page = Client().post(path_of(sent), reply_words(sent, remark="Wij 💧 zien het\x00 anders."))
    assert page.status_code == 200
    confirmed = Statement.objects.filter(confirmed_at__isnull=False)
    assert [row.organisation_id for row in confirmed] == [sent.reply.organisation_id]
    assert RightOfReply.objects.get().remark == "Wij 💧 zien het anders."


def test_a_proposal_overwrites_nothing(sent: Sent, statement: Statement) -> None:
    Client().post(path_of(sent), reply_words(sent, "Andere woorden."))
    kept = Statement.objects.get(pk=statement.pk)
    assert (kept.position, kept.confirmed_at) == (statement.position, None)
    reply = RightOfReply.objects.get()
    assert (reply.status, reply.proposals) == (ReplyStatus.AMENDED, {str(statement.pk): "Andere woorden."})


def test_what_is_right_beside_a_proposal_is_confirmed(conversation: Conversation, statement: Statement) -> None:
    right = make_statement(conversation, statement.organisation, position="Dit klopt wel.")
    sent = make_right_of_reply(conversation, statement.organisation)
    data = ReplyData(confirmed=False, proposals={str(statement.pk): "Anders."}, right=frozenset({str(right.pk)}))
    answer_right_of_reply(token=token_of(sent), data=data)
    assert [row.pk for row in Statement.objects.filter(confirmed_at__isnull=False)] == [right.pk]


def test_every_point_is_answered(sent: Sent, statement: Statement) -> None:
    page = Client().post(path_of(sent), {"ok-summary": "klopt", f"said-{statement.pk}": "Mijn woorden."})
    words = page.content.decode()
    assert (page.status_code, "Kies of uitspraak 1 klopt" in words, "Mijn woorden." in words) == (422, True, True)


def test_other_words_are_asked_of_who_has_them(sent: Sent, statement: Statement) -> None:
    page = Client().post(path_of(sent), reply_words(sent, statement.position))
    assert (page.status_code, "Schrijf op hoe het er zou moeten staan." in page.content.decode()) == (422, True)


def test_what_contradicts_itself_comes_back_with_the_words(sent: Sent, statement: Statement) -> None:
    page = Client().post(path_of(sent), reply_words(sent, **{f"said-{statement.pk}": "Mijn woorden."}))
    assert (page.status_code, "Mijn woorden." in page.content.decode()) == (422, True)
    assert RightOfReply.objects.get().status == ReplyStatus.OPEN


def test_a_used_link_shows_nothing_and_gives_typed_text_back(sent: Sent, statement: Statement) -> None:
    answer_right_of_reply(token=token_of(sent), data=ReplyData(confirmed=True))
    page = Client().post(path_of(sent), {"remark": "Te laat getypt."})
    words = page.content.decode()
    assert (page.status_code, statement.position in words, "Te laat getypt." in words) == (410, False, True)


def test_a_link_expires(sent: Sent, statement: Statement) -> None:
    RightOfReply.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    page = Client().get(path_of(sent))
    assert (page.status_code, statement.position in page.content.decode()) == (410, False)


def test_a_link_that_was_taken_back_shows_nothing(sent: Sent, statement: Statement) -> None:
    revoke_right_of_reply(reply=sent.reply, actor=sent.reply.sent_by)
    page = Client().get(path_of(sent))
    assert (page.status_code, statement.position in page.content.decode()) == (410, False)


def test_a_link_to_words_that_changed_shows_nothing(sent: Sent, statement: Statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(position="Iets anders.")
    page = Client().get(path_of(sent))
    assert (page.status_code, "Iets anders." in page.content.decode()) == (410, False)


def test_sending_again_takes_the_first_link_back(sent: Sent) -> None:
    make_right_of_reply(sent.reply.conversation, sent.reply.organisation)
    assert Client().get(path_of(sent)).status_code == 410
    assert RightOfReply.objects.filter(status=ReplyStatus.OPEN).count() == 1


def test_the_same_form_twice_is_one_link(statement: Statement) -> None:
    token = uuid7()
    first = make_right_of_reply(statement.conversation, statement.organisation, token=token)
    again = make_right_of_reply(statement.conversation, statement.organisation, token=token)
    assert (again.reply.pk, again.link) == (first.reply.pk, "")


def test_who_was_not_at_the_table_is_not_asked(conversation: Conversation) -> None:
    with pytest.raises(Problem, match="zat niet aan tafel"):
        send_right_of_reply(
            conversation=conversation, actor=conversation.author, organisation=make_organisation(), summary="Water."
        )


def test_the_mail_holds_the_link_and_no_words_of_the_conversation(statement: Statement) -> None:
    sent = make_right_of_reply(statement.conversation, statement.organisation, email="gast@voorbeeld.example")
    mail = OutgoingMail.objects.get()
    assert (sent.link in mail.text, mail.wipe_after_sending) == (True, True)
    assert not any(words in mail.text + mail.html for words in (statement.position, "Wij spraken over water"))


@pytest.mark.parametrize(("change", "stays"), [({"position": "Anders."}, False), ({"urgency": 5}, True)])
def test_other_words_are_not_confirmed_any_more(statement: Statement, change: dict[str, object], stays: bool) -> None:
    Statement.objects.filter(pk=statement.pk).update(confirmed_at=timezone.now())
    edited(statement, **change)
    statement.refresh_from_db()
    assert (statement.confirmed_at is not None) == stays


def test_an_answer_waits_for_the_author(sent: Sent) -> None:
    answer_right_of_reply(token=token_of(sent), data=ReplyData(confirmed=True))
    assert [row.pk for row in replies_received(sent.reply.conversation.author)] == [sent.reply.pk]


@pytest.mark.django_db(transaction=True)
def test_confirming_at_the_same_moment_gives_one_answer(sent: Sent) -> None:
    start = Barrier(2)

    def answer(words: str) -> bool:
        start.wait(timeout=10)
        try:
            answer_right_of_reply(token=token_of(sent), data=ReplyData(confirmed=True, remark=words))
        except LinkClosed:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(answer, ["een", "twee"])) == [False, True]
