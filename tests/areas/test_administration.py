"""The technical administration: off, behind the portal's own sign-in, and without any content."""

import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client, modify_settings
from django.urls import clear_url_caches

from areas.models import User
from tests.factories import make_user

SignIn = Callable[[User], Client]


@pytest.fixture
def switched_on(settings: Any) -> Iterator[None]:
    with modify_settings(INSTALLED_APPS={"append": "django.contrib.admin.apps.SimpleAdminConfig"}):
        settings.ROOT_URLCONF = "tests.administration_urls"
        clear_url_caches()
        yield
    sys.modules.pop("tests.administration_urls", None)


def test_it_is_off(client: Client, db: None) -> None:
    assert client.get("/beheer/").status_code == 404


def test_it_asks_to_sign_in_at_the_portal(client: Client, db: None, switched_on: None) -> None:
    assert client.get("/beheer/login/")["Location"].startswith("/accounts/login/")
    assert client.get("/beheer/", follow=True).redirect_chain[-1][0].startswith("/accounts/login/")


def test_it_refuses_who_is_no_administrator(admin: User, signed_in: SignIn, switched_on: None) -> None:
    assert signed_in(admin).get("/beheer/login/").status_code == 403
    assert signed_in(admin).get("/beheer/areas/user/").status_code == 302


def test_it_holds_accounts_and_areas_and_nothing_else(switched_on: None) -> None:
    from areas.admin import administration

    assert {model._meta.label for model in administration._registry} == {
        "areas.Area",
        "areas.Membership",
        "areas.Organisation",
        "areas.Province",
        "areas.User",
    }


@pytest.mark.parametrize("page", ["user/", "membership/", "area/", "province/", "organisation/"])
def test_administrator_sees_the_lists(db: None, signed_in: SignIn, switched_on: None, page: str) -> None:
    boss = make_user(is_staff=True, is_superuser=True)
    assert signed_in(boss).get(f"/beheer/areas/{page}").status_code == 200


@pytest.mark.parametrize("page", ["user/add/", "membership/add/"])
def test_administrator_gives_no_accounts_or_roles_there(
    db: None, signed_in: SignIn, switched_on: None, page: str
) -> None:
    boss = make_user(is_staff=True, is_superuser=True)
    assert signed_in(boss).get(f"/beheer/areas/{page}").status_code == 403
