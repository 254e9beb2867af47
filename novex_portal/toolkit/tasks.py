"""What the worker does for the outbox, and for files nothing is tied to."""

from celery import shared_task
from django.utils import timezone

from novex_portal.toolkit.files.keeping import throw_away_loose
from novex_portal.toolkit.mail.outbox import BATCH, deliver_due, wake_sender


@shared_task(ignore_result=True)
def deliver_mail() -> None:
    """Send what is due; when a whole batch went out, come back for the rest."""
    done = deliver_due()
    if done.sent + done.failed + done.dead >= BATCH:
        wake_sender()


@shared_task(ignore_result=True)
def throw_away_loose_files() -> None:
    """Throw away the files that nothing was tied to for a day."""
    throw_away_loose(now=timezone.now())
