"""From an article to what was said, and back; and what stays out of sight on the way."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse

from areas.enums import Role
from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.actions import change_ambition_status
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.queries.ambitions import basis_words
from coalition.agreement.comments.actions import add_comment
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.chapters import add_chapter
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import ChapterKind, PartyRole
from coalition.agreement.editing.actions import keep_editing
from coalition.agreement.open_points.actions import add_open_point, state_on_open_point
from coalition.agreement.provenance.queries import outcomes_of
from coalition.agreement.provenance.rules import Source, period, summarise
from coalition.agreement.terms.actions import define_term
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.forms import StatementPicker
from coalition.conversations.statements.queries import linkable_statements
from coalition.models import ConversationReader, ReadEvent, Statement
from novex_portal.toolkit.few import Limits
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.factories import (
    make_conversation,
    make_decision,
    make_exhibit,
    make_member,
    make_organisation,
    make_statement,
)

SignIn = Callable[[User], Client]
SECRET = "Wij verkopen de grond in het Geuldal."
INTEREST = "Onze schuld bij de bank aflossen."


def source(
    day: date, kind: str = "Gemeente", statement: UUID | None = None, conversation: UUID | None = None
) -> Source:
    return Source(statement or uuid4(), conversation or uuid4(), uuid4(), kind, day)


def said(author: User, level: str = Confidentiality.PLANNING_GROUP, area: Area | None = None) -> Statement:
    """A statement with words nobody may see who may not read the conversation."""
    conversation = make_conversation(author, area, confidentiality=level)
    farmers = make_organisation("Stichting Boerenzorg Geuldal", OrganisationKind.CIVIL_SOCIETY, conversation.area)
    return make_statement(conversation, farmers, position=SECRET, interest=INTEREST)


def test_statement_reached_along_two_ways_counts_once() -> None:
    row = source(date(2026, 3, 2))
    assert summarise([row, row]).statements == 1


def test_sentence_names_numbers_kinds_and_period() -> None:
    conversation = uuid4()
    rows = [
        source(date(2026, 3, 2), "Gemeente", conversation=conversation),
        source(date(2026, 3, 2), "Waterschap", conversation=conversation),
        source(date(2026, 10, 9), "Gemeente"),
    ]
    expected = "3 uitspraken uit 2 gesprekken, gemeente en waterschap, maart tot en met oktober 2026"
    assert summarise(rows).sentence == expected


def test_sentence_of_nothing_is_empty() -> None:
    assert summarise([]).sentence == ""


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 3, 2), date(2026, 3, 30), "maart 2026"),
        (date(2025, 12, 2), date(2026, 3, 30), "december 2025 tot en met maart 2026"),
        (None, None, ""),
    ],
)
def test_period_names_the_months(first: date | None, last: date | None, words: str) -> None:
    assert period(first, last) == words


def test_support_below_the_threshold_gives_no_number() -> None:
    assert basis_words(9, 2, Limits(3)) == "uitspraken van minder dan 3 organisaties"


def test_support_from_the_threshold_on_gives_both_numbers() -> None:
    assert basis_words(9, 3, Limits(3)) == "9 uitspraken van 3 organisaties"


def page_of(client: Client, name: str, *args: object) -> str:
    response = client.get(reverse(name, args=args))
    assert response.status_code == 200
    return response.content.decode()


def test_article_page_shows_the_words_to_who_may_read_them(area: Area, planner: User, signed_in: SignIn) -> None:
    article = make_article(area, planner, statements=[said(planner)])
    page = page_of(signed_in(planner), "article", area.slug, article.pk)
    assert SECRET in page
    assert INTEREST in page


@pytest.mark.parametrize("role", [Role.EXECUTIVE, Role.PARTICIPANT, Role.INTERVIEWER, Role.PROGRAMME_TEAM])
@pytest.mark.parametrize("name", ["article", "ambition"])
def test_page_shows_only_kind_and_date_to_others(
    area: Area, planner: User, signed_in: SignIn, role: str, name: str
) -> None:
    ambition = make_ambition(area, planner, statements=[said(planner)])
    article = make_article(area, planner, ambitions=[ambition])
    page = page_of(
        signed_in(make_member(role, area)), name, area.slug, (article if name == "article" else ambition).pk
    )
    assert "Maatschappelijke organisatie" in page
    assert "2\u00a0maart 2026" in page
    for hidden in (SECRET, INTEREST, "Boerenzorg", "/gesprekken/0"):
        assert hidden not in page


@pytest.mark.parametrize("name", ["agreement", "ambitions"])
@pytest.mark.parametrize("level", [Confidentiality.PLANNING_GROUP, Confidentiality.CONFIDENTIAL])
def test_lists_hold_no_words_of_conversations(
    area: Area, planner: User, executive: User, signed_in: SignIn, name: str, level: str
) -> None:
    ambition = make_ambition(area, planner, statements=[said(planner, level)])
    make_article(area, planner, ambitions=[ambition])
    page = page_of(signed_in(executive), name, area.slug)
    assert SECRET not in page
    assert "Boerenzorg" not in page


def test_confidential_words_stand_only_on_the_page_of_the_conversation(
    area: Area, planner: User, admin: User, signed_in: SignIn
) -> None:
    statement = said(admin, Confidentiality.CONFIDENTIAL)
    ConversationReader.objects.create(conversation=statement.conversation, user=planner)
    article = make_article(area, planner, statements=[statement])
    page = page_of(signed_in(planner), "article", area.slug, article.pk)
    assert SECRET not in page
    assert statement.conversation.get_absolute_url() in page
    assert not ReadEvent.objects.exists()


def test_stranger_finds_no_article(area: Area, planner: User, stranger: User, signed_in: SignIn) -> None:
    article = make_article(area, planner)
    response = signed_in(stranger).get(reverse("article", args=[area.slug, article.pk]))
    assert response.status_code == 404


def test_article_of_another_area_is_not_found_under_ones_own(
    area: Area, other_area: Area, planner: User, stranger: User, signed_in: SignIn
) -> None:
    article = make_article(area, planner)
    response = signed_in(stranger).get(reverse("article", args=[other_area.slug, article.pk]))
    assert response.status_code == 404


def test_executive_reads_no_number_below_the_threshold(
    area: Area, planner: User, executive: User, signed_in: SignIn
) -> None:
    make_ambition(area, planner, statements=[said(planner)])
    assert "minder dan 3 organisaties" in page_of(signed_in(executive), "ambitions", area.slug)


def test_planner_reads_every_number(area: Area, planner: User, signed_in: SignIn) -> None:
    make_ambition(area, planner, statements=[said(planner)])
    assert "1 uitspraak van 1 organisatie" in page_of(signed_in(planner), "ambitions", area.slug)


def test_search_for_words_passes_confidential_conversations_over(area: Area, planner: User) -> None:
    said(planner, Confidentiality.CONFIDENTIAL)
    assert not linkable_statements(planner, area, text="Geuldal").exists()
    assert linkable_statements(planner, area).count() == 1


def test_nobody_can_link_what_they_may_not_read(area: Area, planner: User, admin: User) -> None:
    said(admin, Confidentiality.CONFIDENTIAL)
    assert not linkable_statements(planner, area).exists()


def test_conversation_knows_what_became_of_each_statement(area: Area, planner: User) -> None:
    conversation = make_conversation(planner, area)
    via, direct, unused = (make_statement(conversation, rank=rank) for rank in range(3))
    ambition = make_ambition(area, planner, statements=[via])
    article = make_article(area, planner, ambitions=[ambition], statements=[direct])
    outcomes = outcomes_of(conversation, planner)
    assert [(row.statement, row.ambitions, row.articles) for row in outcomes] == [
        (via, [ambition], [("3.1", article)]),
        (direct, [], [("3.1", article)]),
        (unused, [], []),
    ]


def test_article_reached_along_two_ways_is_named_once(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area))
    ambitions = [make_ambition(area, planner, statements=[statement]) for _ in range(2)]
    make_article(area, planner, ambitions=ambitions, statements=[statement])
    assert len(outcomes_of(statement.conversation, planner)[0].articles) == 1


def test_page_of_the_conversation_tells_what_became_of_it(area: Area, planner: User, signed_in: SignIn) -> None:
    statement = make_statement(make_conversation(planner, area))
    ambition = make_ambition(area, planner, statements=[statement])
    make_article(area, planner, ambitions=[ambition])
    page = page_of(signed_in(planner), "conversation", area.slug, statement.conversation.pk)
    assert "Ambitie 1: Water vasthouden" in page
    assert "Artikel 3.1: Water eerst" in page


def test_outcome_tells_why_an_ambition_was_dropped(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area))
    ambition = make_ambition(area, planner, statements=[statement])
    change_ambition_status(ambition=ambition, actor=planner, status=AmbitionStatus.DROPPED, reason="Geen geld.")
    assert outcomes_of(statement.conversation, planner)[0].ambitions[0].drop_reason == "Geen geld."


@pytest.mark.parametrize(
    ("name", "count"), [("agreement", 8), ("article", 8), ("ambition", 15), ("ambitions", 10), ("versions", 4)]
)
@pytest.mark.parametrize("rows", [1, 3])
def test_query_count_does_not_grow(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Callable, name: str, count: int, rows: int
) -> None:
    statements = [make_statement(make_conversation(planner, area)) for _ in range(rows)]
    ambitions = [make_ambition(area, planner, statements=statements) for _ in range(rows)]
    articles = [make_article(area, planner, ambitions=ambitions, statements=statements) for _ in range(rows)]
    ids = {"article": [articles[0].pk], "ambition": [ambitions[0].pk]}
    client = signed_in(planner)
    page_of(client, name, area.slug, *ids.get(name, []))  # the session is in the cache from here on
    with django_assert_num_queries(count):
        page_of(client, name, area.slug, *ids.get(name, []))


@pytest.mark.parametrize("rows", [1, 3])
def test_whatever_stands_on_them_the_pages_ask_no_more(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Callable, settings: Any, tmp_path: Path,
    rows: int,
) -> None:  # fmt: skip
    settings.MEDIA_ROOT = tmp_path
    agreement = open_agreement(area=area, actor=planner)
    for number in range(rows):
        define_term(agreement=agreement, actor=planner, term=f"Term {number}", meaning="Iets.")
        point = add_open_point(agreement=agreement, actor=planner, title=f"Punt {number}", text="Wat?")
        party = make_organisation(f"Partij {number}", area=area)
        add_party(agreement=agreement, actor=planner, organisation=party, role=PartyRole.SIGNATORY)
        said = {"organisation": party, "words": "Nee.", "source": "Brief.", "version": 0}
        state_on_open_point(point=point, actor=planner, **said)
        make_exhibit(planner, add_chapter(agreement=agreement, actor=planner, title="B", kind=ChapterKind.ANNEX))
    statements = [make_statement(make_conversation(planner, area)) for _ in range(rows)]
    ambitions = [make_ambition(area, planner, statements=statements) for _ in range(rows)]
    decisions = [make_decision(planner, area=area) for _ in range(rows)]
    on = {"ambitions": ambitions, "statements": statements, "decisions": decisions}
    first = make_article(area, planner)
    term = agreement.terms.all()[0]
    words = f"Zie [[artikel {first.pk}]] en [[begrip {term.pk}]]."
    article = make_article(area, planner, text=words, **on)
    for _ in range(rows):
        other = make_member(Role.PLANNING_GROUP, area)
        keep_editing(article=article, actor=other, version=article.version, title="T", text="Anders.")
        add_comment(article=article, actor=other, text="Hoe?")
    client = signed_in(planner)
    page_of(client, "agreement", area.slug)  # the session is in the cache from here on
    with django_assert_num_queries(10):
        page = page_of(client, "agreement", area.slug)
    assert all(words in page for words in ("Term 0", "Punt 1", "Kaart van de beekdalen", "Partij 0"))
    with django_assert_num_queries(9):
        page = page_of(client, "article", area.slug, article.pk)
    assert all(words in page for words in ("Nu in bewerking", "Term 0", "Water vasthouden", "Hoe?", "artikel 3.1"))


def test_organisations_of_another_area_are_not_offered(area: Area, other_area: Area, planner: User) -> None:
    foreign = make_organisation("Waterbedrijf De Peel", area=other_area)
    picker = StatementPicker(None, user=planner, area=area)
    assert foreign not in picker.filters.fields["organisation"].queryset
