"""A mail from its two templates."""

from pathlib import Path
from typing import Any

import pytest

from novex_portal.toolkit.mail.writing import queue_written_mail, write_mail
from novex_portal.toolkit.models import OutgoingMail


@pytest.fixture(autouse=True)
def templates(tmp_path: Path, settings: Any) -> None:
    (tmp_path / "dag.txt").write_text("Dag {{ name }},\u00a0{{ subject }}\n\n\n")
    (tmp_path / "dag.html").write_text("<h1>{{ subject }}</h1>{{ name }}")
    settings.TEMPLATES = [{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [tmp_path]}]


def test_both_sides_say_the_same_under_one_subject() -> None:
    mail = write_mail("dag", "Nog 14\u00a0dagen", {"name": "Roer"})

    assert (mail.subject, mail.html) == ("Nog 14 dagen", "<h1>Nog 14 dagen</h1>Roer")


def test_text_ends_in_one_line_and_has_plain_spaces() -> None:
    assert write_mail("dag", "tot morgen", {"name": "Roer"}).text == "Dag Roer, tot morgen\n"


@pytest.mark.django_db
def test_written_mail_is_owed_once() -> None:
    for _ in range(2):
        queue_written_mail("dag", to="lid@example.org", subject="Dag", context={"name": "Roer"}, dedupe_key="proef")

    mail = OutgoingMail.objects.get()
    assert (mail.subject, mail.text, mail.wipe_after_sending) == ("Dag", "Dag Roer, Dag\n", False)
