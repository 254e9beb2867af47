"""How long somebody stays signed in."""

import time
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from areas.accounts.actions.memberships import end_sessions
from areas.accounts.middleware import SEEN_AT, SIGNED_IN_AT, is_over
from areas.models import User
from tests.factories import make_user

SignIn = Callable[[User], Client]
MINUTE = 60
HOUR = 60 * MINUTE
PASSWORD = "dakgoot-pinda-7-zeilboot"


def _set(client: Client, **stamps: float) -> None:
    session = client.session
    session.update(stamps)
    session.save()


@pytest.mark.parametrize(
    ("age", "quiet", "over"),
    [
        (0, 0, False),
        (HOUR, 29 * MINUTE, False),
        (HOUR, 30 * MINUTE, True),
        (12 * HOUR - 1, 0, False),
        (12 * HOUR, 0, True),
    ],
)
def test_session_ends_by_silence_or_age(age: int, quiet: int, over: bool) -> None:
    now = 1_800_000_000.0
    assert is_over(now - age, now - quiet, now) is over


def test_quiet_session_asks_to_sign_in_and_comes_back(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    _set(client, **{SEEN_AT: time.time() - 31 * MINUTE})
    response = client.get("/gebieden/?q=water")
    assert response["Location"] == "/accounts/login/?next=/gebieden/%3Fq%3Dwater"


def test_ended_session_says_why(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    _set(client, **{SEEN_AT: time.time() - 31 * MINUTE})
    assert "U deed een tijd niets" in client.get("/gebieden/", follow=True).content.decode()


def test_old_session_ends_however_busy(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    _set(client, **{SIGNED_IN_AT: time.time() - 13 * HOUR})
    assert client.get("/gebieden/").status_code == 302


def test_being_there_keeps_the_session(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    _set(client, **{SEEN_AT: time.time() - 29 * MINUTE})
    client.get("/gebieden/")
    assert time.time() - client.session[SEEN_AT] < MINUTE


def test_script_that_asks_by_itself_does_not_keep_the_session(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    last = time.time() - 20 * MINUTE
    _set(client, **{SEEN_AT: last})
    client.get(reverse("session-state"))
    assert client.session[SEEN_AT] == last


def test_busy_session_is_not_written_at_every_request(db: None, signed_in: SignIn) -> None:
    client = signed_in(make_user())
    before = client.session[SEEN_AT]
    client.get("/over/")
    assert client.session[SEEN_AT] == before


def test_visitor_gets_no_session(client: Client, db: None) -> None:
    client.get("/over/")
    assert "sessionid" not in client.cookies


def test_signing_in_starts_both_clocks(client: Client, db: None) -> None:
    user = make_user(password=PASSWORD)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert client.session[SIGNED_IN_AT] == client.session[SEEN_AT] == pytest.approx(time.time(), abs=5)


def test_new_password_ends_the_other_sessions(db: None, signed_in: SignIn) -> None:
    user = make_user(password=PASSWORD)
    here, elsewhere = signed_in(user), signed_in(user)
    form = {"oldpassword": PASSWORD, "password1": "fluitketel-9-zandloper", "password2": "fluitketel-9-zandloper"}
    here.post(reverse("account_change_password"), form)
    assert here.get("/gebieden/").status_code == 200
    assert elsewhere.get("/gebieden/").status_code == 302


def test_ending_sessions_ends_them_all(db: None, signed_in: SignIn) -> None:
    user = make_user()
    client = signed_in(user)
    end_sessions(user=user)
    assert client.get("/gebieden/").status_code == 302


def test_signing_out_empties_the_browser(db: None, signed_in: SignIn) -> None:
    response = signed_in(make_user()).post(reverse("account_logout"))
    assert response["Clear-Site-Data"] == '"cache", "storage"'
