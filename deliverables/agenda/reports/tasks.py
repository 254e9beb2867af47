"""The clock asks how measures go before a checkpoint."""

from celery import shared_task
from django.utils import timezone

from deliverables.agenda.reports.actions.asking import ask_for_status


@shared_task(ignore_result=True)
def ask_before_checkpoints() -> None:
    """Put what is asked today in the outbox, once per person and checkpoint."""
    ask_for_status(now=timezone.now())
