"""What the author does with the answer of a party: the difference, what it counts for, taking over per proposal."""

from collections.abc import Callable
from uuid import UUID

import pytest
from django.contrib.postgres.search import SearchQuery
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from areas.models import User
from coalition.conversations.right_of_reply.actions import (
    answer_right_of_reply,
    leave_proposal,
    take_over_proposal,
)
from coalition.conversations.right_of_reply.rules import ReplyData
from coalition.models import Conversation, RightOfReply, Statement
from novex_portal.toolkit.problems import Problem
from tests.factories import make_conversation, make_organisation, make_right_of_reply, make_statement

SignedIn = Callable[[User], Client]
OTHER = "Water vasthouden kan, als de schade wordt vergoed."


@pytest.fixture
def conversation(interviewer: User) -> Conversation:
    return make_conversation(interviewer, interviewer.memberships.get().area)


@pytest.fixture
def statement(conversation: Conversation) -> Statement:
    return make_statement(conversation)


@pytest.fixture
def answered(statement: Statement) -> RightOfReply:
    return answer(statement)


def answer(*statements: Statement, remark: str = "") -> RightOfReply:
    """Let their party propose the same other words for every one of these statements."""
    sent = make_right_of_reply(statements[0].conversation, statements[0].organisation)
    token = sent.link.rstrip("/").rsplit("/", 1)[1]
    proposals = {str(row.pk): OTHER for row in statements}
    return answer_right_of_reply(token=token, data=ReplyData(confirmed=False, proposals=proposals, remark=remark))


def path_of(reply: RightOfReply, end: str = "") -> str:
    return f"/gebieden/zuid-limburg/gesprekken/wederhoor/{reply.pk}/antwoord/{end}"


def test_the_author_sees_the_difference_and_what_the_party_missed(
    statement: Statement, interviewer: User, signed_in: SignedIn
) -> None:
    page = signed_in(interviewer).get(path_of(answer(statement, remark="Over geld sprak niemand."))).content.decode()
    assert '<ins><span class="vh">[nieuw:] </span>' in page
    assert "Over geld sprak niemand." in page
    assert "Telt mee voor" in page


def test_taking_over_makes_the_words_those_of_the_party(answered: RightOfReply, statement: Statement) -> None:
    before = statement.conversation.version
    take_over_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)
    statement.refresh_from_db()
    assert (statement.position, statement.confirmed_at is not None) == (OTHER, True)
    answered.refresh_from_db()
    assert (answered.handled, answered.seen_at is not None) == ({str(statement.pk): "overgenomen"}, True)
    assert Conversation.objects.get().version == before + 1


def test_what_was_taken_over_is_found_by_its_words(answered: RightOfReply, statement: Statement) -> None:
    take_over_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)
    assert Conversation.objects.filter(search=SearchQuery("vergoed", config="dutch")).exists()


def test_leaving_changes_no_word(answered: RightOfReply, statement: Statement) -> None:
    before = statement.position
    leave_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)
    statement.refresh_from_db()
    assert (statement.position, statement.confirmed_at) == (before, None)
    assert RightOfReply.objects.get().handled == {str(statement.pk): "niet"}


def test_a_proposal_is_decided_once(answered: RightOfReply, statement: Statement) -> None:
    leave_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)
    with pytest.raises(Problem, match="al besloten"):
        take_over_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)


def test_words_that_changed_since_are_not_overwritten(answered: RightOfReply, statement: Statement) -> None:
    Statement.objects.filter(pk=statement.pk).update(position="Intussen anders.")
    with pytest.raises(Problem, match="intussen gewijzigd"):
        take_over_proposal(reply=answered, actor=answered.sent_by, statement=statement.pk)
    assert Statement.objects.get(pk=statement.pk).position == "Intussen anders."


def test_only_the_author_decides(
    answered: RightOfReply, statement: Statement, planner: User, interviewer: User, signed_in: SignedIn
) -> None:
    address = path_of(answered, f"{statement.pk}/overnemen/")
    assert [signed_in(user).post(address).status_code for user in (planner, interviewer)] == [403, 302]
    assert "Wie het gesprek vastlegde, beslist" not in signed_in(planner).get(path_of(answered)).content.decode()


def test_who_may_not_decide_reads_who_does(answered: RightOfReply, planner: User, signed_in: SignedIn) -> None:
    assert "Wie het gesprek vastlegde, beslist" in signed_in(planner).get(path_of(answered)).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_answer_costs_the_same_whatever_was_proposed(
    conversation: Conversation,
    interviewer: User,
    signed_in: SignedIn,
    django_assert_num_queries: DjangoAssertNumQueries,
    number: int,
) -> None:
    party = make_organisation(area=conversation.area)
    reply = answer(*(make_statement(conversation, party, rank=rank) for rank in range(number)))
    client = signed_in(interviewer)
    client.get(path_of(reply))
    with django_assert_num_queries(10):
        client.get(path_of(reply))


def test_a_statement_that_is_gone_says_so(
    answered: RightOfReply, statement: Statement, interviewer: User, signed_in: SignedIn
) -> None:
    Statement.objects.filter(pk=UUID(answered.statements[0]["id"])).delete()
    assert "staat niet meer in het gesprek" in " ".join(
        signed_in(interviewer).get(path_of(answered)).content.decode().split()
    )
