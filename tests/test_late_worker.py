"""What a Celery worker does at its start, without anybody asking again."""

from pathlib import Path

import pytest
from django.core.cache import cache

from novex_portal.health import HEARTBEAT_KEY, heartbeat_age
from novex_portal.toolkit.mail.outbox import queue_mail
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.tasks import deliver_mail
from tests.worker import running_worker, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue", "no_heartbeat_left"),
]


def test_worker_shows_its_heartbeat_without_waiting_for_beat(tmp_path: Path) -> None:
    cache.delete(HEARTBEAT_KEY)

    with running_worker(tmp_path):
        assert until(lambda: heartbeat_age() is not None)


def test_task_asked_before_a_worker_listens_is_not_lost(tmp_path: Path) -> None:
    queue_mail(dedupe_key="proef", to="lid@example.org", subject="Dag", text="Dag")
    deliver_mail.delay()

    with running_worker(tmp_path):
        assert until(lambda: OutgoingMail.objects.get(dedupe_key="proef").status == MailStatus.SENT)
