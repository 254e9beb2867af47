"""The pages that are open to everybody."""

import datetime as dt
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone

from novex_portal.dashboards.pages.rules import TERMS

PAGES = ["over", "toegankelijkheid", "privacy", "cookies", "kwetsbaarheid-melden", "contact", "hulp"]


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_static_page_opens_without_signing_in(client: Client, name: str) -> None:
    assert client.get(f"/{name}/").status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("name", PAGES)
def test_static_page_has_one_main_heading_and_names_itself_in_the_title(client: Client, name: str) -> None:
    html = client.get(f"/{name}/").content.decode()
    heading = html.split('<h1 class="utrecht-heading-1">')[1].split("</h1>")[0]

    assert (html.count("<h1"), f"<title>{heading} - Coalitieportaal NOVEX</title>" in html) == (1, True)


@pytest.mark.django_db
def test_accessibility_page_is_honest_that_nobody_examined_it(client: Client) -> None:
    assert "nog niet onderzocht" in client.get("/toegankelijkheid/").content.decode()


@pytest.mark.django_db
def test_help_page_explains_every_term(client: Client) -> None:
    html = client.get("/hulp/").content.decode()

    assert [term for term, _ in TERMS if f"<dt>{term}</dt>" not in html] == []


def test_glossary_is_in_alphabetical_order() -> None:
    assert [term.lower() for term, _ in TERMS] == sorted(term.lower() for term, _ in TERMS)


@pytest.mark.django_db
def test_contact_page_says_when_no_address_was_set(client: Client) -> None:
    assert "nog geen contactadres ingevuld" in client.get("/contact/").content.decode()


@pytest.mark.django_db
def test_contact_page_shows_the_address_that_was_set(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.CONTACT = "portaal@voorbeeld.nl"  # type: ignore[attr-defined]

    assert "mailto:portaal@voorbeeld.nl" in client.get("/contact/").content.decode()


def test_security_txt_expires_in_the_future(client: Client) -> None:
    lines = client.get("/.well-known/security.txt").content.decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines)

    assert dt.datetime.fromisoformat(fields["Expires"]) > timezone.now() + dt.timedelta(days=90)


def test_security_txt_names_where_to_report(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.SECURITY_CONTACT = "veilig@voorbeeld.nl"  # type: ignore[attr-defined]

    assert "Contact: mailto:veilig@voorbeeld.nl\n" in client.get("/.well-known/security.txt").content.decode()


def test_house_style_is_served_where_one_was_mounted(
    client: Client, settings: pytest.FixtureRequest, tmp_path: Path
) -> None:
    (tmp_path / "huis.css").write_text(".portal { --p-accent: #123456; }")
    settings.THEME_CSS = str(tmp_path / "huis.css")  # type: ignore[attr-defined]
    answer = client.get("/huisstijl.css")

    assert (answer["Content-Type"], b"--p-accent: #123456" in answer.content) == ("text/css; charset=utf-8", True)


@pytest.mark.django_db
def test_page_asks_for_the_house_style_where_one_was_mounted(client: Client, settings: pytest.FixtureRequest) -> None:
    settings.THEME_CSS = "/ergens/huis.css"  # type: ignore[attr-defined]
    html = client.get("/hulp/").content.decode()

    assert html.index("css/portaal.css") < html.index('href="/huisstijl.css"')


@pytest.mark.django_db
def test_page_says_on_paper_when_it_was_printed(client: Client) -> None:
    assert '<p class="printed frame">Afgedrukt op ' in client.get("/hulp/").content.decode()
