"""Who must have a second factor, and how it is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    SECRET_SESSION_KEY,
    TOTP,
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import reverse

from areas.accounts.middleware import HAS_SECOND_FACTOR
from areas.enums import Role
from areas.models import Area, User
from tests.factories import make_member, make_user

SignIn = Callable[[User], Client]
SECRET = "JBSWY3DPEHPK3PXP"
PASSWORD = "dakgoot-pinda-7-zeilboot"


def _without(client: Client) -> Client:
    """The client as it is right after the password."""
    session = client.session
    del session[HAS_SECOND_FACTOR]
    session.save()
    return client


def _code() -> str:
    _before, counter, _after = yield_hotp_counters_from_time()
    return format_hotp_value(hotp_value(SECRET, counter))


def _with_password(user: User) -> User:
    user.set_password(PASSWORD)
    user.save()
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.mark.parametrize("path", ["/", "/gebieden/", "/gebieden/zuid-limburg/", "/overzicht/", "/accounts/sessions/"])
def test_interviewer_without_one_is_kept_at_enrolment(interviewer: User, signed_in: SignIn, path: str) -> None:
    response = _without(signed_in(interviewer)).get(path)
    assert (response.status_code, response["Location"]) == (302, "/accounts/2fa/")


def test_post_without_one_changes_nothing(area: Area, admin: User, interviewer: User, signed_in: SignIn) -> None:
    held = interviewer.memberships.get()
    _without(signed_in(admin)).post(reverse("membership-end", args=[area.slug, held.pk]))
    held.refresh_from_db()
    assert held.ended_at is None


@pytest.mark.parametrize("path", ["/over/", "/hulp/", "/accounts/2fa/", "/.well-known/security.txt"])
def test_enrolment_and_public_pages_stay_open(interviewer: User, signed_in: SignIn, path: str) -> None:
    assert _without(signed_in(interviewer)).get(path).status_code == 200


def test_one_may_sign_out_without_one(interviewer: User, signed_in: SignIn) -> None:
    client = _without(signed_in(interviewer))
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_executive_needs_none(executive: User, signed_in: SignIn) -> None:
    assert _without(signed_in(executive)).get("/gebieden/").status_code == 200


def test_technical_administrator_needs_one(db: None, signed_in: SignIn) -> None:
    assert _without(signed_in(make_user(is_staff=True))).get("/gebieden/").status_code == 302


def test_practice_environment_asks_for_none(interviewer: User, signed_in: SignIn, settings: Any) -> None:
    settings.DEMO = True
    assert _without(signed_in(interviewer)).get("/gebieden/").status_code == 200


def test_who_has_one_goes_on(interviewer: User, signed_in: SignIn) -> None:
    TOTP.activate(interviewer, SECRET)
    assert _without(signed_in(interviewer)).get("/gebieden/").status_code == 200


@pytest.mark.django_db(transaction=True)
def test_enrolling_opens_the_portal_here_and_ends_other_sessions(client: Client, signed_in: SignIn) -> None:
    user = _with_password(make_member(Role.INTERVIEWER))
    elsewhere = signed_in(user)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    client.get(reverse("mfa_activate_totp"))
    session = client.session
    session[SECRET_SESSION_KEY] = SECRET
    session.save()
    client.post(reverse("mfa_activate_totp"), {"code": _code()})
    assert client.get("/gebieden/").status_code == 200
    assert elsewhere.get("/gebieden/").status_code == 302


def test_password_alone_does_not_sign_in_who_has_one(client: Client, interviewer: User) -> None:
    TOTP.activate(_with_password(interviewer), SECRET)
    response = client.post(reverse("account_login"), {"login": interviewer.email, "password": PASSWORD})
    assert response["Location"] == reverse("mfa_authenticate")
    assert client.get("/gebieden/").status_code == 302


def test_password_and_code_sign_in(client: Client, interviewer: User) -> None:
    TOTP.activate(_with_password(interviewer), SECRET)
    client.post(reverse("account_login"), {"login": interviewer.email, "password": PASSWORD})
    client.post(reverse("mfa_authenticate"), {"code": _code()})
    assert client.get("/gebieden/").status_code == 200


def test_secret_is_encrypted_in_the_database(interviewer: User) -> None:
    TOTP.activate(interviewer, SECRET)
    kept = Authenticator.objects.get(user=interviewer).data["secret"]
    assert SECRET not in kept
    assert get_adapter().decrypt(kept) == SECRET


def test_older_key_still_decrypts(settings: Any) -> None:
    kept = get_adapter().encrypt(SECRET)
    settings.FIELD_KEY_FALLBACKS = [settings.FIELD_KEY]
    settings.FIELD_KEY = Fernet.generate_key().decode()
    assert get_adapter().decrypt(kept) == SECRET


def test_other_key_says_what_is_wrong(settings: Any) -> None:
    kept = get_adapter().encrypt(SECRET)
    settings.FIELD_KEY = Fernet.generate_key().decode()
    with pytest.raises(ImproperlyConfigured, match="PORTAL_FIELD_KEY"):
        get_adapter().decrypt(kept)


def test_last_one_cannot_be_dropped_by_who_needs_it(interviewer: User) -> None:
    assert not get_adapter().can_delete_authenticator(TOTP.activate(interviewer, SECRET).instance)


def test_who_needs_none_may_drop_it(executive: User) -> None:
    assert get_adapter().can_delete_authenticator(TOTP.activate(executive, SECRET).instance)
