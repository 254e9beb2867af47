"""Adding a party, changing what areas share of it, its notes and its umbrellas."""

import threading
from typing import Any

import pytest
from django.db import connection

from areas.enums import Role
from areas.models import Area, AreaOrganisation, Organisation, UmbrellaMembership, User
from areas.parties.actions import (
    add_party,
    change_party,
    join_umbrella,
    leave_umbrella,
    link_party,
    save_party,
    write_notes,
)
from areas.parties.rules.notes import notes_mark
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_area, make_member, make_organisation

WATER = "waterschap"


def _merged(name: str, into: Organisation) -> Organisation:
    return Organisation.objects.create(name=name, kind=into.kind, merged_into=into)


def test_name_of_a_merged_organisation_leads_to_the_one_it_became(area: Area, other_area: Area, planner: User) -> None:
    kept = make_organisation("Waterschap Limburg", WATER, other_area)
    _merged("Waterschap Roer", _merged("Waterschap Roer en Overmaas", kept))
    assert add_party(area=area, actor=planner, name="waterschap roer", kind=WATER).organisation == kept


def test_merged_organisation_itself_is_not_linked(area: Area, other_area: Area, planner: User) -> None:
    gone = _merged("Oud", make_organisation("Nieuw", area=other_area))
    with pytest.raises(Problem, match="samengevoegd"):
        link_party(area=area, actor=planner, organisation=gone)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " "},
        {"name": "a" * 201},
        {"kind": "vereniging"},
        {"website": "javascript:alert(1)"},
    ],
)
def test_party_that_cannot_be_is_refused(area: Area, planner: User, wrong: dict[str, str]) -> None:
    with pytest.raises(Problem):
        add_party(area=area, actor=planner, **{"name": "Bond", "kind": WATER, **wrong})
    assert not Organisation.objects.exists()


def test_change_keeps_count_of_versions(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    change_party(organisation=party, actor=planner, version=1, name="Bond van boeren", kind="maatschappelijk")
    assert (party.name, party.version) == ("Bond van boeren", 2)


def test_saving_what_is_there_changes_nothing(area: Area, planner: User) -> None:
    party = make_organisation("Bond", "bedrijf", area)
    change_party(organisation=party, actor=planner, version=1, name=" Bond ", kind="bedrijf")
    party.refresh_from_db()
    assert party.version == 1


def test_second_of_two_who_change_is_told(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    change_party(organisation=party, actor=planner, version=1, name="Bond A", kind="bedrijf")
    with pytest.raises(Conflict):
        change_party(organisation=party, actor=planner, version=1, name="Bond B", kind="bedrijf")


def test_name_of_another_points_to_merging(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    make_organisation("Koepel", area=area)
    with pytest.raises(Problem, match="Voeg de twee dan samen"):
        change_party(organisation=party, actor=planner, version=1, name="KOEPEL", kind="bedrijf")


def test_earlier_name_of_a_merged_one_points_to_merging(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    _merged("Oude koepel", make_organisation("Koepel", area=area))
    with pytest.raises(Problem, match="eerdere naam van “Koepel”"):
        change_party(organisation=party, actor=planner, version=1, name="oude koepel", kind="bedrijf")


def test_capitals_of_an_own_name_may_change(area: Area, planner: User) -> None:
    party = make_organisation("waterschap limburg", area=area)
    change_party(organisation=party, actor=planner, version=1, name="Waterschap Limburg", kind=WATER)
    assert party.name == "Waterschap Limburg"


def test_notes_are_of_one_area(area: Area, other_area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    write_notes(area=area, organisation=party, actor=planner, notes="Belt liever.")
    assert AreaOrganisation.objects.get(area=other_area).notes == ""


def test_notes_that_changed_meanwhile_are_not_overwritten(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    seen = notes_mark("")
    write_notes(area=area, organisation=party, actor=planner, notes="Eerst.", seen=seen)
    with pytest.raises(Conflict):
        write_notes(area=area, organisation=party, actor=planner, notes="Daarna.", seen=seen)


def test_form_that_loses_on_notes_saves_no_facts_either(area: Area, planner: User) -> None:
    link = AreaOrganisation.objects.get(organisation=make_organisation("Bond", area=area))
    facts = {"name": "Bond van boeren", "kind": "bedrijf", "website": ""}
    with pytest.raises(Conflict):
        save_party(link=link, actor=planner, version=1, facts=facts, notes="Nieuw", notes_seen="anders")
    assert Organisation.objects.get().name == "Bond"


def test_member_of_an_umbrella_is_kept_once(area: Area, planner: User) -> None:
    member, umbrella = make_organisation(area=area), make_organisation(area=area)
    for _ in range(2):
        join_umbrella(area=area, member=member, umbrella=umbrella, actor=planner)
    assert list(member.umbrellas.all()) == [umbrella]


def test_circle_of_umbrellas_is_refused_with_the_chain(area: Area, planner: User) -> None:
    first, second, third = (make_organisation(name, area=area) for name in ("Bond", "Koepel", "Raad"))
    join_umbrella(area=area, member=first, umbrella=second, actor=planner)
    join_umbrella(area=area, member=second, umbrella=third, actor=planner)
    words = "Raad is lid van Bond, Bond is lid van Koepel en Koepel is lid van Raad"
    with pytest.raises(Problem, match=words):
        join_umbrella(area=area, member=third, umbrella=first, actor=planner)


def test_organisation_is_no_member_of_itself(area: Area, planner: User) -> None:
    party = make_organisation("Bond", area=area)
    with pytest.raises(Problem, match="geen lid van zichzelf"):
        join_umbrella(area=area, member=party, umbrella=party, actor=planner)


def test_umbrella_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    foreign = make_organisation("Koepel", area=other_area)
    with pytest.raises(Problem, match="geen partij van Zuid-Limburg"):
        join_umbrella(area=area, member=make_organisation(area=area), umbrella=foreign, actor=planner)
    assert not UmbrellaMembership.objects.exists()


def test_membership_ends_and_stays_ended(area: Area, planner: User) -> None:
    member, umbrella = make_organisation(area=area), make_organisation(area=area)
    membership = join_umbrella(area=area, member=member, umbrella=umbrella, actor=planner)
    for _ in range(2):
        leave_umbrella(membership=membership, actor=planner)
    assert not UmbrellaMembership.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_close_a_circle_at_once_do_not_both_succeed() -> None:
    area = make_area()
    planner = make_member("planningsgroep", area)
    one, other = make_organisation("Bond", area=area), make_organisation("Koepel", area=area)
    refused: list[str] = []
    start = threading.Barrier(2)

    def join(member: Organisation, umbrella: Organisation) -> None:
        start.wait()
        try:
            join_umbrella(area=area, member=member, umbrella=umbrella, actor=planner)
        except Problem as problem:
            refused.append(str(problem))
        connection.close()

    _at_once((join, (one, other)), (join, (other, one)))
    assert UmbrellaMembership.objects.count() == 1
    assert len(refused) == 1


@pytest.mark.django_db(transaction=True)
def test_two_who_add_the_same_name_at_once_make_one_organisation() -> None:
    first, second = make_area(), make_area("de-peel")
    planner = make_member(Role.PLANNING_GROUP, first)
    start = threading.Barrier(2)

    def add(area: Area) -> None:
        start.wait()
        add_party(area=area, actor=planner, name="Waterschap Limburg", kind=WATER)
        connection.close()

    _at_once((add, (first,)), (add, (second,)))
    assert Organisation.objects.get().areas.count() == 2


def _at_once(*calls: tuple[Any, tuple[Any, ...]]) -> None:
    threads = [threading.Thread(target=what, args=arguments) for what, arguments in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
