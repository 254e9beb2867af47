"""The parties of an area: the list and adding one."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from areas.enums import Role
from areas.models import Area, AreaOrganisation, Organisation, Person, UmbrellaMembership, User
from areas.parties.actions import add_party
from areas.parties.enums import OrganisationKind
from coalition.models import PartyContact
from novex_portal.toolkit.problems import Problem
from tests.factories import DAY, make_area, make_member, make_organisation

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


@pytest.mark.parametrize("page", ["", "partijen/"])
def test_executive_finds_their_own_organisation(page: str, area: Area, signed_in: SignedIn) -> None:
    own = make_organisation("Gemeente Heuveldorp", area=area)
    executive = make_member(Role.EXECUTIVE, area, own)
    text = signed_in(executive).get(f"/gebieden/{area.slug}/{page}").content.decode()
    assert f'href="/gebieden/{area.slug}/partijen/{own.pk}/"' in text
    assert "Uw organisatie" in text


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
    assert "1 partij gevonden: 1 van de overheid en 0 uit de samenleving." in page
    assert "Bond van boeren" not in page


def test_filter_on_an_unknown_kind_filters_nothing(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation("Gemeente Heuveldorp", area=area)
    assert "Gemeente Heuveldorp" in _list(signed_in(interviewer), area, "?soort=onzin")


def test_parties_stand_by_kind_and_then_by_name(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    for name, kind in (("Zorgclub", "maatschappelijk"), ("aardappelbond", "maatschappelijk"), ("Rijk", "rijk")):
        make_organisation(name, kind, area)
    page = _list(signed_in(interviewer), area)
    assert page.index("Rijk</a>") < page.index("aardappelbond") < page.index("Zorgclub")


@pytest.mark.parametrize("times", [1, 3])
def test_list_costs_seven_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        _contact(area, f"Gemeente {number}")
    client = signed_in(interviewer)
    _list(client, area)
    with django_assert_num_queries(7):  # user, memberships, area, umbrellas to choose, sides, parties, their umbrellas
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


def test_organisation_known_elsewhere_is_linked_and_not_changed(
    area: Area, other_area: Area, interviewer: User
) -> None:
    known = make_organisation("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, other_area)
    added = add_party(area=area, actor=interviewer, name="WATERSCHAP  limburg ", kind=OrganisationKind.COMPANY)
    assert (added.organisation, added.is_new) == (known, False)
    assert Organisation.objects.get().kind == OrganisationKind.WATER_AUTHORITY


def test_party_of_an_unknown_kind_is_refused(area: Area, interviewer: User) -> None:
    with pytest.raises(Problem):
        add_party(area=area, actor=interviewer, name="Bond", kind="vereniging")


def _order(page: str, *names: str) -> bool:
    places = [page.index(f"{name}</a>") for name in names]
    return places == sorted(places)


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("naam", ("Appel", "Bond", "Club")),
        ("naam-af", ("Club", "Bond", "Appel")),
        ("gesproken", ("Bond", "Club", "Appel")),
        ("gesproken-af", ("Appel", "Club", "Bond")),
    ],
)
def test_list_stands_in_the_order_asked_for(
    area: Area, interviewer: User, signed_in: SignedIn, order: str, names: tuple[str, ...]
) -> None:
    parties = {name: make_organisation(name, area=area) for name in ("Club", "Appel", "Bond")}
    for name, days in (("Appel", 0), ("Club", 30)):
        day = DAY - timedelta(days=days)
        PartyContact.objects.create(area=area, organisation=parties[name], conversation_count=1, last_held_on=day)
    assert _order(_list(signed_in(interviewer), area, f"?volgorde={order}"), *names)


def test_sorted_column_says_so(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation(area=area)
    page = _list(signed_in(interviewer), area, "?volgorde=naam-af")
    assert page.count('aria-sort="descending"') == 1
    assert page.count('aria-sort="none"') == 1


def test_order_by_contact_is_not_for_who_may_not_see_contact(
    area: Area, participant: User, signed_in: SignedIn
) -> None:
    make_organisation("Appel", "bedrijf", area)
    silent = make_organisation("Zuil", "rijk", area)
    PartyContact.objects.create(area=area, organisation=silent, conversation_count=1, last_held_on=DAY)
    client = signed_in(participant)
    assert _order(_list(client, area, "?volgorde=gesproken"), "Zuil", "Appel")
    assert "Appel" in _list(client, area, "?niet_gesproken=on")
    assert "Zuil" in _list(client, area, "?niet_gesproken=on")


def test_filter_on_side_umbrella_and_silence(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    umbrella = make_organisation("Koepel", OrganisationKind.CIVIL_SOCIETY, area)
    member = make_organisation("Bond", OrganisationKind.CIVIL_SOCIETY, area)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=member)
    _contact(area, "Gemeente Heuveldorp")
    client = signed_in(interviewer)
    assert "2 partijen gevonden: 0 van de overheid" in _list(client, area, "?zijde=samenleving")
    assert "1 partij gevonden" in _list(client, area, f"?koepel={umbrella.pk}")
    assert "2 partijen gevonden: 0 van de overheid" in _list(client, area, "?niet_gesproken=on")


def test_umbrella_stands_in_the_row_of_its_member(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    umbrella = make_organisation("Koepel van bonden", area=area)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=make_organisation("Bond", area=area))
    page = _list(signed_in(interviewer), area, "?naam=Bond&soort=gemeente")
    assert '<td role="cell" class="rest" data-label="Lid van">Koepel van bonden</td>' in page


def test_merged_organisation_is_in_no_list(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    kept, gone = make_organisation("Blijft", area=area), make_organisation("Opgegaan", area=area)
    Organisation.objects.filter(pk=gone.pk).update(merged_into=kept)
    assert "Opgegaan" not in _list(signed_in(interviewer), area)


@pytest.mark.parametrize("query", ["?naam=%00", "?koepel=x", "?page=999", "?volgorde=%27", "?zijde=a&soort=b"])
def test_bad_input_filters_nothing(area: Area, interviewer: User, signed_in: SignedIn, query: str) -> None:
    make_organisation("Gemeente Heuveldorp", area=area)
    assert "Gemeente Heuveldorp" in _list(signed_in(interviewer), area, query)


def _csv(client: Client, area: Area, query: str = "") -> str:
    answer = client.get(f"/gebieden/{area.slug}/partijen/bestand/csv/{query}")
    return b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]


def test_file_has_what_the_list_has(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    _contact(area, "Gemeente Heuveldorp")
    AreaOrganisation.objects.update(notes="Belt liever.")
    lines = _csv(signed_in(interviewer), area).splitlines()
    assert lines[1] == "Gemeente Heuveldorp;Gemeente;Overheid;;;Belt liever.;4;02-03-2026"


def test_file_for_a_participant_has_neither_notes_nor_contact(
    area: Area, participant: User, signed_in: SignedIn
) -> None:
    _contact(area, "Gemeente Heuveldorp")
    AreaOrganisation.objects.update(notes="Belt liever.")
    assert _csv(signed_in(participant), area).splitlines()[1] == "Gemeente Heuveldorp;Gemeente;Overheid;;"


def test_file_follows_the_filter(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation("Gemeente Heuveldorp", area=area)
    make_organisation("Bond", OrganisationKind.COMPANY, area)
    assert len(_csv(signed_in(interviewer), area, "?soort=bedrijf").splitlines()) == 2


def test_name_in_a_file_is_no_formula(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    make_organisation("=1+1", area=area)
    assert _csv(signed_in(interviewer), area).splitlines()[1].startswith("'=1+1;")


def _sheets(client: Client, area: Area) -> dict[str, list[tuple[object, ...]]]:
    answer = client.get(f"/gebieden/{area.slug}/partijen/bestand/xlsx/")
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))  # type: ignore[attr-defined]
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_persons_are_in_the_workbook_of_who_may_see_contact_data(
    area: Area, interviewer: User, participant: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Waterschap", area=area)
    Person.objects.create(organisation=party, role="Dijkgraaf", email="dijkgraaf@example.org")
    sheets = _sheets(signed_in(interviewer), area)
    assert sheets["Personen"][1][:3] == ("Dijkgraaf", None, "Waterschap")
    assert list(_sheets(signed_in(participant), area)) == ["Partijen"]


def test_file_of_another_kind_is_not_there(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    assert signed_in(interviewer).get(f"/gebieden/{area.slug}/partijen/bestand/pdf/").status_code == 404


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
