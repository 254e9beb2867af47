"""The worker's sign of life."""

from celery import shared_task
from celery.signals import worker_ready

from novex_portal.health import stamp_heartbeat


@shared_task(ignore_result=True, expires=30)
def beat_heart() -> None:
    """Show that broker and worker work together: /healthz reads the stamp. Beat asks for it."""
    stamp_heartbeat()


@worker_ready.connect
def ask_first_heartbeat(**kwargs: object) -> None:
    """Ask for a heartbeat as soon as a worker listens: beat's first comes ten seconds later."""
    beat_heart.delay()
