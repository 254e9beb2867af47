"""Signing in with a password: what one learns, how often one may try, and which mails leave."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from areas.models import User
from novex_portal.toolkit.models import OutgoingMail
from tests.factories import make_user

SignIn = Callable[[User], Client]
PASSWORD = "dakgoot-pinda-7-zeilboot"
NEW = "fluitketel-9-zandloper"


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


@pytest.fixture
def user(db: None) -> User:
    user = make_user(email="bekend@example.org", password=PASSWORD)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


def _log_in(client: Client, email: str, password: str) -> Any:
    return client.post(reverse("account_login"), {"login": email, "password": password})


def _without_tokens(html: str) -> str:
    return re.sub(r'(value|csrf)="[^"]*"|"X-CSRFToken":"[^"]*"', "", html)


def test_signing_in_returns_to_the_page_asked_for(client: Client, user: User) -> None:
    form = {"login": "Bekend@example.org", "password": PASSWORD, "next": "/gebieden/"}
    assert client.post(reverse("account_login"), form)["Location"] == "/gebieden/"


def test_signing_in_never_leads_to_another_site(client: Client, user: User) -> None:
    form = {"login": user.email, "password": PASSWORD, "next": "https://elders.example/"}
    assert client.post(reverse("account_login"), form)["Location"] == "/"


def test_wrong_password_and_unknown_address_look_the_same(client: Client, user: User) -> None:
    known = _log_in(client, user.email, "fout-wachtwoord").content.decode()
    unknown = _log_in(client, "onbekend@example.org", "fout-wachtwoord").content.decode()
    assert _without_tokens(known) == _without_tokens(unknown)


def test_asking_a_new_password_tells_nothing(client: Client, user: User) -> None:
    answers = [
        client.post(reverse("account_reset_password"), {"email": email}, follow=True).content.decode()
        for email in (user.email, "onbekend@example.org")
    ]
    assert _without_tokens(answers[0]) == _without_tokens(answers[1])
    assert [mail.to for mail in OutgoingMail.objects.all()] == [user.email]


def test_sixth_wrong_password_is_refused_even_when_right(client: Client, user: User) -> None:
    for _ in range(5):
        _log_in(client, user.email, "fout-wachtwoord")
    assert "Wacht vijf minuten" in _log_in(client, user.email, PASSWORD).content.decode()


def test_wrong_passwords_of_one_do_not_lock_out_another(client: Client, user: User) -> None:
    for _ in range(6):
        _log_in(client, "ander@example.org", "fout-wachtwoord")
    assert _log_in(client, user.email, PASSWORD).status_code == 302


def test_a_whole_room_may_sign_in_from_one_address(user: User) -> None:
    statuses = {_log_in(Client(), user.email, PASSWORD).status_code for _ in range(31)}
    assert statuses == {302}


def test_signing_up_without_invitation_is_closed(client: Client, db: None) -> None:
    form = {"email": "nieuw@example.org", "password1": PASSWORD}
    assert "Alleen op uitnodiging" in client.post(reverse("account_signup"), form).content.decode()
    assert not User.objects.exists()


def test_reset_mail_goes_to_the_outbox_and_is_wiped_after_sending(client: Client, user: User) -> None:
    client.post(reverse("account_reset_password"), {"email": user.email})
    mail = OutgoingMail.objects.get()
    assert (mail.subject, mail.wipe_after_sending) == ("Kies een nieuw wachtwoord", True)


def test_link_in_the_mail_is_ours_whatever_host_was_asked(client: Client, user: User, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["kwaad.example"]
    client.post(reverse("account_reset_password"), {"email": user.email}, headers={"host": "kwaad.example"})
    text = OutgoingMail.objects.get().text
    assert "http://127.0.0.1:8000/accounts/password/reset/key/" in text
    assert "kwaad.example" not in text


def test_new_password_by_the_link_signs_out_everywhere(client: Client, user: User, signed_in: SignIn) -> None:
    elsewhere = signed_in(user)
    client.post(reverse("account_reset_password"), {"email": user.email})
    link = re.search(r"http://\S+(/accounts/\S+)", OutgoingMail.objects.get().text)
    assert link is not None
    form_page = client.get(link[1])["Location"]
    client.post(form_page, {"password1": NEW, "password2": NEW})
    assert elsewhere.get("/gebieden/").status_code == 302
    assert _log_in(client, user.email, NEW).status_code == 302


def test_change_of_password_is_mailed(user: User, signed_in: SignIn) -> None:
    form = {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW}
    signed_in(user).post(reverse("account_change_password"), form)
    assert OutgoingMail.objects.get().subject == "Uw wachtwoord is gewijzigd"


def test_changing_how_one_signs_in_asks_who_it_is_first(user: User, signed_in: SignIn) -> None:
    response = signed_in(user).get(reverse("mfa_activate_totp"))
    assert response["Location"].startswith(reverse("account_reauthenticate"))


def test_closed_account_cannot_sign_in(client: Client, user: User) -> None:
    User.objects.update(is_active=False)
    _log_in(client, user.email, PASSWORD)
    assert "_auth_user_id" not in client.session


PAGES = [
    "account_login", "account_logout", "account_signup", "account_reset_password", "account_reset_password_done",
    "account_email_verification_sent", "account_inactive", "account_reset_password_from_key_done",
    "account_change_password", "account_email", "account_reauthenticate", "mfa_index", "mfa_list_webauthn",
    "usersessions_list", "socialaccount_connections", "socialaccount_login_cancelled",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_account_pages_are_in_our_words_with_one_heading(user: User, signed_in: SignIn, name: str) -> None:
    client = Client() if "login" in name or "signup" in name else signed_in(user)
    html = client.get(reverse(name)).content.decode()
    assert html.count("<h1") == 1
    assert not re.search(r"\b(je|jij|jouw|Je|Jouw)\b", re.sub(r"<[^>]*>", " ", html))
    assert "placeholder=" not in html
