"""The clock takes the photos that are due."""

from celery import shared_task
from django.utils import timezone

from deliverables.photos import actions


@shared_task(ignore_result=True)
def take_due_photos() -> None:
    """Freeze the factsheets of the areas whose ijkmoment it is."""
    actions.take_due_photos(now=timezone.now())
