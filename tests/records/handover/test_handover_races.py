"""Two people with the same role at the same moment: one wins, the other is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from areas.models import Area, ContactPerson, Person, User
from areas.people.actions import PersonProblem, add_person, end_role
from coalition.models import ActionItem
from novex_portal.records.handover.actions import Newcomer, hand_over
from novex_portal.records.models import Handover
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 3, 2)


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Do all at the same moment; say for each whether it was done, or what kind of refusal it met."""
    start = Barrier(len(calls))

    def one(call: Callable[[], object]) -> str:
        start.wait(timeout=10)
        try:
            call()
        except Problem as problem:
            return type(problem).__name__
        else:
            return "gedaan"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(one, calls))


@pytest.fixture
def person(area: Area) -> Person:
    held = Person.objects.create(organisation=make_organisation(area=area), role="Wethouder")
    ContactPerson.objects.create(area=area, person=held)
    ActionItem.objects.create(area=area, what="Bellen", owner="x", owner_person=held)
    return held


def test_two_people_hand_over_once(area: Area, planner: User, admin: User, person: Person) -> None:
    def handing(actor: User, role: str) -> Callable[[], object]:
        successor = Newcomer(role=role)
        return lambda: hand_over(
            area=area, person=person, actor=actor, version=1, last_day=DAY, successor=successor, token=uuid4()
        )

    assert at_once(handing(planner, "Een"), handing(admin, "Ander")) == [Conflict.__name__, "gedaan"]
    done = Handover.objects.get()
    assert ActionItem.objects.get().owner_person == done.successor == area.contact_persons.get().person
    assert Person.objects.count() == 2


def test_double_click_hands_over_once_and_tells_both_the_same(area: Area, planner: User, person: Person) -> None:
    token = uuid4()

    def press() -> object:
        successor = Newcomer(role="Wethouder")
        return hand_over(
            area=area, person=person, actor=planner, version=1, last_day=DAY, successor=successor, token=token
        )

    assert at_once(press, press) == ["gedaan", "gedaan"]
    assert Handover.objects.count() == 1


def test_role_that_ends_meanwhile_is_not_handed_over_unseen(area: Area, planner: User, person: Person) -> None:
    told = at_once(
        lambda: end_role(person=person, actor=planner, last_day=DAY, version=1),
        lambda: hand_over(
            area=area, person=person, actor=planner, version=1, last_day=DAY, successor=Newcomer(role="Wethouder")
        ),
    )
    assert told == [Conflict.__name__, "gedaan"]


def test_two_people_give_the_same_role_once(area: Area, planner: User, admin: User) -> None:
    party = make_organisation(area=area)
    told = at_once(
        *(
            lambda actor=actor: add_person(area=area, organisation=party, actor=actor, role="Dijkgraaf")
            for actor in (planner, admin)
        )
    )
    assert told == [PersonProblem.__name__, "gedaan"]
    assert Person.objects.count() == 1
