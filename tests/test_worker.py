"""A real Celery worker on a real Valkey carries out what the portal asks of it."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.cache import cache

from areas.enums import Permission
from areas.models import Printout
from areas.printouts.actions import request_printout
from novex_portal.health import HEARTBEAT_KEY, heartbeat_age
from novex_portal.tasks import beat_heart
from novex_portal.toolkit.mail.outbox import queue_mail
from novex_portal.toolkit.models import MailStatus, OutgoingMail, PdfStatus
from novex_portal.toolkit.pdf.paper import DOCUMENT
from novex_portal.toolkit.tasks import deliver_mail
from tests.factories import make_user
from tests.worker import running_worker, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue", "no_heartbeat_left"),
]


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Path]:
    """A worker on this run's test database and Valkey; gives the directory its mail goes to."""
    with running_worker(tmp_path):
        yield tmp_path / "mail"


def test_worker_shows_its_heartbeat_without_waiting_for_beat(worker: Path) -> None:
    cache.delete(HEARTBEAT_KEY)

    assert until(lambda: heartbeat_age() is not None)


def test_worker_leaves_a_fresh_sign_of_life(worker: Path) -> None:
    sign = worker.parent / "run" / "worker"
    assert until(sign.exists)
    first = sign.stat().st_mtime

    assert until(lambda: sign.stat().st_mtime > first)


def test_worker_sends_the_mail_that_is_owed(worker: Path) -> None:
    queue_mail(dedupe_key="proef", to="lid@example.org", subject="Nog 14 dagen", text="Dag")

    deliver_mail.delay()

    assert until(lambda: OutgoingMail.objects.get(dedupe_key="proef").status == MailStatus.SENT)
    assert len(list(worker.iterdir())) == 1


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
    stored = worker.parent / "media" / Printout.objects.get(pk=printout.pk).pdf.name
    assert hashlib.sha256(stored.read_bytes()).hexdigest() == Printout.objects.get(pk=printout.pk).pdf_sha256


def test_task_asked_before_a_worker_listens_is_not_lost(request: pytest.FixtureRequest) -> None:
    cache.delete(HEARTBEAT_KEY)
    beat_heart.delay()

    request.getfixturevalue("worker")

    assert until(lambda: heartbeat_age() is not None)
