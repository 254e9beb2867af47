"""Proposals to change an article: what they touch, and the walk from proposing to the text."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.amendments.actions import (
    answer_handling,
    confirm_proposal,
    handle_amendment,
    propose_amendment,
    take_over_amendment,
    withdraw_amendment,
)
from coalition.agreement.amendments.enums import AmendmentStatus, Handling
from coalition.agreement.amendments.queries import amendments_of, compared, rivals_of
from coalition.agreement.amendments.rules import conflicts, touched
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.confirming.queries import waiting_for
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.models import Amendment, Article
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import make_amendment, make_member, make_organisation

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/akkoord/"


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, text="Partijen beginnen elk plan bij water en meten dat samen.")


@pytest.fixture
def party(article: Article, area: Area, planner: User) -> Organisation:
    organisation = make_organisation("Waterschap", area=area)
    add_party(agreement=open_agreement(area=area, actor=planner), actor=planner, organisation=organisation)
    return organisation


@pytest.fixture
def amendment(article: Article, party: Organisation, planner: User) -> Amendment:
    return make_amendment(planner, article, party, text="Partijen beginnen elk plan bij bodem en meten dat samen.")


def propose(article: Article, party: Organisation, actor: User, **fields: Any) -> Amendment:
    values = {
        "title": article.title, "text": "Nieuwe tekst.", "reason": "Scherper.", "text_version": article.version, "source": "Brief",
        **fields,
    }  # fmt: skip
    return propose_amendment(subject=of_article(article), organisation=party, actor=actor, **values)


def handled(amendment: Amendment, actor: User) -> Amendment:
    return handle_amendment(amendment=amendment, actor=actor, version=1, handling=Handling.NOT, reason="Te duur.")


def accepted(amendment: Amendment, actor: User, handling: str = Handling.TAKE_OVER, text: str = "") -> Amendment:
    """Let the planning group handle it, and record that the party accepts."""
    held = handle_amendment(
        amendment=amendment, actor=actor, version=amendment.version, handling=handling, reason="Goed punt.", text=text
    )
    return answer_handling(amendment=held, actor=actor, version=held.version, accepts=True, source="Brief")


def take_over(amendment: Amendment, actor: User) -> Amendment:
    version = Article.objects.get(pk=amendment.article_id).version
    return take_over_amendment(amendment=amendment, actor=actor, version=amendment.version, text_version=version)


def test_what_a_proposal_touches_is_in_the_old_text() -> None:
    assert touched("Water en bodem.", "Water en grond.") == [(9, 14), (14, 14)]
    assert touched("Gelijk.", "Gelijk.") == []


def test_only_proposals_for_the_same_words_clash() -> None:
    text = "Partijen beginnen bij water en meten samen wat dat oplevert voor iedereen."
    found = conflicts(
        text,
        {
            "a": text.replace("water", "bodem"),
            "b": text.replace("water", "lucht"),
            "c": text.replace("iedereen", "bewoners"),
        },
    )
    assert found == {frozenset({"a", "b"})}


def test_proposal_walks_to_the_text_and_leaves_its_trail(amendment: Amendment, planner: User) -> None:
    taken = take_over(accepted(amendment, planner), planner)
    article = Article.objects.get(pk=amendment.article_id)
    assert (article.text, article.version, taken.status) == (amendment.text, 2, AmendmentStatus.TAKEN_OVER)
    assert {piece.kind for piece in compared(taken, Readable()).text} == {"same", "gone", "new"}


def test_adapted_words_are_those_that_come(amendment: Amendment, planner: User) -> None:
    take_over(accepted(amendment, planner, Handling.ADAPTED, "De aangepaste tekst."), planner)
    assert Article.objects.get().text == "De aangepaste tekst."


def test_what_is_not_taken_over_never_reaches_the_text(amendment: Amendment, planner: User) -> None:
    refused = accepted(amendment, planner, Handling.NOT)
    with pytest.raises(Problem, match="stelde niet voor"):
        take_over(refused, planner)


def test_proposer_maintains_with_a_reason_and_is_handled_again(amendment: Amendment, planner: User) -> None:
    handle = {"actor": planner, "handling": Handling.NOT, "reason": "Te duur."}
    held = handle_amendment(amendment=amendment, version=1, **handle)
    with pytest.raises(Problem, match="handhaaft"):
        answer_handling(amendment=held, actor=planner, version=2, accepts=False)
    kept = answer_handling(
        amendment=held, actor=planner, version=2, accepts=False, answer="Toch nodig.", source="Brief"
    )
    assert kept.status == AmendmentStatus.MAINTAINED
    assert handle_amendment(amendment=kept, version=3, **handle).status == AmendmentStatus.HANDLED


def test_steps_out_of_order_are_refused(amendment: Amendment, planner: User) -> None:
    with pytest.raises(TransitionRefused):
        answer_handling(amendment=amendment, actor=planner, version=1, accepts=True, source="Brief")
    withdraw_amendment(amendment=amendment, actor=planner, version=1)
    with pytest.raises(TransitionRefused):
        handle_amendment(amendment=amendment, actor=planner, version=2, handling=Handling.NOT, reason="Nee.")


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"reason": " "}, {"reason": "x" * 4_001}, {"title": ""}, {"text": "\x00"}]
)
def test_proposal_that_cannot_be_is_refused(
    article: Article, party: Organisation, planner: User, wrong: dict[str, str]
) -> None:
    with pytest.raises(Problem):
        propose(article, party, planner, **wrong)


def test_nothing_changed_and_no_party_are_refused(article: Article, party: Organisation, planner: User) -> None:
    with pytest.raises(Problem, match="nog niets anders"):
        propose(article, party, planner, text=article.text)
    with pytest.raises(Problem, match="staat niet bij het akkoord"):
        propose(article, make_organisation(area=article.chapter.agreement.area), planner)


def test_pressing_twice_is_one_and_an_old_text_a_conflict(
    article: Article, party: Organisation, planner: User
) -> None:
    token = uuid7()
    assert propose(article, party, planner, token=token) == propose(article, party, planner, token=token)
    with pytest.raises(Conflict):
        propose(article, party, planner, text_version=0)


def test_database_refuses_handling_without_a_reason(amendment: Amendment) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Amendment.objects.update(status=AmendmentStatus.HANDLED, handling=Handling.NOT)


def test_rivals_for_the_same_words_are_told(amendment: Amendment, party: Organisation, planner: User) -> None:
    far = make_amendment(planner, amendment.article, party, text=amendment.article.text.replace("samen", "apart"))
    near = make_amendment(planner, amendment.article, party, text=amendment.article.text.replace("water", "lucht"))
    assert {row.amendment: clashes for row, clashes in rivals_of(amendment, Readable())} == {far: False, near: True}
    rows = amendments_of(amendment.article.chapter.agreement, only_open=True)
    assert {row.amendment: row.clashes for row in rows} == {amendment: 1, near: 1, far: 0}


@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_over_at_once_the_second_reads_first(
    amendment: Amendment, party: Organisation, planner: User
) -> None:
    other = accepted(make_amendment(planner, amendment.article, party, text="Heel anders."), planner)
    first, start = accepted(amendment, planner), Barrier(2)

    def take(row: Amendment) -> bool:
        start.wait()
        try:
            take_over_amendment(amendment=row, actor=planner, version=row.version, text_version=1)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(take, [first, other])) == [False, True]
    assert Amendment.objects.filter(status=AmendmentStatus.TAKEN_OVER).count() == 1
    assert Article.objects.get().version == 2


def test_partner_proposes_for_the_own_organisation_alone(
    signed_in: SignIn, article: Article, party: Organisation, area: Area, planner: User
) -> None:
    other = make_organisation(area=area)
    add_party(agreement=article.chapter.agreement, actor=planner, organisation=other)
    client = signed_in(make_member(Role.PARTICIPANT, area, party))
    address = f"{ROOT}artikelen/{article.pk}/wijziging/"
    posted = {"title": "Kop", "text": "Anders <script>alert(1)</script>.", "reason": "Daarom.", "text_version": "1"}
    answers = [client.post(address, posted | {"organisation": str(row.pk)}).status_code for row in (other, party)]
    assert answers == [422, 302]
    page = client.get(f"{ROOT}wijzigingen/{Amendment.objects.get().pk}/").text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page


def test_old_text_comes_back_with_every_word(
    signed_in: SignIn, article: Article, party: Organisation, planner: User
) -> None:
    update_article(
        article=article, actor=planner, version=1, title="Kop", text="INTUSSEN.", ambitions=(), statements=()
    )
    posted = {"organisation": str(party.pk), "title": "Kop", "text": "MIJN WOORDEN", "reason": "Daarom."}
    posted |= {"source": "Brief"}
    page = signed_in(planner).post(f"{ROOT}artikelen/{article.pk}/wijziging/", posted | {"text_version": "1"})
    assert (page.status_code, "INTUSSEN." in page.text, "MIJN WOORDEN" in page.text) == (409, True, True)


def test_handling_is_for_who_drafts_and_answering_for_who_proposed(
    signed_in: SignIn, amendment: Amendment, party: Organisation, area: Area, planner: User
) -> None:
    executive, stranger = make_member(Role.EXECUTIVE, area, party), make_member(Role.EXECUTIVE, area)
    root = f"{ROOT}wijzigingen/{amendment.pk}/"
    handling = {"version": "1", "handling": "niet", "reason": "Te duur.", "text": ""}
    assert signed_in(executive).post(f"{root}behandelen/", handling).status_code == 403
    assert signed_in(planner).post(f"{root}behandelen/", handling).status_code == 302
    answer = {"version": "2", "verdict": "nee", "answer": "Wij houden vast."}
    answers = [signed_in(user).post(f"{root}antwoord/", answer).status_code for user in (stranger, executive)]
    assert answers == [403, 302]
    assert "Wij houden vast." in signed_in(stranger).get(root).text


def test_proposal_recorded_for_a_party_has_a_source_and_waits_for_its_word(
    signed_in: SignIn, article: Article, party: Organisation, area: Area, planner: User
) -> None:
    client, own = signed_in(planner), make_member(Role.EXECUTIVE, area, party)
    address = f"{ROOT}artikelen/{article.pk}/wijziging/"
    posted = {
        "title": "Kop",
        "text": "ANDERS",
        "reason": "Daarom.",
        "text_version": "1",
        "organisation": str(party.pk),
    }
    refused = client.post(address, posted)
    assert (refused.status_code, "ANDERS" in refused.text, Amendment.objects.count()) == (422, True, 0)
    client.post(address, posted | {"source": "Brief van 3 maart"})
    row = Amendment.objects.get()
    for path in (f"{ROOT}wijzigingen/", f"{ROOT}wijzigingen/{row.pk}/"):
        assert "nog niet bevestigd" in client.get(path).text
    (waiting,) = waiting_for(area, party)
    assert waiting.source == "Brief van 3 maart"
    page = signed_in(own).post(f"{ROOT}bevestigen/{party.pk}/", {"bevestig": waiting.key})
    assert (page.status_code, waiting_for(area, party)) == (302, [])
    assert "nog niet bevestigd" not in client.get(f"{ROOT}wijzigingen/{row.pk}/").text


def test_only_the_party_confirms_and_without_a_source_nobody_records(
    article: Article, party: Organisation, area: Area, planner: User
) -> None:
    with pytest.raises(Problem, match="hoe u dit weet"):
        propose(article, party, planner, source=" ")
    with pytest.raises(Problem, match="eigen organisatie"):
        propose(article, party, make_member(Role.EXECUTIVE, area, make_organisation(area=area)))
    row = propose(article, party, planner)
    with pytest.raises(Problem, match="Alleen de partij"):
        confirm_proposal(amendment=row, actor=planner, version=row.version)
    own = make_member(Role.PARTICIPANT, area, party)
    assert propose(article, party, own, source="").given_as == GivenAs.OWN
    assert confirm_proposal(amendment=row, actor=own, version=row.version).given_words == ""


def test_who_answers_for_the_party_confirms_its_proposal_too(
    article: Article, party: Organisation, area: Area, planner: User
) -> None:
    row = handled(propose(article, party, planner), planner)
    own = make_member(Role.EXECUTIVE, area, party)
    recorded = answer_handling(amendment=row, actor=planner, version=row.version, accepts=True, source="Brief")
    assert len(waiting_for(area, party)) == 1
    done = answer_handling(amendment=recorded, actor=own, version=recorded.version, accepts=True)
    assert (done.given_as, waiting_for(area, party)) == (GivenAs.OWN, [])


def test_database_keeps_no_recorded_proposal_without_source(amendment: Amendment) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Amendment.objects.update(given_as=GivenAs.RECORDED)


def test_answer_recorded_for_a_party_has_a_source_and_stands_as_recorded(
    signed_in: SignIn, amendment: Amendment, planner: User
) -> None:
    handled(amendment, planner)
    client, root = signed_in(planner), f"{ROOT}wijzigingen/{amendment.pk}/"
    answer = {"version": "2", "verdict": "nee", "answer": "ZIJ HOUDT VAST"}
    refused = client.post(f"{root}antwoord/", answer)
    assert (refused.status_code, "ZIJ HOUDT VAST" in refused.text) == (422, True)
    client.post(f"{root}antwoord/", answer | {"source": "Brief van 3 maart"})
    page = client.get(root).text
    assert "Vastgelegd door de planningsgroep, nog niet bevestigd door Waterschap" in page
    assert "Brief van 3 maart" in page


@pytest.mark.parametrize("accepts", [True, False])
def test_party_confirms_or_corrects_the_answer_recorded_for_it(
    amendment: Amendment, party: Organisation, area: Area, planner: User, accepts: bool
) -> None:
    said = {"accepts": True, "source": "Brief"}
    recorded = answer_handling(amendment=handled(amendment, planner), actor=planner, version=2, **said)
    own = make_member(Role.EXECUTIVE, area, party)
    given = {"version": 3, "accepts": accepts, "answer": "Zo is het."}
    answered = answer_handling(amendment=recorded, actor=own, **given)
    status = AmendmentStatus.ACCEPTED if accepts else AmendmentStatus.MAINTAINED
    assert (answered.status, answered.answered_as, answered.is_unconfirmed) == (status, "zelf", False)
    with pytest.raises(TransitionRefused):
        answer_handling(amendment=answered, actor=planner, version=4, accepts=not accepts, answer="Toch.", source="B")


def test_nobody_else_withdraws_the_proposal_of_a_party(
    signed_in: SignIn, amendment: Amendment, party: Organisation, area: Area, planner: User
) -> None:
    people = (planner, make_member(Role.EXECUTIVE, area), make_member(Role.PARTICIPANT, area, party))
    address = f"{ROOT}wijzigingen/{amendment.pk}/intrekken/"
    answers = [signed_in(user).post(address, {"version": "1"}).status_code for user in people]
    assert (answers, Amendment.objects.get().status) == ([403, 403, 302], AmendmentStatus.WITHDRAWN)
    assert "Voorstel intrekken" not in signed_in(planner).get(f"{ROOT}wijzigingen/{amendment.pk}/").text


def test_stranger_to_the_party_cannot_answer_even_without_the_page(amendment: Amendment, planner: User) -> None:
    with pytest.raises(Problem, match="Alleen wie"):
        answer_handling(
            amendment=handled(amendment, planner), actor=make_member(Role.EXECUTIVE), version=2, accepts=True
        )


def test_database_refuses_a_recorded_answer_without_a_source(amendment: Amendment) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Amendment.objects.update(answered_as="vastgelegd")


@pytest.mark.parametrize("number", [1, 3])
def test_pages_ask_the_same_number_of_queries(
    signed_in: SignIn, amendment: Amendment, party: Organisation, planner: User, number: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for _ in range(number):
        make_amendment(planner, amendment.article, party)
    client = signed_in(planner)
    with django_assert_num_queries(4):
        client.get(f"{ROOT}wijzigingen/")
    with django_assert_num_queries(6):
        client.get(f"{ROOT}wijzigingen/{amendment.pk}/")
    accepted(amendment, planner)
    with django_assert_num_queries(5):
        client.get(f"{ROOT}wijzigingen/{amendment.pk}/overnemen/")
