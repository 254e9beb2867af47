"""/healthz: is the portal well? For load balancers, containers and the one-command start."""

import shutil
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

HEARTBEAT_KEY = "heartbeat"
STALE_SECONDS = 45
"""Beat asks for a heartbeat every ten seconds; after four missed ones the worker is not well."""
LEAST_FREE_BYTES = 50_000_000


def stamp_heartbeat() -> None:
    """Note that a worker carries out tasks; only the worker calls this."""
    cache.set(HEARTBEAT_KEY, timezone.now().timestamp(), timeout=24 * 60 * 60)


def heartbeat_age() -> float | None:
    """Return how many seconds ago a worker last gave a sign of life; None when it never did."""
    stamped = cache.get(HEARTBEAT_KEY)
    return None if stamped is None else max(0.0, timezone.now().timestamp() - stamped)


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, broker, worker and disk are all well, else 503; no secrets."""
    age = _tried(heartbeat_age)
    answer = {
        "database": "ok" if _tried(_ask_database) else "down",
        "broker": "ok" if _tried(_ask_broker) else "down",
        "worker_heartbeat_seconds": None if age is None else round(age, 1),
        "disk": "ok" if _tried(_disk_has_room) else "full",
        "version": settings.VERSION,
    }
    well = [answer["database"], answer["broker"], answer["disk"]] == ["ok"] * 3
    alive = age is not None and age <= STALE_SECONDS
    response = JsonResponse(answer, status=200 if well and alive else 503)
    response._has_been_logged = True  # type: ignore[attr-defined]  # who asks hears it; the log is for failures
    return response


def _tried[T](question: Callable[[], T]) -> T | None:
    """Return the answer to `question`, or None when asking fails, whatever way a server is down."""
    try:
        return question()
    except Exception:  # noqa: BLE001 - drivers, pools and sockets each fail in their own way
        return None


def _ask_database() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _ask_broker() -> bool:
    from novex_portal.celery import app

    with app.connection_for_read(connect_timeout=5) as broker:
        broker.ensure_connection(max_retries=1, timeout=5)
        return bool(broker.connected)


def _disk_has_room() -> bool:
    return shutil.disk_usage(settings.DATA_DIR).free > LEAST_FREE_BYTES
