"""The practice environment: who one can be, and that it exists nowhere else."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from areas.access import active_memberships
from areas.accounts.actions.personas import ensure_personas
from areas.accounts.rules import PERSONAS
from areas.models import Area, Membership, User
from tests.factories import make_user

URL = "/oefenomgeving/"
KEYS = [persona.key for persona in PERSONAS]
SignIn = Callable[[User], Client]


@pytest.fixture
def people(area: Area, other_area: Area, settings: Any) -> dict[str, User]:
    settings.DEMO = True
    return ensure_personas()


def test_page_does_not_exist_outside_the_practice_environment(client: Client, area: Area, other_area: Area) -> None:
    ensure_personas()
    assert client.get(URL).status_code == 404
    assert client.post(URL, {"persona": "auditor"}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_page_has_a_button_per_persona_with_what_they_do(client: Client, people: dict[str, User]) -> None:
    html = client.get(URL).content.decode()
    for persona in PERSONAS:
        assert f'name="persona" value="{persona.key}"' in html
        assert persona.does in html


@pytest.mark.parametrize("key", KEYS)
def test_button_signs_in(client: Client, people: dict[str, User], key: str) -> None:
    assert client.post(URL, {"persona": key}).status_code == 302
    assert client.session["_auth_user_id"] == str(people[key].pk)


def test_button_changes_places_and_leaves_nothing_of_the_other(client: Client, people: dict[str, User]) -> None:
    client.post(URL, {"persona": "bestuurder"})
    session = client.session
    session["iets"] = "van de bestuurder"
    session.save()
    client.post(URL, {"persona": "auditor"})
    assert client.session["_auth_user_id"] == str(people["auditor"].pk)
    assert "iets" not in client.session


@pytest.mark.parametrize("persona", ["", "niemand", "bestuurder\x00"])
def test_unknown_persona_signs_nobody_in(client: Client, people: dict[str, User], persona: str) -> None:
    client.post(URL, {"persona": persona})
    assert client.session.get("_auth_user_id") in (None, str(people["bestuurder"].pk))


def test_real_user_cannot_be_chosen(client: Client, people: dict[str, User]) -> None:
    user = make_user(email="echt@example.org")
    for value in (user.email, str(user.pk), ""):
        assert client.post(URL, {"persona": value}).status_code == 422


@pytest.mark.parametrize(
    ("goal", "lands"), [("/gebieden/", "/gebieden/"), ("https://elders.example/", "/"), ("", "/")]
)
def test_one_lands_where_one_wanted_to_go_on_this_site(
    client: Client, people: dict[str, User], goal: str, lands: str
) -> None:
    assert client.post(URL, {"persona": "auditor", "next": goal})["Location"] == lands


def test_page_says_who_one_is_now(people: dict[str, User], signed_in: SignIn) -> None:
    assert "Dit bent u nu" in signed_in(people["auditor"]).get(URL).content.decode()


def test_making_the_people_again_changes_nothing(people: dict[str, User]) -> None:
    before = (User.objects.count(), Membership.objects.count())
    assert ensure_personas() == people
    assert (User.objects.count(), Membership.objects.count()) == before


@pytest.mark.parametrize("persona", PERSONAS, ids=KEYS)
def test_person_has_exactly_one_role(people: dict[str, User], persona: Any) -> None:
    held = active_memberships(people[persona.key])
    assert [(role.role, role.area.slug if role.area else "") for role in held] == [(persona.role, persona.area_slug)]


def test_practice_people_have_no_password(people: dict[str, User]) -> None:
    assert not any(user.has_usable_password() for user in people.values())
