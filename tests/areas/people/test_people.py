"""Persons in roles: adding, changing and ending them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.mandates.actions import give_mandate
from areas.mandates.enums import MandateLevel
from areas.models import Area, Mandate, Organisation, Person, User
from areas.people.actions import PersonProblem, add_person, change_person, end_role
from novex_portal.toolkit.problems import Conflict
from tests.factories import make_member, make_organisation

SignedIn = Callable[[User], Client]
DAY = date(2026, 3, 2)


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Gemeente Heuveldorp", area=area)


def _add(party: Organisation, area: Area, actor: User, role: str = "Wethouder ruimte", **fields: Any) -> Person:
    return add_person(area=area, organisation=party, actor=actor, role=role, **fields)


def _change(person: Person, area: Area, actor: User, **fields: Any) -> Person:
    values = {name: getattr(person, name) for name in ("version", "role", "name", "valid_from", "valid_until", "user")}
    return change_person(area=area, person=person, actor=actor, **{**values, **fields})


def test_role_is_kept_without_stray_spaces(area: Area, party: Organisation, planner: User) -> None:
    assert _add(party, area, planner, "  Wethouder   ruimte ").role == "Wethouder ruimte"


def test_pressing_twice_makes_one(area: Area, party: Organisation, planner: User) -> None:
    token = uuid4()
    assert _add(party, area, planner, token=token) == _add(party, area, planner, token=token)
    assert Person.objects.count() == 1


def test_token_of_another_organisation_gives_nothing(area: Area, party: Organisation, planner: User) -> None:
    token = uuid4()
    _add(party, area, planner, token=token)
    with pytest.raises(PersonProblem, match="al gebruikt"):
        _add(make_organisation(area=area), area, planner, token=token)


def test_organisation_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    with pytest.raises(PersonProblem, match="geen partij van dit gebied"):
        _add(make_organisation(area=other_area), area, planner)
    assert not Person.objects.exists()


def test_same_role_at_the_same_time_is_refused_with_the_period(area: Area, party: Organisation, planner: User) -> None:
    _add(party, area, planner, valid_from=DAY, valid_until=DAY + timedelta(days=30))
    with pytest.raises(PersonProblem, match="van 2\u00a0maart 2026 tot en met 1\u00a0april 2026") as caught:
        _add(party, area, planner, "wethouder RUIMTE", valid_from=DAY + timedelta(days=30))
    assert caught.value.field == "valid_from"


def test_same_role_can_be_held_again_afterwards(area: Area, party: Organisation, planner: User) -> None:
    _add(party, area, planner, valid_from=DAY, valid_until=DAY + timedelta(days=30))
    _add(party, area, planner, valid_from=DAY + timedelta(days=31))
    assert Person.objects.count() == 2


def test_database_refuses_the_same_role_twice(party: Organisation) -> None:
    Person.objects.create(organisation=party, role="Wethouder", valid_from=DAY)
    with pytest.raises(IntegrityError, match="person_role_once_at_a_time"), transaction.atomic():
        Person.objects.create(organisation=party, role="wethouder")


def test_same_role_at_another_organisation_is_no_overlap(area: Area, party: Organisation, planner: User) -> None:
    _add(party, area, planner)
    _add(make_organisation(area=area), area, planner)
    assert Person.objects.count() == 2


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"valid_from": date(1899, 1, 1)}, "valid_from"),
        ({"valid_until": date(2100, 1, 1)}, "valid_until"),
        ({"valid_from": DAY, "valid_until": DAY - timedelta(days=1)}, "valid_until"),
        ({"role": "   "}, "role"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(
    area: Area, party: Organisation, planner: User, fields: dict[str, Any], field: str
) -> None:
    with pytest.raises(PersonProblem) as caught:
        _add(party, area, planner, **fields)
    assert caught.value.field == field


def test_account_of_another_area_is_refused(area: Area, party: Organisation, planner: User, stranger: User) -> None:
    with pytest.raises(PersonProblem, match="hoort niet bij dit gebied"):
        _add(party, area, planner, user=stranger)


def test_account_that_was_linked_may_stay_when_it_left_the_area(
    area: Area, party: Organisation, planner: User
) -> None:
    member = make_member(Role.PARTICIPANT, area)
    person = _add(party, area, planner, user=member)
    member.memberships.update(valid_until=timezone.localdate() - timedelta(days=1))
    assert _change(person, area, planner, name="A").user == member


def test_who_comes_second_gets_a_conflict(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    _change(person, area, planner, name="Eerste")
    with pytest.raises(Conflict):
        _change(person, area, planner, name="Tweede")
    assert Person.objects.get().name == "Eerste"


def test_contact_data_stays_where_nothing_is_said_of_it(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner, email="ruimte@example.org", phone="043 123")
    changed = _change(person, area, planner, role="Wethouder water")
    assert (changed.email, changed.phone) == ("ruimte@example.org", "043 123")
    assert _change(changed, area, planner, email="", phone="").email == ""


def test_ending_a_role_ends_its_mandates_that_day(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    for begins in (DAY, DAY + timedelta(days=100)):
        give_mandate(
            area=area, actor=planner, person=person, level=MandateLevel.TALK, subject="Water", valid_from=begins
        )
    assert end_role(person=person, actor=planner, last_day=DAY + timedelta(days=30)) == 2
    assert [mandate.valid_until for mandate in Mandate.objects.all()] == [DAY + timedelta(days=30)]


def test_earlier_end_by_the_form_ends_mandates_too(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    give_mandate(area=area, actor=planner, person=person, level=MandateLevel.TALK, subject="Water", valid_from=DAY)
    _change(person, area, planner, valid_until=DAY)
    assert Mandate.objects.get().valid_until == DAY


def test_role_that_ended_sooner_stays_as_it_was(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner, valid_until=DAY)
    end_role(person=person, actor=planner, last_day=DAY + timedelta(days=30))
    assert Person.objects.get().valid_until == DAY


def test_role_cannot_end_before_it_began(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner, valid_from=DAY)
    with pytest.raises(PersonProblem):
        end_role(person=person, actor=planner, last_day=DAY - timedelta(days=1))


def test_ending_a_role_that_changed_meanwhile_is_a_conflict(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    with pytest.raises(Conflict):
        end_role(person=person, actor=planner, last_day=DAY, version=person.version + 1)


def test_role_cannot_begin_after_its_mandate(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    give_mandate(area=area, actor=planner, person=person, level=MandateLevel.TALK, subject="Water", valid_from=DAY)
    with pytest.raises(PersonProblem, match="2\u00a0maart 2026"):
        _change(person, area, planner, valid_from=DAY + timedelta(days=1))


def test_every_change_stands_in_the_history(area: Area, party: Organisation, planner: User) -> None:
    person = _add(party, area, planner)
    _change(person, area, planner, name="A")
    assert Person.pgh_event_model.objects.filter(pgh_obj_id=person.pk).count() == 2  # type: ignore[attr-defined]
