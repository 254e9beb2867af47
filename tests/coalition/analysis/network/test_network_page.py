"""The page of the network: what it shows on which day, to whom, and its files."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, Organisation, UmbrellaMembership, User
from coalition.analysis.network.enums import RelationKind
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Participant
from tests.factories import (
    make_challenge,
    make_conversation,
    make_organisation,
    make_person,
    make_relation,
    make_statement,
)

SignIn = Callable[[User], Client]


@pytest.fixture
def today() -> date:
    return timezone.localdate()


def page(client: Client, area: Area, query: str = "") -> str:
    answer = client.get(f"/gebieden/{area.slug}/netwerk/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def parties(area: Area, number: int) -> list[Organisation]:
    return [make_organisation(f"Partij {index:03d}", area=area) for index in range(number)]


def chain(area: Area, actor: User, number: int) -> list[Organisation]:
    found = parties(area, number)
    for one, other in pairwise(found):
        make_relation(actor, one, other, area=area)
    return found


def at_table(author: User, area: Area, day: date, *present: Organisation, **fields: Any) -> None:
    talk = make_conversation(author, area, held_on=day, **fields)
    Participant.objects.bulk_create(Participant(conversation=talk, organisation=one) for one in present)


def test_empty_network_and_a_network_of_one_say_what_to_do(area: Area, planner: User, signed_in: SignIn) -> None:
    client = signed_in(planner)
    assert "nog geen relatie bekend" in page(client, area)
    make_organisation("Gemeente Heerlen", area=area)
    assert "Gemeente Heerlen is de enige partij" in page(client, area)


@pytest.mark.parametrize("number", [3, 35])
def test_every_party_in_the_picture_has_its_row_in_the_table(
    area: Area, planner: User, signed_in: SignIn, number: int
) -> None:
    chain(area, planner, number)
    html = page(signed_in(planner), area)
    drawn = re.findall(r'<g class="node[^"]*" data-node="(\d+)"', html)
    assert sorted(drawn) == sorted(re.findall(r'<tr role="row" id="partij-(\d+)"', html))
    assert len(drawn) == number
    assert re.search(r'viewBox="0 0 \d{3,4} \d+"', html)  # a number in a drawing has no thousands point


def test_picture_comes_before_its_list_and_finding_before_both(area: Area, planner: User, signed_in: SignIn) -> None:
    chain(area, planner, 3)
    html = page(signed_in(planner), area)
    assert html.index('class="finding"') < html.index('<svg class="chart') < html.index("network-table")
    assert "Zonder Partij 001 raakt 1 partij los van de rest." in html


def test_relation_shows_on_its_days_only(area: Area, planner: User, signed_in: SignIn) -> None:
    one, other = parties(area, 2)
    make_relation(planner, one, other, area=area, valid_from=date(2024, 3, 1), valid_until=date(2025, 3, 1))
    client = signed_in(planner)
    assert "nog geen relatie bekend" in page(client, area)
    assert "2 partijen zijn met elkaar verbonden" in page(client, area, "?op=01-03-2025")
    assert "nog geen relatie bekend" in page(client, area, "?op=29-02-2024")


def test_who_sat_at_one_table_is_connected_for_a_year(
    area: Area, planner: User, signed_in: SignIn, today: date
) -> None:
    one, other, third = parties(area, 3)
    at_table(planner, area, today, one, other)
    at_table(planner, area, today - timedelta(days=365), other, third)
    html = page(signed_in(planner), area)
    assert "Afgeleid uit gesprekken" in html
    assert "2 partijen zijn met elkaar verbonden, in 1 tweetal." in html


def test_confidential_table_connects_nobody_not_even_for_its_author(
    area: Area, planner: User, interviewer: User, signed_in: SignIn, today: date
) -> None:
    one, other = parties(area, 2)
    at_table(interviewer, area, today, one, other, confidentiality=Confidentiality.CONFIDENTIAL)
    for user in (planner, interviewer):
        assert "nog geen relatie bekend" in page(signed_in(user), area)


def test_table_of_the_planning_group_is_not_for_an_interviewer(
    area: Area, planner: User, interviewer: User, signed_in: SignIn, today: date
) -> None:
    at_table(planner, area, today, *parties(area, 2))
    assert "nog geen relatie bekend" in page(signed_in(interviewer), area)
    assert "2 partijen zijn" in page(signed_in(planner), area)


def test_source_is_a_link_only_for_who_may_read_it(
    area: Area, planner: User, interviewer: User, signed_in: SignIn
) -> None:
    one, other = parties(area, 2)
    talk = make_conversation(planner, area)
    make_relation(planner, one, other, area=area, conversation=talk)
    assert str(talk.pk) in page(signed_in(planner), area)
    assert str(talk.pk) not in page(signed_in(interviewer), area)


def test_who_left_the_role_is_named_but_introduces_nobody(
    area: Area, planner: User, signed_in: SignIn, today: date
) -> None:
    one, other = parties(area, 2)
    gone = make_person(one, "Dijkgraaf", valid_until=today - timedelta(days=1))
    stays = make_person(other, "Directeur")
    make_relation(planner, one, other, area=area, first_person=gone, second_person=stays)
    client = signed_in(planner)
    question = f"?van={one.pk}&naar={other.pk}"
    html = page(client, area, question)
    assert "Dijkgraaf (niet meer in die rol) en Directeur" in html
    assert "via Dijkgraaf" not in html
    assert "via Dijkgraaf en Directeur" in page(client, area, f"{question}&op={today - timedelta(days=1)}")


def test_umbrella_and_member_are_connected(area: Area, planner: User, signed_in: SignIn) -> None:
    umbrella, member = parties(area, 2)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=member)
    assert "Afgeleid uit de koepels" in page(signed_in(planner), area)


def test_filters_narrow_and_nonsense_filters_nothing(area: Area, planner: User, signed_in: SignIn) -> None:
    found = chain(area, planner, 5)
    challenge = make_challenge(area)
    make_relation(planner, found[0], found[4], area=area, kind=RelationKind.FUNDS, challenge=challenge)
    client = signed_in(planner)
    for query, number in (
        ("?soort=financiering", 2),
        (f"?opgave={challenge.pk}", 2),
        (f"?rond={found[2].pk}&stappen=1", 3),
        (f"?rond={found[2].pk}&stappen=2", 5),
        ("?partij=Gemeente", 5),
        ("?soort=%00&partij=x&opgave=1&rond=ho&stappen=9&page=zz&op=", 5),
    ):
        assert f"{number} partijen zijn met elkaar verbonden" in page(client, area, query), query
    assert "Geen enkele relatie past" in page(client, area, "?soort=spanning")
    assert "Vul een datum in tussen 1900 en 2100" in page(client, area, "?op=01-01-0001")


def test_opgave_narrows_the_tables_to_conversations_about_it(
    area: Area, planner: User, signed_in: SignIn, today: date
) -> None:
    one, other, third = parties(area, 3)
    about = make_statement(make_conversation(planner, area, held_on=today), one)
    Participant.objects.create(conversation=about.conversation, organisation=other)
    at_table(planner, area, today, other, third)
    html = page(signed_in(planner), area, f"?opgave={about.challenge_id}")
    assert "2 partijen zijn met elkaar verbonden, in 1 tweetal." in html


def test_introduction_names_the_way_or_says_there_is_none(area: Area, planner: User, signed_in: SignIn) -> None:
    found = chain(area, planner, 3)
    away = make_organisation("Drinkwaterbedrijf", area=area)
    client = signed_in(planner)
    way = page(client, area, f"?van={found[0].pk}&naar={found[2].pk}")
    assert "Partij 000 komt via Partij 001 (samenwerking) bij Partij 002 (samenwerking)." in way
    assert "Er is geen weg bekend van Partij 000 naar Drinkwaterbedrijf" in page(
        client, area, f"?van={found[0].pk}&naar={away.pk}"
    )
    assert "Kies een andere partij" in page(client, area, f"?van={found[0].pk}&naar={found[0].pk}")


def test_files_hold_what_the_page_shows(area: Area, planner: User, signed_in: SignIn) -> None:
    chain(area, planner, 3)
    client = signed_in(planner)
    root = f"/gebieden/{area.slug}/netwerk/"
    of_parties = b"".join(client.get(f"{root}partijen.csv").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert "1;Partij 001;Gemeente;2;100;zeer vaak;1;ja;1" in of_parties
    relations = b"".join(client.get(f"{root}relaties.csv?soort=spanning").streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert relations.count("\n") == 1


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_as_much_whatever_it_shows(
    area: Area,
    planner: User,
    signed_in: SignIn,
    today: date,
    number: int,
    django_assert_num_queries: Callable[..., Any],
) -> None:
    found = chain(area, planner, 2 + number)
    for _ in range(number):
        at_table(planner, area, today, *found[:2])
    make_relation(planner, *found[:2], area=area, kind="overleg", conversation=make_conversation(planner, area))
    client = signed_in(planner)
    client.get("/")
    with django_assert_num_queries(10):
        page(client, area)


def test_member_of_society_sees_no_network(area: Area, participant: User, signed_in: SignIn) -> None:
    assert signed_in(participant).get(f"/gebieden/{area.slug}/netwerk/").status_code == 403


def test_page_of_a_party_leads_to_the_network_around_it(
    area: Area, planner: User, participant: User, signed_in: SignIn
) -> None:
    pk = make_organisation(area=area).pk
    address, link = f"/gebieden/{area.slug}/partijen/{pk}/", f"netwerk/?rond={pk}&amp;stappen=1"
    assert link in signed_in(planner).get(address).content.decode()
    assert link not in signed_in(participant).get(address).content.decode()
