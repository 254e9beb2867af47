"""The parties of an area: the list and adding one."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from areas.actions.parties import add_party
from areas.enums import OrganisationKind
from areas.models import Area, Organisation, User
from coalition.models import PartyContact
from novex_portal.toolkit.problems import Problem
from tests.factories import DAY, make_area, make_organisation

SignedIn = Callable[[User], Client]
NEW = {"name": "Waterschap Limburg", "kind": OrganisationKind.WATER_AUTHORITY, "website": ""}


def _list(client: Client, area: Area, query: str = "") -> str:
    response = client.get(f"/gebieden/{area.slug}/partijen/{query}")
    assert response.status_code == 200
    return response.content.decode()


def _contact(area: Area, name: str) -> None:
    party = make_organisation(name, area=area)
    PartyContact.objects.create(area=area, organisation=party, conversation_count=4, last_held_on=DAY)


def test_interviewer_sees_when_a_party_was_last_spoken(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    _contact(area, "Gemeente Heuveldorp")
    assert "02-03-2026" in _list(signed_in(interviewer), area)


def test_participant_sees_parties_without_contact(area: Area, participant: User, signed_in: SignedIn) -> None:
    _contact(area, "Gemeente Heuveldorp")
    page = _list(signed_in(participant), area)
    assert "Gemeente Heuveldorp" in page
    assert "02-03-2026" not in page


def test_contact_in_another_area_is_not_shown_here(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Provincie", area=area)
    PartyContact.objects.create(area=other_area, organisation=party, conversation_count=4, last_held_on=DAY)
    assert "02-03-2026" not in _list(signed_in(interviewer), area)


@pytest.mark.parametrize("query", ["?naam=heuvel", "?soort=gemeente", "?naam=HEUVEL&soort=gemeente"])
def test_filter_leaves_what_fits(area: Area, interviewer: User, signed_in: SignedIn, query: str) -> None:
    make_organisation("Gemeente Heuveldorp", OrganisationKind.MUNICIPALITY, area)
    make_organisation("Bond van boeren", OrganisationKind.CIVIL_SOCIETY, area)
    page = _list(signed_in(interviewer), area, query)
    assert "1 partij gevonden" in page
    assert "Bond van boeren" not in page


def test_filter_on_an_unknown_kind_filters_nothing(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation("Gemeente Heuveldorp", area=area)
    assert "Gemeente Heuveldorp" in _list(signed_in(interviewer), area, "?soort=onzin")


def test_parties_stand_by_kind_and_then_by_name(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    for name, kind in (("Zorgclub", "maatschappelijk"), ("aardappelbond", "maatschappelijk"), ("Rijk", "rijk")):
        make_organisation(name, kind, area)
    page = _list(signed_in(interviewer), area)
    assert page.index("Rijk</th>") < page.index("aardappelbond") < page.index("Zorgclub")


@pytest.mark.parametrize("times", [1, 3])
def test_list_costs_five_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        _contact(area, f"Gemeente {number}")
    client = signed_in(interviewer)
    _list(client, area)
    with django_assert_num_queries(5):
        _list(client, area)


def test_new_party_is_added_and_named(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    response = signed_in(interviewer).post(f"/gebieden/{area.slug}/partijen/nieuw/", NEW, follow=True)
    assert "Waterschap Limburg is toegevoegd." in response.content.decode()
    assert area.organisations.get().kind == OrganisationKind.WATER_AUTHORITY


def test_adding_a_party_twice_says_so_and_keeps_the_text(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation("waterschap limburg", area=area)
    response = signed_in(interviewer).post(f"/gebieden/{area.slug}/partijen/nieuw/", NEW)
    assert response.status_code == 422
    assert "staat al bij de partijen van dit gebied" in response.content.decode()
    assert 'value="Waterschap Limburg"' in response.content.decode()


def test_organisation_known_elsewhere_is_linked_and_not_changed(area: Area, other_area: Area) -> None:
    known = make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, other_area)
    added = add_party(area=area, name="WATERSCHAP  limburg ", kind=OrganisationKind.COMPANY)
    assert (added.organisation, added.is_new) == (known, False)
    assert Organisation.objects.get().kind == OrganisationKind.WATER_AUTHORITY


def test_party_of_an_unknown_kind_is_refused(area: Area) -> None:
    with pytest.raises(Problem):
        add_party(area=area, name="Bond", kind="vereniging")


def test_everybody_who_is_signed_in_sees_all_areas_and_links_to_their_own(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    page = signed_in(interviewer).get("/gebieden/").content.decode()
    assert f'href="/gebieden/{area.slug}/"' in page
    assert other_area.name in page
    assert f'href="/gebieden/{other_area.slug}/"' not in page


@pytest.mark.parametrize("times", [1, 3])
def test_list_of_areas_costs_three_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        make_area(f"gebied-{number}")
    client = signed_in(interviewer)
    client.get("/gebieden/")
    with django_assert_num_queries(3):
        client.get("/gebieden/")


def test_list_of_areas_stands_by_number(interviewer: User, signed_in: SignedIn) -> None:
    for number in (3, 1, 2):
        make_area(f"gebied-{number}", number=number, name=f"Gebied {number}")
    page = signed_in(interviewer).get("/gebieden/").content.decode()
    assert page.index("Gebied 1</h3>") < page.index("Gebied 2</h3>") < page.index("Gebied 3</h3>")
