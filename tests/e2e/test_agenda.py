"""The uitvoeringsagenda from an article to a difference of versions and back to a conversation, in a real browser."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User
from coalition.agreement.ambitions.actions import create_ambition
from coalition.agreement.articles.actions import add_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.models import Article
from deliverables.models import Measure
from tests.deliverables.agenda.factories import make_chapter, make_measure
from tests.e2e.axe import serious_findings
from tests.factories import make_conversation, make_organisation, make_statement

pytestmark = pytest.mark.django_db(transaction=True)

SAID = "Vasthouden begint bovenstrooms."


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    """Give an article that rests on a conversation, in an area with one measure already."""
    party = make_organisation("Waterschap Limburg", area=area)
    statement = make_statement(make_conversation(planner, area), party, position=SAID)
    ambition = create_ambition(area=area, actor=planner, title="Water eerst", text="Samen.", statements=[statement])
    chapter = open_agreement(area=area, actor=planner, title="Akkoord").chapters.get(number=3)
    make_chapter(area, "W", title="Water en bodem")
    make_measure(area, "W50", title="Aanleg berging", start=date(2028, 1, 3), end=date(2029, 6, 29), lead=party)
    return add_article(chapter=chapter, actor=planner, title="Beekdalen", text="Ruimte.", ambitions=[ambition])


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def freeze(page: Page, live_server: LiveServer, area: Area, reason: str) -> None:
    page.goto(live_server.url + reverse("agenda-version-new", args=[area.slug]))
    page.get_by_label(re.compile("^Waarom maakt u")).fill(reason)
    press(page, "Versie vastzetten")


def propose(page: Page) -> None:
    """Go from the article to a new measure with the water board in the lead, and accept it."""
    follow(page, "Stel een maatregel voor")
    page.get_by_label("Titel", exact=True).fill("Planuitwerking beekdal")
    page.get_by_label("Hoofdstuk").select_option(label="Water en bodem")
    page.get_by_label(re.compile("^Begin")).fill("4-1-2027")
    page.get_by_label(re.compile("^Eind")).fill("Q4 2027")
    page.get_by_label(re.compile("^Trekker")).select_option(label="Waterschap Limburg")
    press(page, "Maatregel voorstellen")
    expect(page.get_by_text("Q4 2027").first).to_be_visible()


@pytest.mark.usefixtures("complaints")
def test_measure_is_proposed_tied_moved_undone_frozen_and_led_back(
    article: Article, area: Area, planner: User, browse_as: Callable[[User], None], page: Page, live_server: LiveServer
) -> None:
    browse_as(planner)
    page.goto(live_server.url + reverse("article", args=[area.slug, article.pk]))
    propose(page)
    made = Measure.objects.get(title="Planuitwerking beekdal")
    assert made.code == "ZL-W51"
    here = live_server.url + made.get_absolute_url()

    page.goto(here + "stap/")
    page.get_by_label("Overnemen", exact=True).check()
    press(page, "Stap bewaren")
    follow(page, "Afhankelijkheid toevoegen")
    page.get_by_label("De andere maatregel wacht op deze").check()
    page.get_by_label(re.compile("^Welke andere maatregel")).fill("ZL-W50")
    page.get_by_label("Waarom wacht de een op de ander?").fill("Eerst het plan, dan de schop.")
    press(page, "Afhankelijkheid bewaren")
    expect(page.get_by_role("heading", name="wacht hierop")).to_be_visible()
    freeze(page, live_server, area, "Voor het overleg")

    page.goto(here + "verplaatsen/")
    page.get_by_label(re.compile("^Eind")).fill("Q2 2028")
    press(page, "Kijk wat er schuift")
    expect(page.get_by_role("heading", name="1 maatregel schuift mee")).to_be_visible()
    assert serious_findings(page) == []
    page.get_by_label("Waarom veranderen de datums?").fill("Het bodemonderzoek is later klaar.")
    press(page, "Schuif wat botst")
    assert Measure.objects.get(code="ZL-W50").start == date(2028, 7, 1)
    press(page, "Draai alles terug")
    assert Measure.objects.get(code="ZL-W50").start == date(2028, 1, 3)

    page.goto(here + "verplaatsen/")
    page.get_by_label(re.compile("^Eind")).fill("Q2 2028")
    press(page, "Kijk wat er schuift")
    page.get_by_label("Waarom veranderen de datums?").fill("Nu toch.")
    press(page, "Schuif wat botst")
    freeze(page, live_server, area, "Na het overleg")
    page.goto(live_server.url + reverse("agenda-version-difference", args=[area.slug, 2, 1]))
    expect(page.get_by_role("row", name="ZL-W50")).to_be_visible()

    page.goto(here)
    expect(page.get_by_text(SAID)).to_be_visible()
    follow(page, "Gouden draad")
    expect(page.get_by_text("Planuitwerking beekdal").first).to_be_visible()
    page.get_by_role("link", name="Waterschap Limburg").first.click()
    expect(page.get_by_text(SAID).first).to_be_visible()
