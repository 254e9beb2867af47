"""The product's main line, by hand in a browser: from a conversation to the PDF, the dashboard and the reminder."""

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django import Settings
from pytest_django.live_server_helper import LiveServer

from deliverables.reminders.tasks import send_due_reminders
from novex_portal.toolkit.tasks import deliver_mail
from tests.practice import fill_practice_environment
from tests.worker import running_worker

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("empty_queue")]

POSITION = "Leg waterbuffers aan op de plateaus, voordat het water het dal bereikt."
TITLE = "Vasthouden waar het valt"
AREA = "/gebieden/zuid-limburg/"


@pytest.fixture
def portal(live_server: LiveServer, settings: Settings, tmp_path: Path) -> Iterator[str]:
    """The practice environment with a real worker: its address."""
    settings.DEMO = True
    settings.DATA_DIR, settings.MEDIA_ROOT, settings.MAIL_DIR = tmp_path, tmp_path / "media", tmp_path / "mail"
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.filebased.EmailBackend", "OPTIONS": {"file_path": str(tmp_path / "mail")}}}  # fmt: skip
    settings.REMINDER_HOUR = 0
    fill_practice_environment()
    with running_worker(tmp_path, PORTAL_DEMO="1"):
        yield live_server.url


def become(page: Page, portal: str, persona: str) -> None:
    page.goto(f"{portal}/oefenomgeving/")
    page.locator(f'button[name="persona"][value="{persona}"]').click()
    page.wait_for_url(lambda address: "oefenomgeving" not in address)


def record_conversation(page: Page, portal: str) -> str:
    """Log a conversation on the blue-green challenges; return its address."""
    become(page, portal, "gespreksvoerder")
    page.goto(f"{portal}{AREA}gesprekken/nieuw/")
    page.locator('[name="participants-0-organisation"]').fill("Waterschap Limburg")
    page.locator('[name="participants-0-role"]').fill("Dijkgraaf")
    page.locator('[name="held_on"]').fill(timezone.localdate().strftime("%d-%m-%Y"))
    page.locator('[name="report"]').fill(
        "Het ging over de samenhang van water en groen in de beekdalen en op de plateaus."
    )
    page.locator('[name="statements-0-organisation"]').select_option("Waterschap Limburg")
    page.locator('[name="statements-0-challenge"]').select_option(label="Blauw-groene structuren")
    page.locator('[name="statements-0-position"]').fill(POSITION)
    page.locator('[name="statements-0-interest"]').fill("Minder schade in de dorpen benedenstrooms.")
    page.locator('[name="statements-0-stance"][value="steunt"]').check()
    page.get_by_role("button", name="Gesprek vastleggen").click()
    page.wait_for_url(re.compile(r"/gesprekken/[0-9a-f-]{36}/$"))
    return page.url


def make_ambition_and_article(page: Page, portal: str) -> None:
    become(page, portal, "planningsgroep")
    page.goto(f"{portal}{AREA}ambities/nieuw/")
    page.get_by_label("Titel").fill(TITLE)
    page.get_by_label("Tekst").fill("Partijen houden water vast waar het valt.")
    page.get_by_label(POSITION).check()
    page.get_by_role("button", name="Ambitie bewaren").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    page.goto(f"{portal}{AREA}akkoord/artikelen/nieuw/")
    page.get_by_label("Titel").fill(TITLE)
    page.locator('[name="chapter"]').select_option(label="3 Gedeelde ambities")
    page.get_by_label("Tekst").fill("1. Partijen houden water vast waar het valt.\n2. Zij beginnen op de plateaus.")
    page.get_by_label(TITLE).check()
    page.get_by_role("button", name="Artikel bewaren").click()
    expect(page.get_by_role("main")).to_contain_text(TITLE)


def freeze_and_download(page: Page, portal: str) -> bytes:
    page.goto(f"{portal}{AREA}akkoord/versies/nieuw/")
    page.get_by_role("button", name="Maak versie").click()
    link = page.get_by_role("link", name="PDF van versie 3")
    expect(link).to_be_visible(timeout=90_000)
    return page.request.get(f"{portal}{link.get_attribute('href')}").body()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(sheet.get_textpage().get_text_range() for sheet in document).replace("\r\n", " ")


def test_conversation_becomes_an_article_that_points_back(page: Page, portal: str) -> None:
    conversation = record_conversation(page, portal)
    make_ambition_and_article(page, portal)
    pdf = freeze_and_download(page, portal)
    words = text_of(pdf)
    assert TITLE in words
    assert "1 uitspraak uit 1 gesprek" in words
    assert POSITION not in words
    assert page.request.get(f"{portal}{AREA}akkoord/versies/3.pdf").body() == pdf
    page.goto(conversation)
    expect(page.get_by_role("main")).to_contain_text(TITLE)


def test_executive_follows_why_to_the_evidence(page: Page, portal: str) -> None:
    become(page, portal, "bestuurder")
    expect(page).to_have_url(f"{portal}{AREA}")
    step = page.get_by_role("listitem").filter(has_text="Ambities en akkoord")
    step.locator("summary").click()
    step.locator("details").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.url != f"{portal}{AREA}"


def test_reminder_arrives_in_the_letterbox(page: Page, portal: str) -> None:
    become(page, portal, "planningsgroep")
    send_due_reminders.delay()  # what beat asks of the worker every fifteen seconds
    arrived = page.get_by_text("Eerste ijkmoment").first
    for _ in range(90):
        page.goto(f"{portal}/oefenomgeving/postvak/")
        if arrived.is_visible():
            break
        deliver_mail.delay()
        page.wait_for_timeout(1_000)
    expect(arrived).to_be_visible()


def test_interviewer_of_another_area_finds_nothing(page: Page, portal: str) -> None:
    conversation = record_conversation(page, portal)
    become(page, portal, "gespreksvoerder-de-peel")
    paths = [
        "",
        "gesprekken/",
        "gesprekken/nieuw/",
        "ambities/",
        "akkoord/",
        "akkoord/versies/1/",
        "akkoord/versies/1.pdf",
    ]
    addresses = [conversation, *(f"{portal}{AREA}{path}" for path in paths)]
    assert [page.request.get(address).status for address in addresses] == [404] * len(addresses)
