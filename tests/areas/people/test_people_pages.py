"""The pages on which somebody gets a role or a mandate, and the register."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.enums import Role
from areas.mandates.actions import give_mandate
from areas.mandates.enums import MandateLevel
from areas.models import Area, Mandate, Organisation, Person, UmbrellaMembership, User
from areas.parties.enums import OrganisationKind
from areas.people.queries import people_of
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_member, make_organisation

SignedIn = Callable[[User], Client]
DAY = date(2026, 3, 2)


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Gemeente Heuveldorp", area=area)


@pytest.fixture
def person(party: Organisation) -> Person:
    return Person.objects.create(organisation=party, role="Wethouder ruimte", email="ruimte@example.org")


def _form(**fields: Any) -> dict[str, Any]:
    return {"role": "Wethouder ruimte", "valid_from": "", "valid_until": "", "account": "", **fields}


def _terms(**fields: Any) -> dict[str, Any]:
    return {"level": "meepraten", "subject": "Water", "basis": "", "valid_from": "02-03-2026", **fields}


def _mandate(area: Area, person: Person, actor: User, **fields: Any) -> Mandate:
    values = {"level": MandateLevel.TALK, "subject": "Waterberging", "valid_from": DAY, **fields}
    return give_mandate(area=area, actor=actor, person=person, **values)


def test_form_gives_the_party_somebody_in_a_role(
    area: Area, party: Organisation, interviewer: User, signed_in: SignedIn
) -> None:
    address = reverse("person-new", args=[area.slug, party.pk])
    response = signed_in(interviewer).post(address, _form(valid_from="1 maart 2026", email="ruimte@example.org"))
    assert response["Location"] == reverse("party", args=[area.slug, party.pk])
    assert Person.objects.get().valid_from == date(2026, 3, 1)


def test_pressing_twice_adds_one_person(
    area: Area, party: Organisation, interviewer: User, signed_in: SignedIn
) -> None:
    client, address = signed_in(interviewer), reverse("person-new", args=[area.slug, party.pk])
    token = str(uuid7())
    assert [client.post(address, _form(token=token)).status_code for _ in range(2)] == [302, 302]
    assert Person.objects.count() == 1


def test_overlap_is_said_beside_the_first_day_and_nothing_typed_is_lost(
    area: Area, party: Organisation, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    response = signed_in(interviewer).post(
        reverse("person-new", args=[area.slug, party.pk]), _form(phone="043 1234567")
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "staat bij deze organisatie al in het portaal" in page
    assert "043 1234567" in page


@pytest.mark.parametrize("day", ["31-13-2022", "01-01-1899", "01-01-2100", "gisteren"])
def test_day_that_cannot_be_is_refused_kindly(
    area: Area, party: Organisation, interviewer: User, signed_in: SignedIn, day: str
) -> None:
    address = reverse("person-new", args=[area.slug, party.pk])
    response = signed_in(interviewer).post(address, _form(valid_from=day))
    assert response.status_code == 422
    assert "bijvoorbeeld 31-10-2022" in response.content.decode()


def test_account_of_another_area_is_no_choice(
    area: Area, party: Organisation, interviewer: User, stranger: User, signed_in: SignedIn
) -> None:
    address = reverse("person-new", args=[area.slug, party.pk])
    response = signed_in(interviewer).post(address, _form(account=str(stranger.pk)))
    assert response.status_code == 422
    assert "account van dit gebied" in response.content.decode()
    assert not Person.objects.exists()


def test_party_or_person_of_another_area_is_not_there(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    client = signed_in(interviewer)
    assert client.get(reverse("person-new", args=[area.slug, foreign.organisation_id])).status_code == 404
    assert client.get(reverse("person-edit", args=[area.slug, foreign.pk])).status_code == 404


def test_second_to_save_sees_what_the_first_saved(
    area: Area, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    client, address = signed_in(interviewer), reverse("person-edit", args=[area.slug, person.pk])
    client.post(address, _form(role="Wethouder water", version=1))
    response = client.post(address, _form(role="Wethouder natuur", version=1))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Wethouder water" in page
    assert "Wethouder natuur" in page
    assert client.post(address, _form(role="Wethouder natuur", version=2)).status_code == 302


def test_contact_data_is_shown_to_who_needs_it_alone(
    area: Area, person: Person, interviewer: User, participant: User, signed_in: SignedIn
) -> None:
    address = reverse("party", args=[area.slug, person.organisation_id])
    assert "ruimte@example.org" in signed_in(interviewer).get(address).content.decode()
    page = signed_in(participant).get(address).content.decode()
    assert "Wethouder ruimte" in page
    assert "ruimte@example.org" not in page


def test_former_roles_stand_apart(area: Area, person: Person) -> None:
    Person.objects.create(organisation=person.organisation, role="Secretaris", valid_until=DAY)
    people = people_of(person.organisation, area, DAY + timedelta(days=1))
    assert [[row.role for row in rows] for rows in (people.current, people.former)] == [
        ["Wethouder ruimte"],
        ["Secretaris"],
    ]


def test_account_of_another_area_is_not_named(area: Area, person: Person, stranger: User) -> None:
    Person.objects.update(user=stranger)
    assert people_of(person.organisation, area, timezone.localdate()).current[0].account == ""


@pytest.mark.parametrize("times", [1, 3])
def test_people_of_a_party_cost_three_queries(
    area: Area, party: Organisation, planner: User, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        member = make_member(Role.PARTICIPANT, area)
        person = Person.objects.create(organisation=party, role=f"Rol {number}", user=member)
        _mandate(area, person, planner)
    with django_assert_num_queries(3):
        assert len(people_of(party, area, DAY).current) == times


def test_mandate_is_given_and_shown_in_words(
    area: Area, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    client = signed_in(interviewer)
    response = client.post(reverse("mandate-new", args=[area.slug]), _terms(person=str(person.pk)))
    assert response["Location"] == reverse("mandates", args=[area.slug])
    page = client.get(response["Location"]).content.decode()
    assert "Mag meepraten" in page
    assert "Er geldt 1 mandaat" in page


def test_person_in_the_address_is_chosen_already(
    area: Area, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    page = signed_in(interviewer).get(reverse("mandate-new", args=[area.slug]), {"persoon": str(person.pk)})
    assert f'value="{person.pk}" selected' in page.content.decode()


def test_binding_without_basis_is_refused_beside_its_field(
    area: Area, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    data = _terms(person=str(person.pk), level="binden")
    response = signed_in(interviewer).post(reverse("mandate-new", args=[area.slug]), data)
    assert response.status_code == 422
    assert "Wie mag binden, doet dat op grond van iets" in response.content.decode()
    assert not Mandate.objects.exists()


def test_foreign_person_or_organisation_in_the_form_changes_nothing(
    area: Area, other_area: Area, person: Person, interviewer: User, signed_in: SignedIn
) -> None:
    foreign = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    client, address = signed_in(interviewer), reverse("mandate-new", args=[area.slug])
    organisation = {"person": str(person.pk), "organisation": str(foreign.organisation_id), "basis": "Brief"}
    for data in ({"person": str(foreign.pk)}, {"person": "geen id"}, organisation):
        assert client.post(address, _terms(**data)).status_code == 422
    assert not Mandate.objects.exists()


def test_page_says_that_the_umbrella_does_not_bind_its_member(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    member = make_organisation("Lid", OrganisationKind.COMPANY, area)
    UmbrellaMembership.objects.create(umbrella=person.organisation, member=member)
    _mandate(area, person, planner, organisation=member, basis="Statuten")
    page = signed_in(planner).get(reverse("mandates", args=[area.slug])).content.decode()
    assert "Via de koepel: bindt het lid niet" in page


def test_second_to_change_a_mandate_sees_what_the_first_saved(
    area: Area, person: Person, planner: User, signed_in: SignedIn
) -> None:
    address = reverse("mandate-edit", args=[area.slug, _mandate(area, person, planner).pk])
    client = signed_in(planner)
    client.post(address, _terms(subject="Eerste", version=1))
    response = client.post(address, _terms(subject="Tweede", version=1))
    assert response.status_code == 409
    assert "Eerste" in response.content.decode()
    assert Mandate.objects.get().subject == "Eerste"


def test_button_ends_a_mandate_today(area: Area, person: Person, planner: User, signed_in: SignedIn) -> None:
    mandate = _mandate(area, person, planner, valid_from=date(2020, 1, 1))
    signed_in(planner).post(reverse("mandate-edit", args=[area.slug, mandate.pk]), {"do": "einde", "version": "1"})
    assert Mandate.objects.get().valid_until == timezone.localdate()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"stand": "geldt"}, {"Loopt", "Eindigt"}),
        ({"stand": "loopt-af"}, {"Eindigt"}),
        ({"stand": "verlopen"}, {"Voorbij"}),
        ({"stand": "komt"}, {"Later"}),
        ({"mag": "binden"}, {"Loopt"}),
        ({"stand": "onzin", "mag": "onzin"}, {"Loopt", "Eindigt", "Voorbij", "Later"}),
    ],
)
def test_register_is_narrowed_by_state_and_level(
    area: Area, person: Person, planner: User, signed_in: SignedIn, query: dict[str, str], found: set[str]
) -> None:
    today, day = timezone.localdate(), timedelta(days=1)
    _mandate(area, person, planner, subject="Loopt", level="binden", basis="Besluit", valid_from=today)
    _mandate(area, person, planner, subject="Eindigt", valid_from=today - day, valid_until=today + 60 * day)
    _mandate(area, person, planner, subject="Voorbij", valid_from=today - 9 * day, valid_until=today - day)
    _mandate(area, person, planner, subject="Later", valid_from=today + day)
    page = signed_in(planner).get(reverse("mandates", args=[area.slug]), query).context["page"]
    assert {row.subject for row in page.object_list} == found


def test_mandate_of_another_area_is_not_in_the_register(
    area: Area, other_area: Area, planner: User, stranger: User, signed_in: SignedIn
) -> None:
    person = Person.objects.create(organisation=make_organisation(area=other_area), role="Wethouder")
    mandate = _mandate(other_area, person, stranger, subject="Elders")
    client = signed_in(planner)
    assert "Elders" not in client.get(reverse("mandates", args=[area.slug])).content.decode()
    assert client.get(reverse("mandate-edit", args=[area.slug, mandate.pk])).status_code == 404


def test_file_holds_no_formula(area: Area, person: Person, planner: User, signed_in: SignedIn) -> None:
    _mandate(area, person, planner, subject="=1+1")
    answer = signed_in(planner).get(reverse("mandate-export", args=[area.slug]))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    assert text.startswith("Wie;Organisatie van wie;Namens;Mag;")
    assert "'=1+1" in text


@pytest.mark.parametrize("times", [1, 3])
def test_register_costs_seven_queries(
    area: Area, planner: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    for number in range(times):
        person = Person.objects.create(organisation=make_organisation(area=area), role=f"Rol {number}")
        _mandate(area, person, planner, organisation=make_organisation(area=area), basis="Brief")
    client = signed_in(planner)
    client.get(reverse("mandates", args=[area.slug]))
    with django_assert_num_queries(7):
        client.get(reverse("mandates", args=[area.slug]))
