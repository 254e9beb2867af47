"""Coding a report: finding marked words, and what becomes of them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.postgres.search import SearchQuery
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from areas.models import Area, User
from coalition.conversations.passages.actions import NewStatement, change_passage, mark_passage, remove_passage
from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.passages.rules import Span, find, lines_around, pieces
from coalition.conversations.recording.actions.recording import ConversationChanged, update_conversation
from coalition.conversations.recording.data import ConversationData, ParticipantData
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Conversation, Participant, PartyContact, Passage, ReadEvent, Statement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from tests.factories import DAY, make_challenge, make_conversation, make_organisation, make_passage, make_statement

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/gesprekken/"
REPORT = "Eerst de beken 💧.\nDan de hellingen.\nDe wethouder is lid van de VVD en stemt tegen.\nDan de beken."


@pytest.fixture
def conversation(interviewer: User, area: Area) -> Conversation:
    return make_conversation(interviewer, area, report=REPORT)


@pytest.fixture
def new(conversation: Conversation) -> NewStatement:
    party = make_organisation("Dorpsraad", area=conversation.area)
    Participant.objects.create(conversation=conversation, organisation=party)
    challenge = make_challenge(conversation.area, "Water")
    return NewStatement(party, challenge, "Eerst de beken, dan de hellingen.", "Rust.", "steunt", 4)


def marked(conversation: Conversation, **fields: Any) -> Passage:
    values = {"actor": conversation.author, "quote": "Dan de hellingen.", "mark": PassageMark.POSITION, **fields}
    return mark_passage(conversation=conversation, **values)


def posted(**fields: str) -> dict[str, str]:
    return {"quote": "Dan de hellingen.", "mark": "feit", "goal": "merken", **fields}


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.lists(st.tuples(st.integers(-2, 60), st.integers(-2, 60)), max_size=8))
def test_pieces_are_the_report_whatever_is_marked(report: str, edges: list[tuple[int, int]]) -> None:
    spans = [(number, Span(*edge)) for number, edge in enumerate(edges)]
    assert "".join(piece.text for piece in pieces(report, spans)) == report


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(), st.data())
def test_words_cut_from_a_report_are_found_again(report: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(report)))
    quote = report[start : data.draw(st.integers(start, len(report)))]
    span = find(report, quote, start)
    assert (span is None) == (not quote.split())
    assert span is None or report[span.start : span.end].split() == quote.split()


def test_other_spaces_and_line_ends_do_not_count() -> None:
    assert find("Een  lange\r\nregel.", "Een lange regel.") == Span(0, 18)


def test_of_several_places_the_nearest_counts() -> None:
    assert [find("beek en beek", "beek", near) for near in (0, 7)] == [Span(0, 4), Span(8, 12)]


def test_marks_may_overlap() -> None:
    found = pieces("abcdef", [("x", Span(0, 4)), ("y", Span(2, 6))])
    assert [(piece.text, piece.marks) for piece in found] == [("ab", ("x",)), ("cd", ("x", "y")), ("ef", ("y",))]


def test_whole_lines_are_looked_at() -> None:
    assert lines_around("Een.\nTwee drie.\nVier.", Span(10, 14)) == "Twee drie."


def test_passage_becomes_a_statement_that_is_found_and_counted(conversation: Conversation, new: NewStatement) -> None:
    passage = marked(conversation, new=new)
    statement = Statement.objects.get()
    assert (passage.statement, statement.position) == (statement, new.position)
    assert Conversation.objects.filter(search=SearchQuery("rust", config="dutch")).exists()
    assert PartyContact.objects.get(organisation=new.organisation).statement_count == 1


def test_form_that_was_open_before_cannot_lose_the_statement(conversation: Conversation, new: NewStatement) -> None:
    marked(conversation, new=new)
    data = ConversationData(held_on=DAY, participants=(ParticipantData("Dorpsraad", "", "bewoners"),))
    with pytest.raises(ConversationChanged):
        update_conversation(conversation=conversation, actor=conversation.author, version=1, data=data)
    assert Statement.objects.exists()


def test_pressing_twice_makes_one(conversation: Conversation, new: NewStatement) -> None:
    token = uuid7()
    first, second = (marked(conversation, new=new, token=token) for _ in range(2))
    assert first == second
    assert Statement.objects.count() == 1


def test_words_that_are_not_there_are_refused(conversation: Conversation) -> None:
    with pytest.raises(Problem, match="staan niet zo"):
        marked(conversation, quote="Nooit gezegd.")


def test_statement_of_another_conversation_is_refused(conversation: Conversation, area: Area) -> None:
    other = make_statement(make_conversation(conversation.author, area))
    with pytest.raises(Problem, match="ander gesprek"):
        marked(conversation, statement=other)


def test_passage_stays_when_its_statement_goes(conversation: Conversation) -> None:
    statement = make_statement(conversation)
    passage = marked(conversation, statement=statement)
    statement.delete()
    passage.refresh_from_db()
    assert passage.statement is None


def test_passage_changes_and_goes(conversation: Conversation) -> None:
    passage = marked(conversation)
    statement = make_statement(conversation)
    change_passage(passage=passage, actor=conversation.author, mark=PassageMark.COMMERCIAL, statement=statement)
    passage.refresh_from_db()
    assert (passage.mark, passage.statement) == (PassageMark.COMMERCIAL, statement)
    for _ in range(2):
        remove_passage(passage=passage, actor=conversation.author)
    assert not Passage.objects.exists()
    assert Statement.objects.exists()


def test_page_shows_the_passage_both_ways(signed_in: SignIn, conversation: Conversation) -> None:
    passage = marked(conversation, statement=make_statement(conversation))
    page = signed_in(conversation.author).get(f"{ROOT}{conversation.pk}/").text
    assert '<mark class="passage">Dan de hellingen.</mark\n>' in page
    assert f'href="#passage-{passage.pk}"' in page
    assert f'href="#uitspraak-{passage.statement_id}"' in page
    assert "Standpunt van de organisatie" in page


def test_passage_whose_words_are_gone_is_kept_and_said(signed_in: SignIn, conversation: Conversation) -> None:
    make_passage(conversation, "Verdwenen woorden")
    page = signed_in(conversation.author).get(f"{ROOT}{conversation.pk}/").text
    assert "Verdwenen woorden" in page
    assert "Staat niet meer zo in het verslag" in page


def test_private_passages_do_not_begin_a_summary_for_outside(signed_in: SignIn, conversation: Conversation) -> None:
    make_passage(conversation, "Dan de hellingen.", mark=PassageMark.COMMERCIAL)
    make_passage(conversation, "Eerst de beken", mark=PassageMark.FACT)
    page = signed_in(conversation.author).get(f"{ROOT}{conversation.pk}/wederhoor/?verslag=1").text
    assert "Dan de hellingen." not in page
    assert "Eerst de beken" in page


def test_selected_words_fill_the_form(signed_in: SignIn, conversation: Conversation) -> None:
    client = signed_in(conversation.author)
    page = client.post(f"{ROOT}{conversation.pk}/passages/nieuw/", {"gekozen": "Dan de\nhellingen.\x00"})
    assert (page.status_code, page.text.count("hellingen.</textarea>")) == (200, 2)
    assert not Passage.objects.exists()


def test_political_opinion_of_a_person_is_warned_of(signed_in: SignIn, conversation: Conversation) -> None:
    client, address = signed_in(conversation.author), f"{ROOT}{conversation.pk}/passages/nieuw/"
    page = client.post(address, posted(quote="stemt tegen"))
    assert (page.status_code, "politieke opvatting van een persoon" in page.text) == (422, True)
    assert client.post(address, posted(quote="stemt tegen", sure="on")).status_code == 302


def test_what_lacks_comes_back_with_the_words(signed_in: SignIn, conversation: Conversation) -> None:
    client = signed_in(conversation.author)
    page = client.post(f"{ROOT}{conversation.pk}/passages/nieuw/", posted(goal="nieuw", interest="MIJN BELANG"))
    assert page.status_code == 422
    assert "Kies van wie de uitspraak is." in page.text
    assert "MIJN BELANG" in page.text


def test_reader_of_a_confidential_conversation_marks_nothing(
    signed_in: SignIn, conversation: Conversation, planner: User
) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    conversation.conversationreader_set.create(user=planner)
    address = f"{ROOT}{conversation.pk}/passages/nieuw/"
    assert signed_in(planner).get(address).status_code == 403
    assert signed_in(conversation.author).get(address).status_code == 200
    assert ReadEvent.objects.filter(reader=conversation.author).exists()


@pytest.mark.parametrize("quote", ["", "x" * 5_001, "\x00", "💧" * 3])
def test_strange_words_get_a_clear_answer(signed_in: SignIn, conversation: Conversation, quote: str) -> None:
    client = signed_in(conversation.author)
    assert client.post(f"{ROOT}{conversation.pk}/passages/nieuw/", posted(quote=quote)).status_code == 422


@pytest.mark.parametrize("number", [1, 3])
def test_marks_cost_no_query_each(
    signed_in: SignIn, conversation: Conversation, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_passage(conversation, "de beken", statement=make_statement(conversation))
    client = signed_in(conversation.author)
    with django_assert_num_queries(13):
        client.get(f"{ROOT}{conversation.pk}/")
