"""The worker's sign of life: that the portal is helped at all, and that this one worker still lives."""

import contextlib

from celery import shared_task
from celery.signals import heartbeat_sent, worker_ready
from django.conf import settings

from novex_portal.health import stamp_heartbeat


@shared_task(ignore_result=True, expires=30)
def beat_heart() -> None:
    """Show that broker and worker work together: /healthz reads the stamp. Beat asks for it."""
    stamp_heartbeat()


@worker_ready.connect
def give_first_heartbeat(**kwargs: object) -> None:
    """Show that a worker listens: the first heartbeat asked for comes after all that waits in the queue."""
    stamp_heartbeat()


@heartbeat_sent.connect
def touch_sign_of_life(**kwargs: object) -> None:
    """Leave a fresh file every few seconds, as long as this worker runs and reaches the broker."""
    sign = settings.DATA_DIR / "run" / "worker"
    with contextlib.suppress(OSError):  # a full disk is no reason to stop working
        sign.parent.mkdir(parents=True, exist_ok=True)
        sign.touch()
