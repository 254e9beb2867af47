"""Consent per party per article: on which text it was said, and how far all of them are together."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.positions.actions import TextChanged, state_position
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.queries import changed_since, thermometer_of
from coalition.agreement.positions.rules import Position, Verdict, finding, missing, movement, verdict
from coalition.agreement.versions.actions import freeze_version
from coalition.models import Agreement, Article, ArticlePosition
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import DAY, make_member, make_organisation

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/akkoord/"
AGREES, IF, NO = Position(Consent.AGREES), Position(Consent.CONDITIONAL, condition="Geld."), Position(Consent.REFUSES)
STALE = Position(Consent.AGREES, is_stale=True)
RECORDED = Position(Consent.AGREES, given_as="vastgelegd")
UNCONFIRMED = "vastgelegd, nog niet bevestigd"


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def party(agreement: Agreement, planner: User) -> Organisation:
    organisation = make_organisation("Waterschap", area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=organisation)
    return organisation


@pytest.fixture
def article(area: Area, agreement: Agreement, planner: User) -> Article:
    return make_article(area, planner)


def state(article: Article, party: Organisation, actor: User, **fields: Any) -> ArticlePosition:
    values = {
        "version": 0,
        "article_version": Article.objects.get(pk=article.pk).version,
        "consent": Consent.AGREES,
        "stated_on": DAY,
        "source": "Brief",
        **fields,
    }
    return state_position(article=article, organisation=party, actor=actor, **values)


def rewrite(article: Article, actor: User, text: str = "Een andere tekst.") -> None:
    article.refresh_from_db()
    update_article(
        article=article,
        actor=actor,
        version=article.version,
        title=article.title,
        text=text,
        ambitions=(),
        statements=(),
    )


@pytest.mark.parametrize(
    ("positions", "found"),
    [
        ([], Verdict.OPEN),
        ([AGREES, AGREES], Verdict.AGREED),
        ([AGREES, IF], Verdict.CONDITIONAL),
        ([AGREES, Position()], Verdict.OPEN),
        ([AGREES, STALE], Verdict.OPEN),
        ([AGREES, RECORDED], Verdict.UNCONFIRMED),
        ([NO, RECORDED], Verdict.BLOCKED),
        ([AGREES, Position(Consent.NOT_YET)], Verdict.OPEN),
        ([IF, NO, Position()], Verdict.BLOCKED),
        ([AGREES, Position(Consent.REFUSES, is_stale=True)], Verdict.OPEN),
    ],
)
def test_verdict_follows_from_where_everybody_stands(positions: list[Position], found: Verdict) -> None:
    assert verdict(positions) == found


def test_what_is_missing_is_said_per_party() -> None:
    assert missing({"A": AGREES, "B": IF, "C": NO, "D": Position(), "E": STALE, "F": RECORDED}) == [
        "B is akkoord mits: Geld.",
        "C is niet akkoord.",
        "D zei nog niets.",
        "E was akkoord met een vorige tekst.",
        "F heeft dit niet zelf gezegd: vastgelegd, nog niet bevestigd.",
    ]


@pytest.mark.parametrize(
    ("before", "now", "words"),
    [
        ([], [AGREES, IF], "2 meer akkoord"),
        (["akkoord", "mits"], [AGREES, STALE], "1 minder akkoord"),
        (["akkoord"], [AGREES, NO], ""),
    ],
)
def test_movement_counts_who_agrees_now_and_did_then(before: list[str], now: list[Position], words: str) -> None:
    assert movement(before, now) == words


def test_finding_counts_articles() -> None:
    words = finding([Verdict.AGREED, Verdict.CONDITIONAL, Verdict.BLOCKED], 3)
    assert words == (
        "Over 1 van 3 artikelen is iedereen het eens. Bij 1 gaat dat onder voorwaarden. 1 artikel wordt tegengehouden."
    )
    assert "nog geen" in finding([], 3)


def test_other_text_asks_a_party_again(article: Article, party: Organisation, planner: User) -> None:
    position = state(article, party, planner)
    rewrite(article, planner)
    (line,) = [row for row in thermometer_of(article.chapter.agreement).lines if row.article == article]
    assert (line.verdict, line.cells[0].position.words) == (Verdict.OPEN, f"akkoord, op vorige tekst, {UNCONFIRMED}")
    article.refresh_from_db()
    assert {piece.kind for piece in changed_since(position, article, Readable())} >= {"gone", "new"}
    state(article, party, planner, version=1)
    assert thermometer_of(article.chapter.agreement).lines[0].verdict == Verdict.UNCONFIRMED


def test_position_on_a_text_that_changed_meanwhile_is_not_taken(
    article: Article, party: Organisation, planner: User
) -> None:
    rewrite(article, planner)
    with pytest.raises(TextChanged):
        state(article, party, planner, article_version=1)
    assert not ArticlePosition.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"consent": "misschien"},
        {"source": " "},
        {"consent": Consent.CONDITIONAL},
        {"consent": Consent.REFUSES, "condition": "  "},
        {"stated_on": None},
        {"stated_on": timezone.localdate() + timedelta(days=1)},
        {"condition": "x" * 2_001},
    ],
)
def test_position_that_cannot_be_is_refused(
    article: Article, party: Organisation, planner: User, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Problem):
        state(article, party, planner, **wrong)


def test_who_is_no_party_has_no_position(article: Article, planner: User, area: Area) -> None:
    with pytest.raises(Problem, match="staat niet bij het akkoord"):
        state(article, make_organisation(area=area), planner)


def test_database_refuses_a_no_without_a_reason(article: Article, party: Organisation, planner: User) -> None:
    state(article, party, planner)
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticlePosition.objects.update(consent=Consent.REFUSES)


def test_pressing_twice_is_one_and_an_old_form_a_conflict(
    article: Article, party: Organisation, planner: User
) -> None:
    assert state(article, party, planner) == state(article, party, planner)
    with pytest.raises(Conflict):
        state(article, party, planner, consent=Consent.NOT_YET)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_speak_at_once_one_is_told(article: Article, party: Organisation, planner: User) -> None:
    start = Barrier(2)

    def say(consent: str) -> bool:
        start.wait()
        try:
            state(article, party, planner, consent=consent)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(say, [Consent.AGREES, Consent.NOT_YET])) == [False, True]


def test_only_who_signs_counts(article: Article, party: Organisation, agreement: Agreement, planner: User) -> None:
    guest = make_organisation("Toehoorder", area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=guest, role=PartyRole.AGENDA_MEMBER)
    state(article, party, make_member(Role.EXECUTIVE, agreement.area, party))
    state(article, guest, planner, consent=Consent.REFUSES, condition="Liever niet.")
    assert thermometer_of(agreement).lines[0].verdict == Verdict.AGREED


@pytest.mark.django_db(transaction=True)
def test_movement_is_since_the_last_version(
    article: Article, party: Organisation, agreement: Agreement, planner: User
) -> None:
    freeze_version(agreement=agreement, actor=planner, label="Eerste")
    state(article, party, planner)
    assert thermometer_of(agreement).lines[0].movement == "1 meer akkoord"


def test_executive_speaks_for_the_own_organisation_alone(
    signed_in: SignIn, article: Article, party: Organisation, agreement: Agreement, planner: User
) -> None:
    other = make_organisation(area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=other)
    client = signed_in(make_member(Role.EXECUTIVE, agreement.area, party))
    answers = [client.get(f"{ROOT}artikelen/{article.pk}/standpunt/{row.pk}/").status_code for row in (party, other)]
    assert answers == [200, 403]


def test_executive_is_asked_again_when_the_text_changed(
    signed_in: SignIn, article: Article, party: Organisation, agreement: Agreement, planner: User
) -> None:
    own, other = (make_member(Role.EXECUTIVE, agreement.area, row) for row in (party, make_organisation()))
    state(article, party, own)
    asked = "Lees opnieuw: Water eerst"
    assert asked not in signed_in(own).get("/gebieden/zuid-limburg/").text
    rewrite(article, planner)
    pages = [signed_in(user).get("/gebieden/zuid-limburg/").text for user in (own, other)]
    assert [asked in page for page in pages] == [True, False]


def test_loser_of_a_race_sees_the_new_text_and_keeps_the_words(
    signed_in: SignIn, article: Article, party: Organisation, planner: User
) -> None:
    client, address = signed_in(planner), f"{ROOT}artikelen/{article.pk}/standpunt/{party.pk}/"
    posted = {
        "consent": "mits", "condition": "MIJN VOORWAARDE", "source": "Brief", "stated_on": "02-03-2026",
        "version": "0", "article_version": "1",
    }  # fmt: skip
    rewrite(article, planner, "DE NIEUWE TEKST")
    page = client.post(address, posted)
    assert (page.status_code, "DE NIEUWE TEKST" in page.text, "MIJN VOORWAARDE" in page.text) == (409, True, True)
    assert client.post(address, posted | {"article_version": "2"}).status_code == 302


def test_reading_again_copies_nothing_of_what_was_said_of_another_text(
    signed_in: SignIn, article: Article, party: Organisation, planner: User
) -> None:
    client, address = signed_in(planner), f"{ROOT}artikelen/{article.pk}/standpunt/{party.pk}/"
    state(article, party, planner, consent=Consent.CONDITIONAL, condition="MITS GELD", source="BRIEF")
    assert client.get(address).text.count("checked") == 1
    rewrite(article, planner)
    page = client.get(address)
    form = page.context["form"]
    empty = [form[name].value() for name in ("consent", "condition", "stated_on", "source")]
    assert (empty, "checked" in page.text) == ([None] * 4, False)
    assert "Akkoord mits, “MITS GELD”" in page.text


def test_thermometer_without_an_akkoord_leads_to_the_page_that_says_so(signed_in: SignIn, planner: User) -> None:
    assert signed_in(planner).get(f"{ROOT}thermometer/").headers["Location"] == ROOT


@pytest.mark.parametrize("number", [1, 3])
def test_thermometer_asks_the_same_number_of_queries(
    signed_in: SignIn, area: Area, agreement: Agreement, planner: User, number: int, django_assert_num_queries: Any
) -> None:
    parties = [make_organisation(area=area) for _ in range(number)]
    for party in parties:
        add_party(agreement=agreement, actor=planner, organisation=party)
    for _ in range(number):
        state(make_article(area, planner), parties[0], planner)
    freeze_version(agreement=agreement, actor=planner, label="Eerste")
    client = signed_in(planner)
    with django_assert_num_queries(8):
        client.get(f"{ROOT}thermometer/")
