"""Accounts in a real browser: from an invitation to a second factor, and the practice door."""

import re

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.accounts.actions.invitations import give_role, invite
from areas.accounts.actions.personas import ensure_personas
from areas.enums import Role
from areas.models import Membership
from tests.e2e.axe import serious_findings
from tests.factories import make_area, make_member

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "dakgoot-pinda-7-zeilboot"
PHONE = {"width": 360, "height": 780}


def _link(role: str = Role.INTERVIEWER) -> str:
    given = give_role(email="nieuw@example.org", role=role, area=make_area())
    return "/uitnodiging/" + given.link.partition("/uitnodiging/")[2]


def _findings(page: Page) -> list[str]:
    """Serious findings wide and narrow, and whether the page scrolls sideways on a phone."""
    found = serious_findings(page)
    page.set_viewport_size(PHONE)
    if page.evaluate("document.documentElement.scrollWidth") > PHONE["width"]:
        found.append(f"{page.url} scrolls sideways")
    return found + serious_findings(page)


def test_invited_interviewer_comes_in_with_a_password_and_a_code(
    page: Page, live_server: LiveServer, complaints: list[str]
) -> None:
    page.goto(live_server.url + _link())
    page.get_by_label("Functie of naam").fill("Beleidsmedewerker water")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Account maken en inloggen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inloggen in twee stappen")
    page.get_by_role("link", name="App instellen").click()
    secret = page.locator("code").inner_text()
    _before, counter, _after = yield_hotp_counters_from_time()
    page.get_by_label("Code", exact=True).fill(format_hotp_value(hotp_value(secret, counter)))
    page.get_by_role("button", name="App koppelen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Herstelcodes")
    page.goto(live_server.url + "/gebieden/zuid-limburg/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Zuid Limburg")


def test_easy_password_is_explained_beside_the_field(page: Page, live_server: LiveServer) -> None:
    page.goto(live_server.url + _link())
    page.get_by_label("Functie of naam").fill("Beleidsmedewerker water")
    page.get_by_label("Wachtwoord").fill("Welkom2026!!")
    page.get_by_role("button", name="Account maken en inloggen").click()
    expect(page.get_by_role("heading", name="Er is 1 fout gevonden")).to_be_focused()
    expect(page).to_have_title(re.compile("^Fout: "))
    expect(page.get_by_label("Functie of naam")).to_have_value("Beleidsmedewerker water")


def test_invitation_page_is_accessible(page: Page, live_server: LiveServer, complaints: list[str]) -> None:
    page.goto(live_server.url + _link())
    assert _findings(page) == []


@pytest.mark.parametrize(
    "path",
    ["", "uitnodigen/"],
)
def test_members_pages_are_accessible(
    page: Page, live_server: LiveServer, browse_as, complaints: list[str], path: str
) -> None:
    admin = make_member(Role.AREA_ADMIN)
    invite(area=make_area(), actor=admin, email="gast@example.org", role=Role.PARTICIPANT)
    browse_as(admin)
    page.goto(f"{live_server.url}/gebieden/zuid-limburg/leden/{path}")
    assert _findings(page) == []


@pytest.mark.parametrize("path", ["email/", "password/change/", "2fa/", "2fa/webauthn/", "sessions/"])
def test_account_pages_are_accessible(
    page: Page, live_server: LiveServer, browse_as, complaints: list[str], path: str
) -> None:
    browse_as(make_member(Role.EXECUTIVE))
    page.goto(f"{live_server.url}/accounts/{path}")
    assert _findings(page) == []


def test_membership_ends_after_a_question(page: Page, live_server: LiveServer, browse_as) -> None:
    admin, guest = make_member(Role.AREA_ADMIN), make_member(Role.PARTICIPANT, name="Deelnemer, waterschap")
    browse_as(admin)
    page.goto(f"{live_server.url}/gebieden/zuid-limburg/leden/")
    page.get_by_role("link", name="Beëindig het lidmaatschap van Deelnemer, waterschap").click()
    page.get_by_role("button", name="Lidmaatschap beëindigen").click()
    expect(page.get_by_text("Deelnemer, waterschap is geen lid meer in deze rol.")).to_be_visible()
    assert Membership.objects.get(user=guest).ended_at is not None


def test_practice_door_opens_without_javascript(new_context, live_server: LiveServer, settings) -> None:
    settings.DEMO = True
    make_area("de-peel")
    make_area()
    ensure_personas()
    page = new_context(java_script_enabled=False).new_page()
    page.goto(live_server.url + "/oefenomgeving/")
    page.get_by_role("button", name="Inloggen als Regieteam NOVEX").click()
    expect(page.get_by_role("link", name="Regieteam NOVEX")).to_be_visible()


def test_practice_door_is_accessible(page: Page, live_server: LiveServer, settings, complaints: list[str]) -> None:
    settings.DEMO = True
    page.goto(live_server.url + "/oefenomgeving/")
    assert _findings(page) == []
