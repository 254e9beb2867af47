"""The stiltekaart: who was heard, who was not, and who of them weighs much."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.analysis.silence.rules import Party, cells, finding
from coalition.models import ConversationChallenge
from tests.factories import make_challenge, make_conversation, make_organisation, make_stake, make_statement

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/analyse/stiltekaart/"
WATER, LOOP = UUID(int=1), UUID(int=2)
PARTIES = [Party(UUID(int=10 + n), f"Partij {n}", kind) for n, kind in enumerate(["bewoners", "bewoners", "gemeente"])]
FIRST, SECOND, THIRD = (party.id for party in PARTIES)


def test_cell_says_who_was_heard_and_who_was_not() -> None:
    ((residents, town),) = cells([WATER], ["bewoners", "gemeente"], PARTIES, {WATER: {FIRST}}, {})
    assert (residents.words, residents.sign, [party.id for party in residents.silent]) == (
        "1 van 2 gehoord", "half", [SECOND],
    )  # fmt: skip
    assert (town.words, town.sign) == ("niemand gehoord", "error")


def test_silent_party_with_much_influence_weighs_more() -> None:
    influence = {(WATER, SECOND): 4, (WATER, FIRST): 5, (LOOP, THIRD): 5}
    ((residents, town),) = cells([WATER], ["bewoners", "gemeente"], PARTIES, {WATER: {FIRST}}, influence)
    assert (residents.words, residents.sign) == ("1 van 2 gehoord; 1 met veel invloed niet", "attention")
    assert town.heavy == frozenset()


def test_finding_names_the_heaviest_silence() -> None:
    rows = cells([WATER, LOOP], ["bewoners", "gemeente"], PARTIES, {WATER: {FIRST, SECOND, THIRD}}, {(LOOP, THIRD): 5})
    words = finding(rows, {WATER: "Water", LOOP: "Kringloop"}, {"bewoners": "Bewoners", "gemeente": "Gemeente"})
    assert words.startswith("Gemeente: niemand gehoord over “Kringloop”. In 2 vakken is niemand gehoord.")
    assert "1 partij met veel invloed zwijgt" in words


def test_everybody_heard_is_said_so() -> None:
    rows = cells([WATER], ["gemeente"], PARTIES, {WATER: {THIRD}}, {})
    assert finding(rows, {WATER: "Water"}, {"gemeente": "Gemeente"}).startswith("Van elke soort partij")


def test_page_counts_a_conversation_and_names_who_is_silent(signed_in: SignIn, planner: User, area: Area) -> None:
    water = make_challenge(area, "Klimaat")
    heard, silent = (make_organisation(name, OrganisationKind.RESIDENTS, area) for name in ("Dorpsraad", "Buurtclub"))
    talk = make_conversation(planner, area)
    make_statement(talk, heard, challenge=water)
    ConversationChallenge.objects.create(conversation=talk, challenge=water)
    make_stake(planner, silent, water, influence=5)
    answer = signed_in(planner).get(ADDRESS)
    assert "1 van 2 gehoord; 1 met veel invloed niet" in answer.text
    assert "<strong>Buurtclub</strong> (veel invloed)" in answer.text
    assert "Buurtclub" in b"".join(signed_in(planner).get(f"{ADDRESS}stiltekaart.csv")).decode()  # type: ignore[arg-type]


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    signed_in: SignIn, planner: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for _ in range(number):
        make_statement(make_conversation(planner, area), make_organisation(area=area))
    client = signed_in(planner)
    with django_assert_num_queries(7):
        client.get(ADDRESS)


def test_area_with_nothing_says_what_to_do_first(signed_in: SignIn, planner: User, area: Area) -> None:
    assert "Zet eerst opgaven op de factsheet" in signed_in(planner).get(ADDRESS).text
