"""From statement to article to frozen version, in a real browser."""

from collections.abc import Callable
from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.actions import create_ambition
from coalition.agreement.articles.actions import add_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rendering import render_version
from coalition.conversations.recording.enums import Confidentiality
from coalition.conversations.statements.enums import Stance
from coalition.models import Agreement, Ambition, Article
from tests.e2e.axe import serious_findings
from tests.factories import make_challenge, make_conversation, make_organisation, make_statement

pytestmark = pytest.mark.django_db(transaction=True)

BrowseAs = Callable[[User], None]
SAID = [
    ("Waterschap Limburg", OrganisationKind.WATER_AUTHORITY, "Vasthouden begint bovenstrooms, op de plateaus.", date(2026, 3, 12)),
    ("Gemeente Valkenburg aan de Geul", OrganisationKind.MUNICIPALITY, "Wij willen bij elke bouwkeuze eerst naar water kijken.", date(2026, 4, 2)),
    ("Landbouworganisatie Heuvelland", OrganisationKind.CIVIL_SOCIETY, "Meedoen kan, als de grond bruikbaar blijft.", date(2026, 10, 9)),
]  # fmt: skip
LEDEN = """Partijen geven beekdalen meer ruimte voor water:

1. te beginnen bij de dorpen;
2. in overleg met wie de grond gebruikt;
3. afgestemd met de buren in **België en Duitsland**."""


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    """An akkoord of two articles that rest on three conversations, one of them confidential."""
    challenge = make_challenge(area, "Heuvelland klimaatbestendig")
    statements, parties = [], []
    for name, kind, position, day in SAID:
        level = Confidentiality.CONFIDENTIAL if "Landbouw" in name else Confidentiality.PLANNING_GROUP
        conversation = make_conversation(planner, area, held_on=day, confidentiality=level)
        parties.append(make_organisation(name, kind, area))
        statement = make_statement(
            conversation, parties[-1], position=position, challenge=challenge, stance=Stance.SUPPORTS
        )
        statements.append(statement)
    ambition = create_ambition(
        area=area, actor=planner, title="Water en bodem als begin", text=LEDEN, statements=statements
    )
    agreement = open_agreement(area=area, actor=planner, title="Akkoord voor een blauw-groene coalitie")
    chapter = agreement.chapters.get(number=3)
    add_article(chapter=chapter, actor=planner, title="Ruimte voor de beekdalen", text=LEDEN, ambitions=[ambition])
    add_article(
        chapter=chapter,
        actor=planner,
        title="Water eerst",
        text="Elk plan begint bij water.",
        statements=statements[:2],
    )
    for party in parties:
        add_party(
            agreement=agreement, actor=planner, organisation=party, deciding_body="Het dagelijks bestuur",
            role=PartyRole.SIGNATORY, signatories="voorzitter", reservation="Onder voorbehoud van begroting.",
        )  # fmt: skip
    return agreement


def addresses(agreement: Agreement) -> dict[str, str]:
    slug = agreement.area.slug
    ambition, article = Ambition.objects.get(), Article.objects.order_by("number")[0]
    plain = ["ambitions", "ambition-new", "agreement", "article-new", "agreement-chapters", "agreement-parties"]
    plain += ["agreement-party-new", "agreement-party-order", "versions", "version-new", "version", "agreement-rename"]
    pages = {name: reverse(name, args=[slug, 1] if name == "version" else [slug]) for name in plain}
    pages |= {name: reverse(name, args=[slug, ambition.pk]) for name in ("ambition", "ambition-edit")}
    pages |= {name: reverse(name, args=[slug, article.pk]) for name in ("article", "article-edit", "article-remove")}
    party = agreement.parties.get(organisation__name="Waterschap Limburg")
    return {**pages, "agreement-party-edit": reverse("agreement-party-edit", args=[slug, party.pk])}


@pytest.mark.parametrize("width", [1280, 360])
def test_pages_have_no_serious_findings_and_do_not_scroll_sideways(
    page: Page, live_server: LiveServer, browse_as: BrowseAs, planner: User, agreement: Agreement, width: int
) -> None:
    freeze_version(agreement=agreement, actor=planner)
    browse_as(planner)
    page.set_viewport_size({"width": width, "height": 800})
    wrong = {}
    for name, address in addresses(agreement).items():
        page.goto(live_server.url + address)
        findings = serious_findings(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            findings.append("scrolls sideways")
        wrong |= {name: findings} if findings else {}
    assert wrong == {}


def test_planner_goes_from_statement_to_version_and_gets_the_file(
    page: Page,
    live_server: LiveServer,
    browse_as: BrowseAs,
    planner: User,
    agreement: Agreement,
    complaints: list[str],
) -> None:
    browse_as(planner)
    page.goto(live_server.url + reverse("ambition-new", args=[agreement.area.slug]))
    page.get_by_label("Titel").fill("Bouwen op de goede plek")
    page.get_by_label("Tekst van de ambitie").fill("Partijen bouwen waar water en bodem het toelaten.")
    page.get_by_label("Woorden").fill("bouwkeuze")
    page.get_by_label("Woorden").press("Enter")
    expect(page.get_by_label("Vasthouden begint bovenstrooms")).to_have_count(0)
    page.get_by_label("Wij willen bij elke bouwkeuze eerst naar water kijken.").check()
    page.get_by_role("button", name="Ambitie bewaren").click()
    expect(page.get_by_text("1 uitspraak van 1 organisatie").first).to_be_visible()

    page.get_by_role("link", name="Maak er een artikel van").click()
    page.get_by_label("Titel van het artikel").fill("Bouwen")
    page.get_by_role("textbox", name="Tekst").fill("Partijen toetsen elk **bouwplan** aan water.")
    page.get_by_role("button", name="Bekijk hoe de tekst eruitziet").click()
    expect(page.locator("#voorbeeld strong")).to_have_text("bouwplan")
    page.get_by_role("button", name="Artikel bewaren").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bouwen")

    page.goto(live_server.url + reverse("version-new", args=[agreement.area.slug]))
    page.get_by_role("button", name="Maak versie").click()
    expect(page.get_by_text("Wacht op de PDF")).to_be_visible()
    assert render_version(agreement.versions.get().pk)
    expect(page.get_by_role("link", name="PDF van versie 1")).to_be_visible(timeout=10_000)


def test_picking_works_without_javascript(
    browser: Browser,
    live_server: LiveServer,
    browse_as: BrowseAs,
    context: object,
    planner: User,
    agreement: Agreement,
) -> None:
    browse_as(planner)
    plain = browser.new_context(java_script_enabled=False, storage_state=context.storage_state())  # type: ignore[attr-defined]
    page = plain.new_page()
    page.goto(live_server.url + reverse("article-new", args=[agreement.area.slug]))
    page.get_by_label("Titel van het artikel").fill("Zonder script")
    page.get_by_label("Woorden").fill("plateaus")
    page.get_by_role("button", name="Zoek uitspraken").click()
    expect(page.get_by_label("Titel van het artikel")).to_have_value("Zonder script")
    page.get_by_label("Vasthouden begint bovenstrooms, op de plateaus.").check()
    page.get_by_role("textbox", name="Tekst").fill("Partijen beginnen boven.")
    page.get_by_role("button", name="Artikel bewaren").click()
    plain.close()
    assert Article.objects.get(title="Zonder script").statements.count() == 1
