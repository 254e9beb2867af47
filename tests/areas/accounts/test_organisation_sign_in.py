"""Signing in with the account of one's own organisation: only for who was invited, or connected it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client

from areas.accounts.actions.invitations import give_role
from areas.enums import Role
from areas.models import Area, Membership, User
from tests.factories import make_user
from tests.oidc import Provider, running_provider, sign_in_at

SignIn = Callable[[User], Client]


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    with running_provider() as running:
        app = {
            "provider_id": "organisatie",
            "name": "Rijksorganisatie",
            "client_id": "portaal",
            "secret": "geheim",
            "settings": {"server_url": running.url, "oauth_pkce_enabled": True},
        }
        settings.OIDC_NAME, settings.OIDC_SERVER_URL = "Rijksorganisatie", running.url
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": [app]}}
        yield running


def _link(area: Area, email: str = "nieuw@example.org") -> str:
    return give_role(email=email, role=Role.EXECUTIVE, area=area).link.partition("8000")[2]


def test_stranger_gets_no_account(client: Client, db: None, provider: Provider) -> None:
    response = sign_in_at(provider, client, sub="1", email="vreemde@example.org")
    assert "Alleen op uitnodiging" in response.content.decode()
    assert not User.objects.exists()


def test_known_address_alone_opens_no_account(client: Client, db: None, provider: Provider) -> None:
    make_user(email="bekend@example.org")
    sign_in_at(provider, client, sub="1", email="bekend@example.org", email_verified="true")
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_invitation_page_offers_the_organisation(client: Client, area: Area, provider: Provider) -> None:
    assert "Inloggen met Rijksorganisatie" in client.get(_link(area)).content.decode()


def test_who_was_invited_gets_an_account_for_the_invited_address(
    client: Client, area: Area, provider: Provider
) -> None:
    client.get(_link(area))
    sign_in_at(provider, client, sub="1", email="anders@example.org")
    user = User.objects.get()
    assert (user.email, user.has_usable_password()) == ("nieuw@example.org", False)
    assert Membership.objects.filter(user=user, area=area, role=Role.EXECUTIVE).exists()
    assert client.session["_auth_user_id"] == str(user.pk)


def test_connected_account_signs_in_again(client: Client, area: Area, provider: Provider) -> None:
    client.get(_link(area))
    sign_in_at(provider, client, sub="1", email="anders@example.org")
    again = Client()
    sign_in_at(provider, again, sub="1", email="anders@example.org")
    assert again.session["_auth_user_id"] == str(User.objects.get().pk)


def test_invitation_does_not_take_over_an_existing_account(client: Client, area: Area, provider: Provider) -> None:
    path = _link(area)
    client.get(path)
    make_user(email="nieuw@example.org")
    response = sign_in_at(provider, client, sub="1", email="nieuw@example.org")
    assert response["Location"] == path
    assert not SocialAccount.objects.exists()


def test_member_connects_an_account_after_signing_in(executive: User, provider: Provider, signed_in: SignIn) -> None:
    sign_in_at(provider, signed_in(executive), "connect", sub="7", email="anders@example.org")
    assert SocialAccount.objects.get().user == executive


def test_answer_without_our_pkce_proof_is_refused(client: Client, area: Area, provider: Provider) -> None:
    client.get(_link(area))
    sign_in_at(provider, client, sub="1", email="anders@example.org")
    provider.challenge = "iets anders"
    assert provider.answer_token({"code_verifier": "geraden"}) is None


def test_without_a_provider_nothing_is_offered(client: Client, area: Area) -> None:
    assert "Inloggen met" not in client.get(_link(area)).content.decode()
    assert client.get("/accounts/oidc/organisatie/login/").status_code == 404
