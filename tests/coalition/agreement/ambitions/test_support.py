"""Who supports an ambition: what was declared, what follows from statements, and who may say and see which."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.actions import create_ambition, state_on_ambition
from coalition.agreement.ambitions.enums import Support
from coalition.agreement.ambitions.rules import PartySupport, heard, is_carried_by_both, of_party
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.enums import Stance
from coalition.models import Ambition, AmbitionSupport
from coalition.planning_group.speaking.rules import Stand
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_area, make_conversation, make_member, make_organisation, make_statement

SignIn = Callable[[User], Client]
ADDRESS = "/gebieden/zuid-limburg/ambities/"


@pytest.mark.parametrize(
    ("stances", "found"),
    [
        ([], None),
        ([Stance.NEUTRAL], None),
        ([Stance.SUPPORTS, Stance.CONDITIONAL], Stand.CONDITIONAL),
        ([Stance.SUPPORTS, Stance.OBJECTS], Stand.AGAINST),
    ],
)
def test_least_willing_statement_decides(stances: list[str], found: Stand | None) -> None:
    assert heard(stances) == found


def test_what_a_party_said_goes_before_what_was_heard() -> None:
    against = PartySupport(Stand.AGAINST, "gezegd door de partij zelf")
    assert of_party(against, [Stance.SUPPORTS], may_read=True) == against
    assert of_party(None, [Stance.SUPPORTS], may_read=True).stand == Stand.FOR


@pytest.mark.parametrize("stances", [[], [Stance.SUPPORTS], [Stance.OBJECTS]])
def test_who_may_not_read_learns_nothing_of_what_was_heard(stances: list[str]) -> None:
    assert of_party(None, stances, may_read=False) == PartySupport(Stand.HIDDEN)


def test_both_sides_must_carry_it() -> None:
    willing = [PartySupport(Stand.CONDITIONAL)]
    assert not is_carried_by_both({"gemeente": willing, "provincie": willing})
    assert is_carried_by_both({"gemeente": willing, "bewoners": willing})


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Dorpsraad", OrganisationKind.RESIDENTS, area)


@pytest.fixture
def ambition(planner: User, area: Area, party: Organisation) -> Ambition:
    said = make_statement(make_conversation(planner, area), party, stance=Stance.SUPPORTS)
    return create_ambition(area=area, actor=planner, title="Water", text="Vasthouden.", statements=[said])


def declare(ambition: Ambition, party: Organisation, actor: User, **fields: Any) -> AmbitionSupport:
    values = {
        "version": 0,
        "support": Support.CONDITIONAL,
        "condition": "Met vergoeding.",
        "source": "Brief",
        **fields,
    }
    return state_on_ambition(ambition=ambition, organisation=party, actor=actor, **values)


@pytest.mark.parametrize(
    "wrong",
    [{"support": "misschien"}, {"condition": " \x00"}, {"condition": "x" * 1_001}, {"declared_on": timezone.localdate() + timedelta(days=1)}],
)  # fmt: skip
def test_declaration_that_cannot_be_is_refused(
    ambition: Ambition, party: Organisation, planner: User, wrong: dict[str, Any]
) -> None:
    with pytest.raises(Problem):
        declare(ambition, party, planner, **wrong)


def test_party_of_another_area_is_refused(ambition: Ambition, planner: User) -> None:
    with pytest.raises(Problem, match="hoort niet"):
        declare(ambition, make_organisation(area=make_area("de-peel")), planner)


def test_declaring_twice_is_one_and_on_an_old_version_a_conflict(
    ambition: Ambition, party: Organisation, planner: User
) -> None:
    assert declare(ambition, party, planner) == declare(ambition, party, planner)
    declare(ambition, party, planner, version=1, support=Support.SUPPORTS)
    with pytest.raises(Conflict):
        declare(ambition, party, planner, version=1, support=Support.OPPOSES)
    with pytest.raises(Conflict):
        declare(ambition, party, planner, support=Support.OPPOSES)


def test_pressing_twice_on_a_change_is_one(ambition: Ambition, party: Organisation, planner: User) -> None:
    declare(ambition, party, planner)
    for _ in range(2):
        changed = declare(ambition, party, planner, version=1, support=Support.SUPPORTS)
    assert changed.version == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_who_declare_at_once_one_is_told(ambition: Ambition, party: Organisation, planner: User) -> None:
    start = Barrier(2)

    def say(support: str) -> bool:
        start.wait()
        try:
            declare(ambition, party, planner, support=support)
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(say, [Support.SUPPORTS, Support.OPPOSES])) == [False, True]


def test_executive_declares_for_the_own_organisation_alone(
    signed_in: SignIn, ambition: Ambition, party: Organisation, area: Area
) -> None:
    client = signed_in(make_member(Role.EXECUTIVE, area, party))
    assert client.get(f"{ADDRESS}{ambition.pk}/steun/{party.pk}/").status_code == 200
    assert client.get(f"{ADDRESS}{ambition.pk}/steun/{make_organisation(area=area).pk}/").status_code == 403


def test_what_follows_from_conversations_is_for_who_reads_them(
    signed_in: SignIn, ambition: Ambition, planner: User, executive: User
) -> None:
    assert "gehoord in gesprekken" in signed_in(planner).get(f"{ADDRESS}{ambition.pk}/").text
    theirs = signed_in(executive).get(f"{ADDRESS}{ambition.pk}/").text
    assert "Dorpsraad" not in theirs
    assert "Nog niet gedragen door overheid én samenleving" not in theirs


def test_confidential_statement_supports_nothing_aloud(signed_in: SignIn, ambition: Ambition, planner: User) -> None:
    talk = ambition.statements.get().conversation
    talk.confidentiality = Confidentiality.CONFIDENTIAL
    talk.save()
    assert "gehoord in gesprekken" not in signed_in(planner).get(f"{ADDRESS}{ambition.pk}/").text


@pytest.mark.parametrize("number", [1, 3])
def test_list_with_matrix_asks_the_same_number_of_queries(
    signed_in: SignIn, planner: User, area: Area, number: int, django_assert_num_queries: Any
) -> None:
    for index in range(number):
        made = create_ambition(area=area, actor=planner, title=f"Ambitie {index}", text="Tekst")
        declare(made, make_organisation(area=area), planner)
    client = signed_in(planner)
    with django_assert_num_queries(10):
        page = client.get(ADDRESS).text
    assert page.count("Met vergoeding.") == number
