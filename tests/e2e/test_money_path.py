"""Money by hand: an estimate, who pays it, what it waits for, who bears more, what stands opposite, and what a table agreed on it."""

import re
from collections.abc import Callable

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User
from deliverables.board_meetings.models import BoardOutcome
from tests.deliverables.agenda.factories import make_condition, make_measure
from tests.deliverables.arrangement.factories import make_province
from tests.deliverables.board_meetings.factories import make_meeting
from tests.deliverables.money.factories import make_fund
from tests.e2e.axe import serious_findings
from tests.e2e.test_board_meetings import agree, follow, press
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db(transaction=True)

NITROGEN = "Ruimte voor stikstof"


def see(page: Page, words: str) -> None:
    expect(page.locator("main")).to_contain_text(words)


def estimate(page: Page) -> None:
    """What it costs, after three amounts that are none: each is said, and stays to be mended."""
    follow(page, re.compile("^Raming"))
    page.get_by_label("Prijspeil").fill("2026")
    page.get_by_label("Waarop gebaseerd?").fill("Schetsontwerp")
    for typed, message in (("9" * 30, "te groot"), ("22.000,000.5", "Vul een bedrag in"), ("-22", "nooit onder nul")):
        page.get_by_label("Raming in euro").fill(typed)
        press(page, "Raming vastleggen")
        expect(page.locator(".error-list")).to_contain_text(message)
        expect(page.get_by_label("Raming in euro")).to_have_value(typed)
    expect(page.get_by_label("Waarop gebaseerd?")).to_have_value("Schetsontwerp")
    page.get_by_label("Raming in euro").fill("22.000.000")
    press(page, "Raming vastleggen")
    see(page, "Nog geen bron bekend")


def contribute(page: Page, fund: str, amount: str, years: str, *, waits_for: str = "") -> None:
    """A contribution that somebody granted; years that do not add up are said, and stay to be mended."""
    follow(page, re.compile("^Bijdrage"))
    page.get_by_label("Fonds").select_option(label=fund)
    page.get_by_label("Wie betaalt?").select_option(label="Provincie Limburg")
    page.get_by_label("Bijdrage in euro").fill(amount)
    page.get_by_label("Hoe zeker is het?").select_option(label="Toegekend")
    page.get_by_label("Besluit van").fill("Provinciale Staten")
    page.get_by_label("Besloten op").fill("23-10-2026")
    if waits_for:
        page.get_by_label("Alleen als deze voorwaarde is vervuld").select_option(label=waits_for)
    page.get_by_label("Verdeling over jaren").fill("2028: 1.000.000")
    press(page, "Bijdrage toevoegen")
    expect(page.locator(".error-list")).to_contain_text("te weinig")
    expect(page.get_by_label("Verdeling over jaren")).to_have_value("2028: 1.000.000")
    page.get_by_label("Verdeling over jaren").fill(years)
    press(page, "Bijdrage toevoegen")
    see(page, f"uit {fund.partition(' (')[0]}")


def promise(page: Page, side: str, text: str, line: str) -> None:
    """What a side does, with the money it is; the link beside it says which side."""
    page.get_by_role("region", name=side).get_by_role("link", name="Toezegging toevoegen").click()
    page.get_by_label("Wat doet zij?").fill(text)
    page.get_by_label("Soort").select_option(label="Geld")
    page.locator("summary", has_text="Bijdragen uit de investeringsagenda").click()
    page.get_by_label(re.compile(line)).check()
    press(page, "Toezegging toevoegen")
    see(page, text)


@pytest.mark.timeout(60)
def test_money_goes_from_an_estimate_to_the_successor_of_what_was_agreed_on_it(
    area: Area,
    planner: User,
    browse_as: Callable[[User], None],
    page: Page,
    live_server: LiveServer,
    complaints: list[str],
) -> None:
    measure = make_measure(area, "W03", title="Aanleg berging")
    make_province(area)
    make_organisation("Provincie Limburg", area=area)
    make_condition(area, title=NITROGEN)
    make_fund(None, "SPUK beekdalherstel", created_by=planner)
    make_fund(area, "Provinciale begroting", side="regio", instrument="begroting", created_by=planner)
    make_meeting(area, days=-20, name="BOL Zuid")
    make_meeting(area, days=300, name="BOL Zuid")
    browse_as(planner)

    page.goto(live_server.url + reverse("measure-money", args=[area.slug, measure.pk]))
    estimate(page)
    contribute(page, "SPUK beekdalherstel (Rijk)", "12.000.000", "2028-2030")
    contribute(page, "Provinciale begroting (Regio)", "10.000.000", "2028: 10.000.000", waits_for=NITROGEN)
    see(page, "Voorwaarde niet vervuld")
    assert len(complaints) == 5  # a form that is refused is answered with 422, which a browser tells in its console
    complaints.clear()

    page.goto(live_server.url + reverse("investments", args=[area.slug]))
    see(page, "€ 12 miljoen is hard, € 10 miljoen nog niet")
    see(page, f"wacht op {NITROGEN}")
    balance = page.get_by_role("region", name="Balans tussen Rijk en regio")
    expect(balance).to_contain_text("Rijk draagt meer")
    expect(balance).to_contain_text("aandeel Rijk 54,5%: evenredig")
    assert serious_findings(page) == []

    page.goto(live_server.url + reverse("arrangement-agreement-new", args=[area.slug]))
    page.get_by_label("Onderwerp").fill("Water in het beekdal")
    page.get_by_label(re.compile("^Inspanning")).check()
    press(page, "Afspraak toevoegen")
    promise(page, "Het Rijk doet", "Betaalt de berging mee.", "SPUK beekdalherstel")
    see(page, "Eenzijdig Rijk")
    promise(page, "De regio doet", "Legt er evenveel naast.", "Provinciale begroting")
    see(page, "Wederkerig")
    assert serious_findings(page) == []

    page.goto(live_server.url + reverse("board-meetings", args=[area.slug]))
    page.locator("section", has=page.get_by_role("heading", name="Geweest")).get_by_role("link").click()
    agree(page, "Rijk en regio leveren samen de dekking.")
    page.goto(live_server.url + reverse("board-outcome", args=[area.slug, BoardOutcome.objects.get().pk]))
    follow(page, re.compile("^Neem over"))
    press(page, "Overnemen")
    successor = BoardOutcome.objects.get(predecessor__isnull=False)
    expect(page.get_by_role("heading", level=1)).to_have_text(str(successor))
    see(page, str(successor.predecessor))
