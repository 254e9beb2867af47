"""What the worker does for parties: telling their bestuurders what was written down for them."""

from celery import shared_task
from django.utils import timezone

from coalition.agreement.confirming.actions import tell_of_waiting


@shared_task(ignore_result=True)
def tell_executives() -> None:
    """Owe today's mails; doing it twice tells once."""
    tell_of_waiting(now=timezone.now())
