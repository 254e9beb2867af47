"""What was written down for a party waits for its bestuurder, and never comes instead of what the party said itself."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from areas.enums import Role
from areas.models import Area, Mandate, Organisation, User
from coalition.agreement.ambitions.actions import create_ambition, state_on_ambition
from coalition.agreement.articles.actions import update_article
from coalition.agreement.confirming.actions import Chosen, confirm_waiting, tell_of_waiting
from coalition.agreement.confirming.queries import waiting_for
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.open_points.actions import add_open_point, state_on_open_point
from coalition.agreement.positions.actions import ToSay, confirm_positions, state_position, state_positions
from coalition.agreement.positions.enums import Consent
from coalition.agreement.positions.queries import position_of, thermometer_cells, thermometer_of
from coalition.agreement.positions.rules import Verdict
from coalition.models import Agreement, Article, ArticlePosition
from coalition.planning_group.decisions.actions import state_position as state_on_decision
from coalition.planning_group.decisions.enums import DecisionStatus
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.test_agreement_races import at_once
from tests.factories import DAY, make_decision, make_member, make_organisation, make_person

SignIn = Callable[[User], Client]
ROOT = "/gebieden/zuid-limburg/akkoord/"
EVENING = datetime(2026, 3, 2, 17, tzinfo=ZoneInfo("Europe/Amsterdam"))


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


@pytest.fixture
def own(area: Area, party: Organisation) -> User:
    return make_member(Role.EXECUTIVE, area, party)


def say(article: Article, party: Organisation, actor: User, **fields: Any) -> ArticlePosition:
    now = Article.objects.select_related("chapter__agreement__area").get(pk=article.pk)
    values = {"version": 0, "article_version": now.version, "consent": Consent.AGREES, "stated_on": DAY, **fields}
    return state_position(article=now, organisation=party, actor=actor, **{"source": "Brief", **values})


def rewrite(article: Article, actor: User) -> None:
    now = Article.objects.get(pk=article.pk)
    values = {"title": now.title, "text": "Anders.", "ambitions": (), "statements": ()}
    update_article(article=now, actor=actor, version=now.version, **values)


def test_recorded_position_stands_beside_what_the_party_said_and_never_in_its_place(
    article: Article, party: Organisation, own: User, planner: User
) -> None:
    say(article, party, own, consent=Consent.REFUSES, condition="Geen geld.")
    say(article, party, planner)
    line = thermometer_of(article.chapter.agreement).lines[0]
    assert (line.verdict, [row.given_as for row in line.cells[0].beside]) == (Verdict.BLOCKED, ["vastgelegd"])
    assert [row.given_as for row in position_of(article, party)] == ["zelf", "vastgelegd"]


def test_recording_without_a_source_is_refused_and_keeps_what_was_typed(
    signed_in: SignIn, article: Article, party: Organisation, planner: User
) -> None:
    address = f"{ROOT}artikelen/{article.pk}/standpunt/{party.pk}/"
    posted = {"consent": "niet", "condition": "ONS BEZWAAR", "stated_on": "02-03-2026", "version": "0"}
    page = signed_in(planner).post(address, posted | {"article_version": "1"})
    assert (page.status_code, "ONS BEZWAAR" in page.text, "Schrijf op hoe u dit weet" in page.text) == (
        422,
        True,
        True,
    )


def test_database_refuses_a_recorded_position_without_a_source(
    article: Article, party: Organisation, planner: User
) -> None:
    say(article, party, planner)
    with pytest.raises(IntegrityError), transaction.atomic():
        ArticlePosition.objects.update(source="")


def test_bestuurder_confirms_and_it_becomes_the_word_of_the_party(
    signed_in: SignIn, article: Article, party: Organisation, own: User, planner: User
) -> None:
    row = say(article, party, planner, consent=Consent.CONDITIONAL, condition="Met geld.")
    client, address = signed_in(own), f"{ROOT}bevestigen/{party.pk}/"
    assert address in client.get("/gebieden/zuid-limburg/").text
    assert "Met geld." in client.get(address).text
    client.post(address, {"bevestig": f"artikel:{row.pk}:{row.version}"})
    (counts,) = position_of(article, party)
    assert (counts.given_as, counts.condition, counts.stated_by) == ("zelf", "Met geld.", own)
    assert address not in client.get("/gebieden/zuid-limburg/").text


def test_what_the_party_says_itself_answers_what_was_recorded(
    area: Area, article: Article, party: Organisation, own: User, planner: User
) -> None:
    say(article, party, planner)
    say(article, party, own, consent=Consent.REFUSES, condition="Nee.")
    assert waiting_for(area, party) == []
    say(article, party, planner, version=1, consent=Consent.NOT_YET)
    assert len(waiting_for(area, party)) == 1


def test_changed_text_is_read_again_and_not_confirmed(
    signed_in: SignIn, article: Article, party: Organisation, own: User, planner: User
) -> None:
    row = say(article, party, planner)
    rewrite(article, planner)
    client, address = signed_in(own), f"{ROOT}bevestigen/{party.pk}/"
    assert "Opnieuw lezen" in client.get(address).text
    client.post(address, {"bevestig": f"artikel:{row.pk}:{row.version}"})
    assert not ArticlePosition.objects.filter(given_as="zelf").exists()


@pytest.mark.parametrize("key", ["artikel:x:1", "punt:x:1", "artikel", "", "besluit:1:1", "ambitie:1", "iets:1:1"])
def test_made_up_keys_confirm_nothing(signed_in: SignIn, party: Organisation, own: User, key: str) -> None:
    answer = signed_in(own).post(f"{ROOT}bevestigen/{party.pk}/", {"bevestig": key})
    assert answer.status_code == 302
    assert not ArticlePosition.objects.exists()


def test_nobody_but_the_party_confirms(
    signed_in: SignIn, area: Area, other_area: Area, article: Article, party: Organisation, planner: User
) -> None:
    row = say(article, party, planner)
    people = (
        planner,
        make_member(Role.EXECUTIVE, area, make_organisation(area=area)),
        make_member(Role.EXECUTIVE, other_area, party),
    )
    data = {"bevestig": f"artikel:{row.pk}:{row.version}"}
    answers = [signed_in(user).post(f"{ROOT}bevestigen/{party.pk}/", data).status_code for user in people]
    assert answers == [403, 403, 404]
    with pytest.raises(Problem, match="Alleen de partij zelf"):
        confirm_positions(organisation=party, area=area, actor=planner, seen={row.pk: row.version})


def test_position_of_another_party_or_area_is_not_confirmed_along(
    area: Area, article: Article, agreement: Agreement, own: User, party: Organisation, planner: User
) -> None:
    other = make_organisation(area=area)
    add_party(agreement=agreement, actor=planner, organisation=other)
    row = say(article, other, planner)
    with pytest.raises(Conflict):
        confirm_waiting(area=area, organisation=party, actor=own, chosen=[Chosen("artikel", str(row.pk), 1)])


def test_everything_recorded_is_confirmed_in_one_go(
    area: Area, agreement: Agreement, article: Article, party: Organisation, own: User, planner: User
) -> None:
    say(article, party, planner)
    ambition = create_ambition(area=area, actor=planner, title="Water", text="Vasthouden.")
    state_on_ambition(
        ambition=ambition, organisation=party, actor=planner, version=0, support="steunt", source="Brief"
    )
    point = add_open_point(agreement=agreement, actor=planner, title="Geld", text="Wie?")
    state_on_open_point(point=point, organisation=party, actor=planner, version=0, words="Het Rijk.", source="Brief")
    position = make_decision(planner, party, area=area).positions.get()
    noted = {"status": DecisionStatus.NOTED, "stated_on": DAY, "source": "Brief"}
    state_on_decision(position=position, actor=planner, version=1, **noted)
    chosen = []
    for row in waiting_for(area, party):
        kind, pk, version = row.key.split(":")
        chosen.append(Chosen(kind, pk, int(version)))
    assert confirm_waiting(area=area, organisation=party, actor=own, chosen=chosen) == 4
    assert waiting_for(area, party) == []


def test_planning_group_writes_nothing_over_what_a_party_said_of_a_decision(
    area: Area, party: Organisation, own: User, planner: User
) -> None:
    position = make_decision(planner, party, area=area).positions.get()
    said = {"status": DecisionStatus.NOTED, "stated_on": DAY, "source": "Brief"}
    state_on_decision(position=position, actor=own, version=1, **said)
    with pytest.raises(Problem, match="Alleen zij"):
        state_on_decision(position=position, actor=planner, version=2, **said | {"status": DecisionStatus.ADOPTED})


def test_mandate_comes_from_the_register(area: Area, article: Article, party: Organisation, own: User) -> None:
    assert say(article, party, own).mandate_words == "geen mandaat in het register"
    values = {"area": area, "organisation": party, "subject": "Water", "valid_from": DAY}
    Mandate.objects.create(person=make_person(party), level="meepraten", **values)
    again = {"version": 1, "consent": Consent.NOT_YET}
    assert say(article, party, own, **again).mandate_words == "Mag meepraten"
    Mandate.objects.create(person=make_person(party, user=own), level="voorbehoud", **values)
    mine = say(article, party, own, version=2, consent=Consent.AGREES)
    assert (mine.mandate, mine.under.person.user) == ("voorbehoud", own)


def test_mandate_of_another_party_is_refused(area: Area, article: Article, party: Organisation, own: User) -> None:
    other = make_organisation(area=area)
    values = {"area": area, "organisation": other, "subject": "Water", "valid_from": DAY, "level": "meepraten"}
    theirs = Mandate.objects.create(person=make_person(other), **values)
    with pytest.raises(Problem, match="mandatenregister"):
        say(article, party, own, under=theirs)


def test_file_tells_confirmed_and_recorded_apart(
    article: Article, party: Organisation, own: User, planner: User
) -> None:
    say(article, party, own)
    say(article, party, planner, consent=Consent.NOT_YET)
    rows = [row for row in thermometer_cells(thermometer_of(article.chapter.agreement)) if row[2] == "Waterschap"]
    assert [(row[4], row[5], row[6]) for row in rows] == [
        ("akkoord", "gezegd door de partij zelf", "ja"),
        ("nog niet", "vastgelegd door de planningsgroep, nog niet bevestigd door Waterschap", "nee"),
    ]


def test_bestuurder_gets_one_mail_a_day_without_a_word_of_it(
    agreement: Agreement, article: Article, party: Organisation, own: User, planner: User
) -> None:
    say(article, party, planner, consent=Consent.REFUSES, condition="GEHEIM")
    assert tell_of_waiting(now=EVENING.replace(hour=9)) == 0
    assert [tell_of_waiting(now=EVENING) for _ in range(2)] == [1, 0]
    say(article, party, planner, version=1, consent=Consent.NOT_YET)
    assert tell_of_waiting(now=EVENING.replace(hour=20)) == 0
    assert tell_of_waiting(now=EVENING.replace(day=3)) == 1
    assert tell_of_waiting(now=EVENING.replace(day=4)) == 0
    sent = OutgoingMail.objects.filter(to=own.email)
    assert sent.count() == 2
    assert not any("GEHEIM" in row.text + row.html + row.subject or article.title in row.text for row in sent)


def test_nobody_of_another_party_hears(article: Article, area: Area, party: Organisation, planner: User) -> None:
    make_member(Role.EXECUTIVE, area, make_organisation(area=area))
    say(article, party, planner)
    assert tell_of_waiting(now=EVENING) == 0
    make_member(Role.EXECUTIVE, area, party)
    assert tell_of_waiting(now=EVENING) == 1


def test_history_tells_who_confirmed(
    article: Article, area: Area, party: Organisation, own: User, planner: User
) -> None:
    row = say(article, party, planner)
    confirm_positions(organisation=party, area=area, actor=own, seen={row.pk: row.version})
    events: Any = ArticlePosition.pgh_event_model  # type: ignore[attr-defined]
    said = events.objects.filter(given_as="zelf").latest("pgh_created_at")
    assert said.pgh_context["user"] == str(own.pk)


@pytest.mark.parametrize("number", [1, 3])
def test_page_and_writing_ask_the_same_number_of_queries(
    signed_in: SignIn, area: Area, agreement: Agreement, party: Organisation, own: User, planner: User, number: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    said = [ToSay(make_article(area, planner).pk, Consent.AGREES, article_version=1) for _ in range(number)]
    with django_assert_num_queries(11):
        state_positions(agreement=agreement, organisation=party, actor=planner, said=said, stated_on=DAY, source="B")
    client = signed_in(own)
    with django_assert_num_queries(10):
        client.get(f"{ROOT}bevestigen/{party.pk}/")


@pytest.mark.django_db(transaction=True)
def test_of_two_who_confirm_and_correct_at_once_one_word_stands(
    article: Article, area: Area, party: Organisation, own: User, planner: User
) -> None:
    row = say(article, party, planner)
    other = make_member(Role.EXECUTIVE, area, party)
    answers = at_once(
        lambda: confirm_positions(organisation=party, area=area, actor=own, seen={row.pk: row.version}),
        lambda: say(article, party, other, consent=Consent.REFUSES, condition="Nee."),
    )
    assert sum(isinstance(answer, Conflict) for answer in answers) == 1
    assert ArticlePosition.objects.filter(given_as="zelf").count() == 1


@pytest.mark.django_db(transaction=True)
def test_confirming_while_the_text_changes_never_counts_for_the_new_text(
    article: Article, area: Area, party: Organisation, own: User, planner: User
) -> None:
    row, old = say(article, party, planner), article.text
    at_once(
        lambda: confirm_positions(organisation=party, area=area, actor=own, seen={row.pk: row.version}),
        lambda: rewrite(article, planner),
    )
    assert all(found.on_text == old for found in ArticlePosition.objects.filter(given_as="zelf"))
    assert thermometer_of(article.chapter.agreement).lines[0].verdict == Verdict.OPEN
