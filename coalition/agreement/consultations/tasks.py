"""What the worker does for consultations: reminding who did not answer."""

from celery import shared_task
from django.utils import timezone

from coalition.agreement.consultations.actions import remind_who_did_not_answer


@shared_task
def remind_consultations() -> None:
    """Remind parties that did not answer a consultation; doing it twice a day reminds once."""
    remind_who_did_not_answer(today=timezone.localdate())
