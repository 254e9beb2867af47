"""What is agreed at a bestuurlijk overleg, from the table to next year's successor and back, in a real browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User
from deliverables.board_meetings.models import BoardOutcome
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.board_meetings.factories import make_meeting
from tests.e2e.axe import serious_findings
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str | re.Pattern[str]) -> None:
    page.get_by_role("link", name=name).first.click()


def agree(page: Page, text: str) -> None:
    """Write down at the overleg that is open what the province will do, a week from now at the latest."""
    follow(page, re.compile("Afspraak vastleggen"))
    page.get_by_label("Wat is er afgesproken?").fill(text)
    page.get_by_label(re.compile("^Afspraak")).check()
    page.get_by_label("Trekker").select_option(label="Provincie Limburg")
    page.get_by_label(re.compile("^Uiterlijk op")).fill(f"{timezone.localdate() + timedelta(7):%d-%m-%Y}")
    page.locator("summary", has_text="Maatregelen").click()
    page.get_by_label(re.compile("ZL-W03")).check()
    press(page, "Afspraak vastleggen")
    expect(page.get_by_text(text).first).to_be_visible()


@pytest.mark.usefixtures("complaints")
def test_outcome_goes_from_the_table_to_its_successor_and_back(
    area: Area, planner: User, browse_as: Callable[[User], None], page: Page, live_server: LiveServer
) -> None:
    make_measure(area, "W03", title="Aanleg berging")
    make_organisation("Provincie Limburg", area=area)
    make_meeting(area, days=-20, name="BOL Zuid")
    make_meeting(area, days=300, name="BOL Zuid")
    browse_as(planner)
    page.goto(live_server.url + reverse("board-meetings", args=[area.slug]))
    page.locator("section", has=page.get_by_role("heading", name="Geweest")).get_by_role("link").click()
    follow(page, re.compile("^Wijzigen"))
    page.get_by_label("Provincie Limburg", exact=True).check()
    press(page, "Bewaren")
    agree(page, "De provincie levert de dekking.")

    page.goto(f"{live_server.url}/")
    follow(page, re.compile("^Stand melden"))
    page.get_by_label(re.compile("^Loopt")).check()
    press(page, "Stand melden")
    follow(page, re.compile("^Neem over"))
    assert serious_findings(page) == []
    press(page, "Overnemen")
    successor = BoardOutcome.objects.get(predecessor__isnull=False)
    expect(page.get_by_role("heading", level=1)).to_have_text(str(successor))
    follow(page, str(successor.predecessor))
    expect(page.get_by_text("Doorgeschoven").first).to_be_visible()
    assert serious_findings(page) == []
