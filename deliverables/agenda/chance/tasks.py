"""What the worker reckons."""

from celery import shared_task
from django.utils import timezone

from deliverables.agenda.chance.actions import reckon_chance


@shared_task
def reckon(deadline_id: str) -> None:
    """Reckon the chance that one last day is kept; doing it twice does it once."""
    reckon_chance(deadline_id=deadline_id, today=timezone.localdate())
