"""The worker's side of the outbox."""

from celery import shared_task

from novex_portal.toolkit.mail.outbox import BATCH, deliver_due, wake_sender


@shared_task(ignore_result=True)
def deliver_mail() -> None:
    """Send what is due; when a whole batch went out, come back for the rest."""
    done = deliver_due()
    if done.sent + done.failed + done.dead >= BATCH:
        wake_sender()
