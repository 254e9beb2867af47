"""What parties say per opgave, as far as the reader may read it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.enums import Stance
from tests.factories import make_challenge, make_conversation, make_organisation, make_statement

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/analyse/themas/"
HOLD = "Houd het regenwater vast op de plateaus"


def test_bridge_leads_to_an_ambition_on_its_statements(signed_in: SignIn, planner: User, area: Area) -> None:
    water = make_challenge(area, "Water")
    rows = [
        make_statement(
            make_conversation(planner, area),
            make_organisation(kind=kind, area=area),
            challenge=water,
            position=HOLD,
            stance=Stance.SUPPORTS,
        )
        for kind in (OrganisationKind.MUNICIPALITY, OrganisationKind.RESIDENTS)
    ]
    page = signed_in(planner).get(ADDRESS).text
    assert "We zien één brug" in page
    assert all(f"uitspraak={row.pk}" in page for row in rows)
    assert "We zien één brug" in signed_in(planner).get(f"{ADDRESS}?soort=bewoners").text
    assert "We zien één brug" not in signed_in(planner).get(f"{ADDRESS}?soort=bedrijf").text


@pytest.mark.parametrize(("parties", "words"), [(1, "er is meer gezegd"), (3, "3 uitspraken die u hier niet ziet")])
def test_confidential_words_are_not_told_and_counted_unless_they_are_of_few(
    signed_in: SignIn, planner: User, area: Area, parties: int, words: str
) -> None:
    talk = make_conversation(planner, area, confidentiality=Confidentiality.CONFIDENTIAL)
    water = make_challenge(area, "Water")
    for _ in range(parties):
        make_statement(talk, challenge=water, position="Geheime wens")
    make_statement(make_conversation(planner, area), position="Open wens")
    page = signed_in(planner).get(ADDRESS).text
    assert "Geheime wens" not in page
    assert words in page.replace("\xa0", " ")


def test_interviewer_sees_only_what_may_be_read(
    signed_in: SignIn, interviewer: User, planner: User, area: Area
) -> None:
    water = make_challenge(area, "Water")
    make_statement(make_conversation(planner, area), challenge=water, position="Voor de planningsgroep")
    make_statement(make_conversation(interviewer, area), challenge=water, position="Zelf gehoord")
    page = signed_in(interviewer).get(f"{ADDRESS}?opgave={water.pk}").text
    assert "Zelf gehoord" in page
    assert "Voor de planningsgroep" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    signed_in: SignIn, planner: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_statement(make_conversation(planner, area))
    client = signed_in(planner)
    with django_assert_num_queries(5):
        client.get(ADDRESS)
