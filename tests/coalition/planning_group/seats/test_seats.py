"""Seats in the planning group: giving, changing, ending, and the page that shows them."""

from collections.abc import Callable
from datetime import date, timedelta
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, AreaOrganisation, Membership, Person, User
from areas.parties.enums import OrganisationKind
from coalition.models import Seat
from coalition.planning_group.seats.actions import change_seat, end_seat, give_seat, seat_newcomer
from coalition.planning_group.seats.enums import PlanningFunction
from coalition.planning_group.seats.queries import carried
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import DAY, make_member, make_organisation, make_person, make_seat

SignIn = Callable[[User], Client]
PLANNING, MONITORING = PlanningFunction.PLANNING, PlanningFunction.MONITORING


@pytest.fixture
def person(area: Area) -> Person:
    return make_person(make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, area), "Dijkgraaf")


def _give(area: Area, actor: User, person: Person, *functions: str, day: date = DAY) -> Seat:
    return give_seat(area=area, actor=actor, person=person, functions=functions or (PLANNING,), valid_from=day)


def _page(client: Client, area: Area) -> str:
    return client.get(f"/gebieden/{area.slug}/planningsgroep/").content.decode()


def test_seat_carries_the_functions_it_was_given(area: Area, planner: User, person: Person) -> None:
    assert carried(_give(area, planner, person, PLANNING, MONITORING)) == {PLANNING, MONITORING}


def test_pressing_twice_gives_one_seat(area: Area, planner: User, person: Person) -> None:
    assert _give(area, planner, person) == _give(area, planner, person)
    assert Seat.objects.count() == 1


def test_same_person_gets_no_second_seat(area: Area, planner: User, person: Person) -> None:
    _give(area, planner, person)
    with pytest.raises(Problem, match="heeft al een plek"):
        _give(area, planner, person, MONITORING)


def test_who_left_may_come_back_later(area: Area, planner: User, person: Person) -> None:
    end_seat(seat=_give(area, planner, person), actor=planner, valid_until=DAY)
    assert _give(area, planner, person, day=DAY + timedelta(days=1)).valid_until is None


def test_person_of_another_area_gets_no_seat(area: Area, other_area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        _give(area, planner, make_person(make_organisation(area=other_area)))


def test_who_no_longer_fills_the_role_gets_no_seat(area: Area, planner: User, person: Person) -> None:
    person.valid_until = DAY - timedelta(days=1)
    person.save()
    with pytest.raises(Problem, match="vervult deze rol niet meer"):
        _give(area, planner, person)


@pytest.mark.parametrize("functions", [(), ("koffie",)])
def test_seat_needs_functions_that_exist(area: Area, planner: User, person: Person, functions: tuple[str]) -> None:
    with pytest.raises(Problem, match="functie"):
        give_seat(area=area, actor=planner, person=person, functions=functions, valid_from=DAY)


@pytest.mark.parametrize("day", [date(1870, 1, 1), date(2999, 1, 1)])
def test_seat_does_not_begin_in_another_century(area: Area, planner: User, person: Person, day: date) -> None:
    with pytest.raises(Problem, match="niet meer dan een jaar vooruit"):
        _give(area, planner, person, day=day)


def test_newcomer_is_made_once_as_a_role(area: Area, planner: User, person: Person) -> None:
    seat = seat_newcomer(
        area=area,
        actor=planner,
        organisation=person.organisation,
        role=" dijkgraaf ",
        functions=[PLANNING],
        valid_from=DAY,
    )
    assert seat.person == person


def test_member_who_gets_a_seat_is_known_by_their_account(area: Area, planner: User, person: Person) -> None:
    common = {"area": area, "actor": planner, "functions": [PLANNING], "valid_from": DAY}
    seat = seat_newcomer(organisation=person.organisation, role="Adviseur", user=planner, **common)
    assert seat.person.user == planner


def test_functions_change_and_the_version_goes_up(area: Area, planner: User, person: Person) -> None:
    seat = change_seat(seat=_give(area, planner, person), actor=planner, version=1, functions=[MONITORING])
    assert (carried(seat), seat.version) == ({MONITORING}, 2)


def test_who_saves_second_gets_a_conflict(area: Area, planner: User, person: Person) -> None:
    seat = _give(area, planner, person)
    change_seat(seat=seat, actor=planner, version=1, functions=[MONITORING])
    with pytest.raises(Conflict):
        change_seat(seat=seat, actor=planner, version=1, functions=[PLANNING])


def test_seat_does_not_end_before_it_began(area: Area, planner: User, person: Person) -> None:
    with pytest.raises(Problem, match="begon op 02-03-2026"):
        end_seat(seat=_give(area, planner, person), actor=planner, valid_until=DAY - timedelta(days=1))


@pytest.mark.django_db(transaction=True)
def test_two_people_at_once_give_one_seat(area: Area, planner: User, person: Person) -> None:
    start, outcomes = Barrier(2), []

    def give(function: str) -> None:
        start.wait()
        try:
            outcomes.append(_give(area, planner, person, function))
        except Problem as problem:
            outcomes.append(str(problem))
        connection.close()

    threads = [Thread(target=give, args=(function,)) for function in (PLANNING, MONITORING)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Seat.objects.count() == 1
    assert sum(isinstance(outcome, str) for outcome in outcomes) == 1


def test_page_says_the_balance_and_the_function_nobody_has(area: Area, planner: User, signed_in: SignIn) -> None:
    make_seat(area, *[function for function in PlanningFunction if function != MONITORING])
    make_seat(area, PLANNING, kind=OrganisationKind.RESIDENTS)
    page = _page(signed_in(planner), area)
    assert "1 lid van de overheid, 1 uit de samenleving." in page
    assert "Niemand heeft: “Gedeelde monitoring”" in page


def test_page_folds_who_sat_there_before(area: Area, planner: User, signed_in: SignIn) -> None:
    make_seat(area, PLANNING, valid_until=timezone.localdate() - timedelta(days=1))
    page = _page(signed_in(planner), area)
    assert "1 lid zat er eerder in" in page
    assert "Er zit nog niemand in de planningsgroep." in page


def test_member_without_a_seat_is_offered_one(area: Area, planner: User, signed_in: SignIn) -> None:
    client = signed_in(planner)
    assert f"?lid={planner.pk}" in _page(client, area)
    make_seat(area, PLANNING, person=make_person(make_organisation(area=area), user=planner))
    assert f"?lid={planner.pk}" not in _page(client, area)


def test_form_for_a_member_begins_with_their_organisation(area: Area, signed_in: SignIn) -> None:
    party = make_organisation("Gemeente Heerlen", area=area)
    member = make_member(Role.PLANNING_GROUP, area, party, name="Adviseur water")
    form = signed_in(member).get(f"/gebieden/{area.slug}/planningsgroep/plekken/nieuw/?lid={member.pk}")
    assert form.context["form"].initial["organisation"] == party.pk
    assert form.context["form"].initial["role"] == "Adviseur water"


def test_form_refuses_a_person_of_another_area(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    stranger = make_person(make_organisation(area=other_area))
    data = {"person": stranger.pk, "functions": PLANNING, "valid_from": "02-03-2026"}
    answer = signed_in(planner).post(f"/gebieden/{area.slug}/planningsgroep/plekken/nieuw/", data)
    assert answer.status_code == 422
    assert "hoort niet bij dit gebied" in answer.content.decode()
    assert not Seat.objects.exists()


def test_form_asks_who_it_is_about(area: Area, planner: User, signed_in: SignIn) -> None:
    data = {"functions": PLANNING, "valid_from": "02-03-2026"}
    answer = signed_in(planner).post(f"/gebieden/{area.slug}/planningsgroep/plekken/nieuw/", data)
    assert "Kies wie een plek krijgt" in answer.content.decode()


def test_who_loses_sees_both_choices(area: Area, planner: User, person: Person, signed_in: SignIn) -> None:
    seat = _give(area, planner, person)
    change_seat(seat=seat, actor=planner, version=1, functions=[MONITORING])
    address = f"/gebieden/{area.slug}/planningsgroep/plekken/{seat.pk}/"
    answer = signed_in(planner).post(address, {"functions": PLANNING, "version": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Nu bewaard: Gedeelde monitoring" in page
    assert answer.context["form"]["functions"].value() == [PLANNING]


def test_seat_of_another_area_does_not_exist(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    elsewhere = make_seat(other_area, PLANNING)
    address = f"/gebieden/{area.slug}/planningsgroep/plekken/{elsewhere.pk}/"
    assert signed_in(planner).get(address).status_code == 404


def test_history_of_a_seat_tells_who_changed_its_functions(
    area: Area, planner: User, person: Person, signed_in: SignIn
) -> None:
    seat, client = _give(area, planner, person), signed_in(planner)
    address = f"/gebieden/{area.slug}/planningsgroep/plekken/{seat.pk}/"
    client.post(address, {"functions": MONITORING, "version": 1})
    page = client.get(address).content.decode()
    assert f"door {planner}" in page
    assert "Gedeelde monitoring" in page


@pytest.mark.parametrize("times", [1, 3])
def test_page_costs_seven_queries(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, times: int
) -> None:
    for _ in range(times):
        make_seat(area, PLANNING, MONITORING)
        make_seat(area, PLANNING, kind=OrganisationKind.RESIDENTS, valid_until=date(2021, 1, 1))
        make_member(Role.PLANNING_GROUP, area, make_organisation(area=area))
    client = signed_in(planner)
    _page(client, area)
    with django_assert_num_queries(7):
        _page(client, area)


def test_ended_membership_is_offered_no_seat(area: Area, admin: User, planner: User, signed_in: SignIn) -> None:
    Membership.objects.filter(user=planner).update(valid_until=date(2021, 1, 1))
    assert "Geef een plek" not in _page(signed_in(admin), area)


def test_seat_of_an_organisation_of_two_areas_is_counted_where_it_is(
    area: Area, other_area: Area, planner: User, person: Person
) -> None:
    AreaOrganisation.objects.create(area=other_area, organisation=person.organisation)
    _give(area, planner, person)
    assert not Seat.objects.filter(area=other_area).exists()
