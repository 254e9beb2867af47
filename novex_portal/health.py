"""Is the portal well? Three questions: for who restarts it, for who sends it visitors, and for who runs it.

/livez: does this process answer; if not, restart it. /readyz: can it help a visitor; if not, send none.
/healthz: is everything well, the worker too; if not, have somebody look.
"""

import functools
import json
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from novex_portal.runtime import disk

HEARTBEAT_KEY = "heartbeat"
STALE_SECONDS = 45
"""Beat asks for a heartbeat every ten seconds; after four missed ones the worker is not well."""


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
def livez(request: HttpRequest) -> JsonResponse:
    """Answer 200 as long as this process answers at all: no reason to restart it, whatever else is down."""
    return JsonResponse({"process": "ok"})


@login_not_required
@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when a visitor can be helped: the database answers and is of this version, else 503."""
    answer = {"database": "ok" if _tried(_ask_database) else "down", "migrations": _migrations()}
    return _answer(answer, well=set(answer.values()) == {"ok"})


@login_not_required
@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer 200 when database, broker, worker and disk are all well, else 503; no secrets.

    Started by `make run`, it also tells of every part whether it runs and how often it was started again.
    """
    age = _tried(heartbeat_age)
    states = {
        "database": "ok" if _tried(_ask_database) else "down",
        "migrations": _migrations(),
        "broker": "ok" if _tried(_ask_broker) else "down",
        "disk": "ok" if _tried(_disk_has_room) else "full",
    }
    alive = age is not None and age <= STALE_SECONDS
    answer: dict[str, Any] = states | {
        "worker_heartbeat_seconds": None if age is None else round(age, 1),
        "version": settings.VERSION,
    }
    if settings.SUPERVISED:
        answer["parts"] = _tried(_parts) or {}
    return _answer(answer, well=alive and set(states.values()) == {"ok"})


def _answer(answer: dict[str, Any], *, well: bool) -> JsonResponse:
    response = JsonResponse(answer, status=200 if well else 503)
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


def _migrations() -> str:
    return "ok" if _tried(_require_migrations) else "waiting"


@functools.cache
def _require_migrations() -> bool:
    """Raise unless the tables are those of this version. That they are is remembered, a failure is not."""
    loader = MigrationLoader(connection)
    if waiting := loader.disk_migrations.keys() - loader.applied_migrations.keys():
        raise LookupError(f"{len(waiting)} migrations wait")
    return True


def _ask_broker() -> bool:
    from novex_portal.celery import app

    with app.connection_for_read(connect_timeout=5) as broker:
        broker.ensure_connection(max_retries=1, timeout=5)
        return bool(broker.connected)


def _disk_has_room() -> bool:
    return not disk.short_of_room([settings.DATA_DIR, settings.MEDIA_ROOT])


def _parts() -> dict[str, Any]:
    parts: dict[str, Any] = json.loads((settings.DATA_DIR / "run" / "parts.json").read_text())
    return parts
