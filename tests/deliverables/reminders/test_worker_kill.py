"""Reminders with a real worker on a real Valkey, and what a power cut in the middle of a mail does."""

from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from pytest_django import Settings

from areas.models import Area, User
from deliverables.photos.models import FactsheetPhoto
from deliverables.photos.tasks import take_due_photos
from deliverables.reminders.tasks import send_due_reminders
from novex_portal.toolkit.mail.outbox import LEASE, queue_mail
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.tasks import deliver_mail
from tests.deliverables.makers import make_checkpoint
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


def test_due_reminder_goes_out_through_a_real_worker(
    area: Area, admin: User, tmp_path: Path, settings: Settings
) -> None:
    settings.REMINDER_HOUR = 0  # as in the practice environment: due today, at whatever hour this runs
    make_checkpoint(area, days=14)
    with running_worker(tmp_path, PORTAL_DEMO="1"):
        send_due_reminders.delay()
        assert until(lambda: OutgoingMail.objects.filter(status=MailStatus.SENT).exists())
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1


def test_photo_of_an_ijkmoment_is_taken_by_a_real_worker(area: Area, tmp_path: Path, settings: Settings) -> None:
    settings.REMINDER_HOUR = 0
    checkpoint = make_checkpoint(area, days=0)
    with running_worker(tmp_path, PORTAL_DEMO="1"):
        take_due_photos.delay()
        take_due_photos.delay()
        assert until(FactsheetPhoto.objects.exists)
    photo = FactsheetPhoto.objects.get()
    assert (photo.checkpoint, photo.taken_by, photo.number) == (checkpoint, None, 1)


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
