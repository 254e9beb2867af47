"""The clock sends the reminders that are due."""

from celery import shared_task
from django.utils import timezone

from deliverables.reminders.actions.planning import plan_reminders
from deliverables.reminders.actions.sending import BATCH, queue_due_reminders

ROUNDS = 20
"""Batches per sweep: a mountain of mail is taken in turns with other work."""


@shared_task(ignore_result=True)
def send_due_reminders() -> None:
    """Plan what is missing, then put what is due in the outbox."""
    now = timezone.now()
    plan_reminders(today=timezone.localdate(now))
    for _ in range(ROUNDS):
        if queue_due_reminders(now=now) < BATCH:
            break
