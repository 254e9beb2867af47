"""The letterbox of the practice environment: what was sent, shown safely, and nowhere else."""

from pathlib import Path
from typing import Any

import pytest
from django.core.mail import mailers
from django.test import Client

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.mail.building import build_message

pytestmark = pytest.mark.django_db
ADDRESS = "/oefenomgeving/postvak/"


@pytest.fixture
def box(settings: Any, tmp_path: Path) -> Path:
    settings.DEMO = True
    settings.MAIL_DIR = tmp_path
    backend = "novex_portal.toolkit.mail.building.LetterboxBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    return tmp_path


def send(subject: str = "Over 14 dagen", html: str = "<p>Dag</p>", mail_id: Any = None) -> None:
    message = build_message(
        mail_id=mail_id or uuid7(), to="lid@example.org", subject=subject, text="Dag daar", html=html
    )
    mailers.default.send_messages([message])


def test_it_is_not_there_outside_the_practice_environment(client: Client) -> None:
    assert client.get(ADDRESS).status_code == 404


def test_newest_mail_comes_first(client: Client, box: Path) -> None:
    send("Eerste")
    send("Tweede")
    page = client.get(ADDRESS).content.decode()
    assert page.index("Tweede") < page.index("Eerste")


def test_mail_that_is_sent_twice_lies_there_once(client: Client, box: Path) -> None:
    mail_id = uuid7()
    send(mail_id=mail_id)
    send(mail_id=mail_id)
    assert len(list(box.iterdir())) == 1


def test_html_of_a_mail_can_do_no_harm(client: Client, box: Path) -> None:
    send(html='<style>p{color:red}</style><p data-hx-get="/x" onclick="x()">Dag</p><script>alert(1)</script>')
    page = client.get(ADDRESS).content.decode()
    assert "<p>Dag</p>" in page
    assert "alert(1)" not in page
    assert "color:red" not in page


def test_empty_letterbox_says_what_will_come(client: Client, box: Path) -> None:
    assert "Er is nog geen post." in client.get(ADDRESS).content.decode()


def test_file_that_is_no_mail_is_left_out(client: Client, box: Path) -> None:
    (box / "kapot.eml").write_bytes(b"\xff\xfe\x00")
    send("Goed")
    assert "Goed" in client.get(ADDRESS).content.decode()


def test_page_hears_of_new_mail_while_it_is_open(client: Client, box: Path) -> None:
    send("Eerste")
    newest = next(box.iterdir()).stem
    send("Tweede")
    part = client.get(ADDRESS, {"na": newest}, headers={"HX-Request": "true"}).content.decode()
    assert "Er is 1 nieuw bericht." in part
    assert "<html" not in part
