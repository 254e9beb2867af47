"""The mandate register: giving, changing and ending mandates."""

from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from areas.mandates.actions import MandateProblem, change_mandate, end_mandate, give_mandate
from areas.mandates.enums import MandateLevel
from areas.models import Area, Mandate, Organisation, Person, UmbrellaMembership, User
from areas.people.queries import umbrellas_above
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_organisation

DAY = date(2026, 3, 2)


@pytest.fixture
def person(area: Area) -> Person:
    return Person.objects.create(organisation=make_organisation("Boerenbond", area=area), role="Voorzitter")


def _give(person: Person, area: Area, actor: User, **fields: Any) -> Mandate:
    values = {"level": MandateLevel.TALK, "subject": "Grond voor waterberging", "valid_from": DAY, **fields}
    return give_mandate(area=area, actor=actor, person=person, **values)


def _under(umbrella: Organisation, area: Area, name: str = "") -> Organisation:
    member = make_organisation(name, area=area)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=member)
    return member


def test_mandate_is_for_ones_own_organisation(area: Area, planner: User, person: Person) -> None:
    assert _give(person, area, planner).organisation == person.organisation


def test_mandate_without_an_end_ends_with_the_role(area: Area, planner: User, person: Person) -> None:
    Person.objects.update(valid_until=DAY + timedelta(days=9))
    assert _give(person, area, planner).valid_until == DAY + timedelta(days=9)


def test_mandate_past_the_end_of_the_role_is_refused(area: Area, planner: User, person: Person) -> None:
    Person.objects.update(valid_until=DAY)
    with pytest.raises(MandateProblem) as caught:
        _give(person, area, planner, valid_until=DAY + timedelta(days=1))
    assert set(caught.value.faults) == {"valid_until"}


def test_pressing_twice_gives_one_mandate(area: Area, planner: User, person: Person) -> None:
    token = uuid4()
    assert _give(person, area, planner, token=token) == _give(person, area, planner, token=token)


def test_token_of_another_person_gives_nothing(area: Area, planner: User, person: Person) -> None:
    token = uuid4()
    _give(person, area, planner, token=token)
    other = Person.objects.create(organisation=person.organisation, role="Secretaris")
    with pytest.raises(Problem, match="al gebruikt"):
        _give(other, area, planner, token=token)


def test_person_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    with pytest.raises(MandateProblem) as caught:
        _give(foreign, area, planner)
    assert set(caught.value.faults) == {"person"}


def test_organisation_of_another_area_is_refused(area: Area, other_area: Area, planner: User, person: Person) -> None:
    with pytest.raises(MandateProblem) as caught:
        _give(person, area, planner, organisation=make_organisation(area=other_area), basis="Machtiging")
    assert set(caught.value.faults) == {"organisation"}


def test_binding_without_a_basis_is_refused(area: Area, planner: User, person: Person) -> None:
    with pytest.raises(MandateProblem) as caught:
        _give(person, area, planner, level=MandateLevel.BIND)
    assert set(caught.value.faults) == {"basis"}
    assert not Mandate.objects.exists()


def test_umbrella_cannot_bind_a_member_of_its_members(area: Area, planner: User, person: Person) -> None:
    member = _under(_under(person.organisation, area), area)
    with pytest.raises(MandateProblem) as caught:
        _give(person, area, planner, organisation=member, level=MandateLevel.BIND, basis="Statuten")
    assert set(caught.value.faults) == {"level"}


def test_umbrellas_in_a_circle_are_all_found_once(area: Area) -> None:
    one, other = make_organisation(area=area), make_organisation(area=area)
    for member, umbrella in ((one, other), (other, one)):
        UmbrellaMembership.objects.create(member=member, umbrella=umbrella)
    assert umbrellas_above([one.pk]) == {(one.pk, other.pk), (one.pk, one.pk)}


def test_member_can_bind_through_somebody_who_is_no_umbrella(area: Area, planner: User, person: Person) -> None:
    other = make_organisation(area=area)
    mandate = _give(person, area, planner, organisation=other, level=MandateLevel.BIND, basis="Volmacht")
    assert mandate.organisation == other


def test_who_comes_second_gets_a_conflict(area: Area, planner: User, person: Person) -> None:
    mandate = _give(person, area, planner)
    terms: dict[str, Any] = {"level": MandateLevel.TALK, "valid_from": DAY}
    change_mandate(mandate=mandate, actor=planner, version=1, subject="Eerste", **terms)
    with pytest.raises(Conflict):
        change_mandate(mandate=mandate, actor=planner, version=1, subject="Tweede", **terms)
    assert Mandate.objects.get().subject == "Eerste"


def test_ended_mandate_keeps_its_row(area: Area, planner: User, person: Person) -> None:
    mandate = _give(person, area, planner)
    assert end_mandate(mandate=mandate, actor=planner, last_day=DAY, version=1)
    assert Mandate.objects.get().valid_until == DAY


def test_mandate_that_ended_sooner_stays(area: Area, planner: User, person: Person) -> None:
    mandate = _give(person, area, planner, valid_until=DAY)
    assert not end_mandate(mandate=mandate, actor=planner, last_day=DAY + timedelta(days=5))
    assert Mandate.objects.get().version == 1


def test_mandate_that_had_not_begun_is_taken_back(area: Area, planner: User, person: Person) -> None:
    mandate = _give(person, area, planner)
    end_mandate(mandate=mandate, actor=planner, last_day=DAY - timedelta(days=1))
    assert not Mandate.objects.exists()


def test_ending_a_mandate_that_changed_meanwhile_is_a_conflict(area: Area, planner: User, person: Person) -> None:
    mandate = _give(person, area, planner)
    with pytest.raises(Conflict):
        end_mandate(mandate=mandate, actor=planner, last_day=DAY, version=2)
