"""Akkoord met alles behalve: by the party itself, recorded for it, and through the link of a consultation."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.consultations.actions import answer_consultation, make_link, open_consultation
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.positions.actions import TextChanged, ToSay, state_positions
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.queries import position_of, thermometer_of
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Agreement, Article, ArticlePosition, ConsultationReply
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.test_agreement_races import at_once
from tests.factories import DAY, make_member, make_organisation

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/akkoord/"


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def party(agreement: Agreement, planner: User) -> Organisation:
    organisation = make_organisation("Waterschap", area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=organisation)
    return organisation


@pytest.fixture
def articles(area: Area, agreement: Agreement, planner: User) -> list[Article]:
    return [make_article(area, planner) for _ in range(3)]


@pytest.fixture
def reply(agreement: Agreement, articles: list[Article], party: Organisation, planner: User) -> ConsultationReply:
    version = freeze_version(agreement=agreement, actor=planner)
    asked = {"question": "Wat vindt u?", "deadline": DAY.replace(year=2099), "organisations": [party]}
    open_consultation(version=version, actor=planner, **asked)
    return ConsultationReply.objects.select_related("consultation__version__agreement__area", "organisation").get()


def rewrite(article: Article, actor: User) -> None:
    now = Article.objects.get(pk=article.pk)
    values = {"title": now.title, "text": "Anders.", "ambitions": (), "statements": ()}
    update_article(article=now, actor=actor, version=now.version, **values)


def sent(articles: list[Article], **fields: str) -> dict[str, str]:
    read = {f"gelezen-{row.pk}": "1.0" for row in articles}
    return {"consent": "akkoord", "stated_on": "02-03-2026", "source": "Brief", **read, **fields}


@pytest.mark.parametrize(("role", "given_as"), [(Role.EXECUTIVE, "zelf"), (Role.PLANNING_GROUP, "vastgelegd")])
def test_all_but_one_in_one_go(
    signed_in: SignIn, area: Area, articles: list[Article], party: Organisation, role: str, given_as: str
) -> None:
    client, address = signed_in(make_member(role, area, party)), f"{ROOT}standpunten/{party.pk}/"
    last = articles[-1].pk
    but = {f"bij-{last}": "niet", f"waarom-{last}": "Geen geld."}
    assert client.get(address).status_code == 200
    assert client.post(address, sent(articles, **but)).status_code == 302
    rows = ArticlePosition.objects.filter(given_as=given_as)
    assert sorted(rows.values_list("consent", "condition")) == [
        ("akkoord", ""),
        ("akkoord", ""),
        ("niet", "Geen geld."),
    ]


def test_what_lacks_a_reason_comes_back_with_everything(
    signed_in: SignIn, articles: list[Article], party: Organisation, planner: User
) -> None:
    but = {f"bij-{articles[0].pk}": "mits", f"waarom-{articles[1].pk}": "MIJN WOORDEN"}
    page = signed_in(planner).post(f"{ROOT}standpunten/{party.pk}/", sent(articles, **but))
    assert (page.status_code, "MIJN WOORDEN" in page.text) == (422, True)
    assert not ArticlePosition.objects.exists()


def test_one_text_that_changed_holds_all_back_and_is_named(
    signed_in: SignIn, articles: list[Article], party: Organisation, planner: User
) -> None:
    rewrite(articles[1], planner)
    client, address = signed_in(planner), f"{ROOT}standpunten/{party.pk}/"
    page = client.post(address, sent(articles))
    assert (page.status_code, "Intussen is gewijzigd" in page.text) == (409, True)
    assert not ArticlePosition.objects.exists()
    assert client.post(address, sent(articles, **{f"gelezen-{articles[1].pk}": "2.0"})).status_code == 302


def test_one_chapter_alone(signed_in: SignIn, articles: list[Article], party: Organisation, planner: User) -> None:
    address = f"{ROOT}standpunten/{party.pk}/?hoofdstuk="
    shown = [
        len(signed_in(planner).get(address + str(key)).context["form"].lines)
        for key in (articles[0].chapter_id, party.pk)
    ]
    assert shown == [3, 0]


def test_article_of_another_area_is_refused(
    other_area: Area, agreement: Agreement, articles: list[Article], party: Organisation, planner: User
) -> None:
    theirs = make_article(other_area, make_member(Role.PLANNING_GROUP, other_area))
    said = [ToSay(row.pk, Consent.AGREES, article_version=1) for row in (*articles, theirs)]
    with pytest.raises(Problem, match="staat niet meer"):
        state_positions(agreement=agreement, organisation=party, actor=planner, said=said, stated_on=DAY, source="B")
    assert not ArticlePosition.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_who_say_all_at_once_one_is_told(
    agreement: Agreement, articles: list[Article], party: Organisation, planner: User
) -> None:
    def say(consent: str) -> Callable[[], Any]:
        said = [ToSay(row.pk, consent, article_version=1) for row in articles]
        values = {"agreement": agreement, "organisation": party, "said": said, "stated_on": DAY, "source": "B"}
        return lambda: state_positions(actor=planner, **values)

    answers = at_once(say(Consent.AGREES), say(Consent.NOT_YET))
    assert sum(isinstance(answer, Conflict) for answer in answers) == 1
    assert len(set(ArticlePosition.objects.values_list("consent", flat=True))) == 1


@pytest.mark.django_db(transaction=True)
def test_saying_all_while_a_text_changes_never_counts_for_the_new_text(
    agreement: Agreement, articles: list[Article], party: Organisation, planner: User
) -> None:
    said = [ToSay(row.pk, Consent.AGREES, article_version=1) for row in articles]
    values = {"agreement": agreement, "organisation": party, "said": said, "stated_on": DAY, "source": "B"}
    answer, _ = at_once(lambda: state_positions(actor=planner, **values), lambda: rewrite(articles[0], planner))
    on = set(ArticlePosition.objects.filter(article=articles[0]).values_list("on_text", flat=True))
    assert isinstance(answer, TextChanged) or on == {articles[0].text}


def test_what_is_said_by_the_link_is_a_third_kind_until_it_is_confirmed(
    signed_in: SignIn, agreement: Agreement, articles: list[Article], reply: ConsultationReply, planner: User
) -> None:
    link = make_link(reply=reply, actor=planner).removeprefix("http://localhost:8000")
    guest, path = Client(), "/" + link.split("/", 3)[-1].lstrip("/")
    last = articles[-1].pk
    posted = {"version": "1", "everything": "on", f"standpunt-{last}": "niet", f"bij-{last}": "Geen geld."}
    assert guest.post(path, posted).status_code == 200
    rows = ArticlePosition.objects.order_by("consent").values_list("given_as", "consent", "condition", "stated_by")
    assert list(rows) == [("link", "akkoord", "", None)] * 2 + [("link", "niet", "Geen geld.", None)]
    cell = thermometer_of(agreement).lines[0].cells[0]
    assert "gezegd via de link, nog niet bevestigd" in cell.words
    assert "Geen geld." in guest.get(path).text


def test_stand_by_the_link_without_a_reason_comes_back(
    reply: ConsultationReply, articles: list[Article], planner: User
) -> None:
    path = "/" + make_link(reply=reply, actor=planner).split("/", 3)[-1]
    answer = Client().post(path, {"version": "1", "answer": "ONS ANTWOORD", f"standpunt-{articles[0].pk}": "niet"})
    assert (answer.status_code, "ONS ANTWOORD" in answer.text) == (422, True)
    assert not ArticlePosition.objects.exists()


def test_text_that_changed_since_the_version_does_not_count(
    articles: list[Article], reply: ConsultationReply, party: Organisation, planner: User
) -> None:
    rewrite(articles[0], planner)
    stands = {str(row.pk): "akkoord" for row in articles}
    answer_consultation(reply=reply, actor=None, version=1, answer="", remarks={}, stands=stands)
    words = [position_of(row, party)[0].on_text for row in articles]
    now = [Article.objects.get(pk=row.pk).text for row in articles]
    assert [old == new for old, new in zip(words, now, strict=True)] == [False, True, True]


def test_taking_a_stand_back_by_the_link_takes_it_away(articles: list[Article], reply: ConsultationReply) -> None:
    say = {"reply": reply, "actor": None, "answer": "Dag.", "remarks": {}}
    answer_consultation(version=1, stands={str(articles[0].pk): "akkoord"}, **say)
    answer_consultation(version=2, stands={}, **say)
    assert not ArticlePosition.objects.exists()


def test_link_says_nothing_of_an_article_that_is_not_in_the_version(
    area: Area, reply: ConsultationReply, planner: User
) -> None:
    late = make_article(area, planner)
    with pytest.raises(Problem, match="niet in deze versie"):
        answer_consultation(
            reply=reply, actor=None, version=1, answer="", remarks={}, stands={str(late.pk): "akkoord"}
        )


def test_bestuurder_who_answers_the_consultation_speaks_for_the_party(
    area: Area, articles: list[Article], reply: ConsultationReply, party: Organisation
) -> None:
    own, guest = make_member(Role.EXECUTIVE, area, party), make_member(Role.PARTICIPANT, area, party)
    say = {"reply": reply, "answer": "", "remarks": {}, "stands": {str(articles[0].pk): "akkoord"}}
    answer_consultation(actor=guest, version=1, **say)
    answer_consultation(actor=own, version=2, **say)
    assert [row.given_as for row in position_of(articles[0], party)] == ["zelf"]


def test_version_tells_confirmed_recorded_and_said_by_the_link_apart(
    area: Area,
    agreement: Agreement,
    articles: list[Article],
    reply: ConsultationReply,
    party: Organisation,
    planner: User,
) -> None:
    answer_consultation(
        reply=reply, actor=None, version=1, answer="", remarks={}, stands={str(articles[0].pk): "akkoord"}
    )
    said = [ToSay(articles[0].pk, Consent.NOT_YET, article_version=1)]
    values = {"agreement": agreement, "organisation": party, "stated_on": DAY, "source": "Brief"}
    state_positions(actor=make_member(Role.EXECUTIVE, area, party), said=said, **values)
    state_positions(actor=planner, said=said, **values)
    kept = from_json(freeze_version(agreement=agreement, actor=planner).snapshot)
    (article,) = [row for row in kept.articles if row.id == str(articles[0].pk)]
    assert [row.given for row in article.positions] == [
        "gezegd door de partij zelf",
        "vastgelegd door de planningsgroep, nog niet bevestigd door Waterschap",
    ]


def test_reaction_becomes_an_amendment_that_leads_back_to_it(
    signed_in: SignIn, articles: list[Article], reply: ConsultationReply, party: Organisation, planner: User
) -> None:
    remarks = {str(articles[0].pk): "WIJ WILLEN SCHERPER"}
    answer_consultation(reply=reply, actor=None, version=1, answer="", remarks=remarks)
    client, address = signed_in(planner), f"{ROOT}artikelen/{articles[0].pk}/wijziging/?reactie={reply.pk}"
    form = client.get(address).context["form"]
    assert (form["reason"].value(), form["text"].value()) == ("WIJ WILLEN SCHERPER", articles[0].text)
    assert (form["organisation"].value(), form["source"].value()) == (party.pk, "Reactie op versie 1")
    posted = {
        "organisation": party.pk,
        "source": form["source"].value(),
        "title": "Kop",
        "text": "Scherper.",
        "reason": "Zo.",
        "text_version": "1",
    }
    client.post(address, posted)
    made = articles[0].amendments.get()
    assert made.from_reply == reply
    assert "Komt uit" in client.get(f"{ROOT}wijzigingen/{made.pk}/").text


def test_reaction_of_another_party_is_not_read_along(
    signed_in: SignIn, area: Area, articles: list[Article], reply: ConsultationReply
) -> None:
    answer_consultation(reply=reply, actor=None, version=1, answer="", remarks={str(articles[0].pk): "GEHEIM"})
    stranger = make_member(Role.EXECUTIVE, area, make_organisation(area=area))
    page = signed_in(stranger).get(f"{ROOT}artikelen/{articles[0].pk}/wijziging/?reactie={reply.pk}")
    assert "GEHEIM" not in page.text


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    signed_in: SignIn, area: Area, party: Organisation, planner: User, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_article(area, planner)
    client = signed_in(planner)
    with django_assert_num_queries(9):
        client.get(f"{ROOT}standpunten/{party.pk}/")
