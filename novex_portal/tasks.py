"""The worker's sign of life."""

from celery import shared_task

from novex_portal.health import stamp_heartbeat


@shared_task(ignore_result=True, expires=30)
def beat_heart() -> None:
    """Show that beat, broker and worker work together: /healthz reads the stamp."""
    stamp_heartbeat()
