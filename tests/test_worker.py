"""A real Celery worker on a real Valkey carries out what the portal asks of it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from pytest_django import Settings

from areas.enums import Permission
from areas.models import Area, Printout, User
from areas.printouts.actions import request_printout
from deliverables.photos.models import FactsheetPhoto
from deliverables.photos.tasks import take_due_photos
from deliverables.reminders.tasks import send_due_reminders
from novex_portal.health import HEARTBEAT_KEY, heartbeat_age
from novex_portal.tasks import beat_heart
from novex_portal.toolkit.mail.outbox import queue_mail
from novex_portal.toolkit.models import MailStatus, OutgoingMail, PdfStatus
from novex_portal.toolkit.pdf.paper import DOCUMENT
from novex_portal.toolkit.tasks import deliver_mail
from tests.deliverables.makers import make_checkpoint
from tests.factories import make_user
from tests.worker import running_worker, throw_away_queue, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("no_heartbeat_left"),
]


@pytest.fixture(scope="module")
def directory(django_db_setup: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A worker for all these tests, on this run's test database and Valkey; gives where it keeps its files."""
    throw_away_queue()
    directory = tmp_path_factory.mktemp("worker")
    with running_worker(directory, PORTAL_DEMO="1"):
        yield directory


@pytest.fixture
def worker(directory: Path) -> Path:
    """The same, with no mail of an earlier test."""
    for mail in (directory / "mail").glob("*"):
        mail.unlink()
    return directory


def test_worker_shows_its_heartbeat_when_beat_asks(worker: Path) -> None:
    cache.delete(HEARTBEAT_KEY)

    beat_heart.delay()

    assert until(lambda: heartbeat_age() is not None)


def test_worker_leaves_a_fresh_sign_of_life(worker: Path) -> None:
    sign = worker / "run" / "worker"
    assert until(sign.exists)
    first = sign.stat().st_mtime

    assert until(lambda: sign.stat().st_mtime > first)


def test_worker_sends_the_mail_that_is_owed(worker: Path) -> None:
    queue_mail(dedupe_key="proef", to="lid@example.org", subject="Nog 14 dagen", text="Dag")

    deliver_mail.delay()

    assert until(lambda: OutgoingMail.objects.get(dedupe_key="proef").status == MailStatus.SENT)
    assert len(list((worker / "mail").iterdir())) == 1


def test_worker_makes_the_document_somebody_asks_for(worker: Path) -> None:
    html = '<!doctype html><html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1></body></html>'
    printout = request_printout(
        actor=make_user(),
        area=None,
        need=Permission.VIEW_FACTSHEET,
        title="Proef",
        file_name="proef.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=None,
    )

    assert until(lambda: Printout.objects.get(pk=printout.pk).status == PdfStatus.READY)
    stored = worker / "media" / Printout.objects.get(pk=printout.pk).pdf.name
    assert hashlib.sha256(stored.read_bytes()).hexdigest() == Printout.objects.get(pk=printout.pk).pdf_sha256


def test_due_reminder_goes_out(area: Area, admin: User, worker: Path, settings: Settings) -> None:
    settings.REMINDER_HOUR = 0  # as in the practice environment: due today, at whatever hour this runs
    make_checkpoint(area, days=14)

    send_due_reminders.delay()

    assert until(lambda: OutgoingMail.objects.filter(status=MailStatus.SENT).exists())
    assert len(list((worker / "mail").glob("*.eml"))) == 1


def test_photo_of_an_ijkmoment_is_taken(area: Area, worker: Path, settings: Settings) -> None:
    settings.REMINDER_HOUR = 0
    checkpoint = make_checkpoint(area, days=0)

    take_due_photos.delay()
    take_due_photos.delay()

    assert until(FactsheetPhoto.objects.exists)
    photo = FactsheetPhoto.objects.get()
    assert (photo.checkpoint, photo.taken_by, photo.number) == (checkpoint, None, 1)
