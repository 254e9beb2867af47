"""A real Celery worker on a real Valkey carries out what the portal asks of it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from django.db import connection

from novex_portal import processes
from novex_portal.health import HEARTBEAT_KEY, heartbeat_age
from novex_portal.tasks import beat_heart
from novex_portal.throwaway import PROJECT
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.outbox import queue_mail
from novex_portal.toolkit.tasks import deliver_mail

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("no_heartbeat_left"),
]
PATIENCE_SECONDS = 30


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Path]:
    """A worker on this run's test database and Valkey; gives the directory its mail goes to."""
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@/{database['NAME']}?host={database['HOST']}"
    env = os.environ | {"DATABASE_URL": address, "PORTAL_DATA": str(tmp_path), "CELERY_SKIP_CHECKS": "1"}
    with (tmp_path / "worker.log").open("wb") as log:
        command = [sys.executable, *processes.command("worker")]
        process = subprocess.Popen(command, cwd=PROJECT, env=env, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield tmp_path / "mail"
        finally:
            process.terminate()
            process.wait(30)


def until(fact: Callable[[], bool]) -> bool:
    """Say whether `fact` came true in time."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (true := fact()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return true


def test_worker_shows_its_heartbeat_without_waiting_for_beat(worker: Path) -> None:
    cache.delete(HEARTBEAT_KEY)

    assert until(lambda: heartbeat_age() is not None)


def test_worker_sends_the_mail_that_is_owed(worker: Path) -> None:
    queue_mail(dedupe_key="proef", to="lid@example.org", subject="Nog 14 dagen", text="Dag")

    deliver_mail.delay()

    assert until(lambda: OutgoingMail.objects.get(dedupe_key="proef").status == MailStatus.SENT)
    assert len(list(worker.iterdir())) == 1


def test_task_asked_before_a_worker_listens_is_not_lost(request: pytest.FixtureRequest) -> None:
    cache.delete(HEARTBEAT_KEY)
    beat_heart.delay()

    request.getfixturevalue("worker")

    assert until(lambda: heartbeat_age() is not None)
