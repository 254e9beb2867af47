"""What a power cut in the middle of a mail does to a real worker on a real Valkey."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from novex_portal.toolkit.mail.outbox import LEASE, queue_mail
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.tasks import deliver_mail
from tests.smtp import MailServer, mail_server
from tests.worker import kill_with_children, running_worker, until

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("empty_queue"),
]


def all_sent() -> bool:
    return not OutgoingMail.objects.exclude(status=MailStatus.SENT).exists()


def lease_runs_out() -> None:
    """Do what waiting for three minutes would."""
    OutgoingMail.objects.filter(claimed_until__isnull=False).update(
        claimed_until=timezone.now() - timedelta(seconds=1)
    )


def kill_worker_mid_mail(server: MailServer, directory: Path) -> None:
    server.seconds_per_mail = 60
    with running_worker(directory, PORTAL_EMAIL_URL=f"smtp://127.0.0.1:{server.port}") as worker:
        deliver_mail.delay()
        assert server.started.wait(60)
        kill_with_children(worker)
    server.seconds_per_mail = 0


def test_worker_killed_in_the_middle_of_a_mail_loses_none_and_repeats_at_most_what_was_under_way(
    tmp_path: Path,
) -> None:
    for number in range(3):
        queue_mail(dedupe_key=f"reden {number}", to="lid@example.org", subject="Dag", text="Dag")
    with mail_server() as server:
        kill_worker_mid_mail(server, tmp_path)
        # Each process of the worker holds one mail at the most.
        under_way = OutgoingMail.objects.filter(claimed_until__lte=timezone.now() + LEASE).count()
        assert under_way in {1, 2}
        lease_runs_out()
        with running_worker(tmp_path, PORTAL_EMAIL_URL=f"smtp://127.0.0.1:{server.port}"):
            deliver_mail.delay()
            assert until(all_sent)
    times = Counter(server.message_ids()).values()
    assert (len(times), max(times) <= 2, sum(times) <= 3 + under_way) == (3, True, True)
