"""Three questions: does it live, can it help a visitor, is all well. And nothing more."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from novex_portal.health import HEARTBEAT_KEY, STALE_SECONDS, _require_migrations, stamp_heartbeat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_heartbeat_left")]


def test_healthz_is_200_when_a_worker_just_gave_a_sign_of_life(client: Client) -> None:
    stamp_heartbeat()

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["worker_heartbeat_seconds"] < 5) == (200, True)


def test_healthz_is_503_without_a_worker(client: Client) -> None:
    cache.delete(HEARTBEAT_KEY)

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["worker_heartbeat_seconds"]) == (503, None)


def test_healthz_is_503_when_the_worker_has_long_been_silent(client: Client) -> None:
    silent_since = timezone.now() - timedelta(seconds=STALE_SECONDS + 1)
    cache.set(HEARTBEAT_KEY, silent_since.timestamp())

    assert client.get("/healthz").status_code == 503


def test_healthz_is_503_when_the_broker_is_down(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    from novex_portal.celery import app

    stamp_heartbeat()
    monkeypatch.setattr(app.conf, "broker_read_url", "redis://127.0.0.1:1/0")

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["broker"]) == (503, "down")


def test_healthz_is_503_when_the_database_refuses(client: Client) -> None:
    stamp_heartbeat()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(Exception, match="statement timeout"):
            cursor.execute("SELECT pg_sleep(1)")

    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()["database"]) == (503, "down")


def test_healthz_tells_the_version_and_no_secret(client: Client) -> None:
    text = client.get("/healthz").content.decode()

    assert settings.VERSION in text
    assert not any(secret in text for secret in (settings.SECRET_KEY, settings.FIELD_KEY, settings.REDIS_URL, "host="))


def test_healthz_is_never_cached(client: Client) -> None:
    assert "no-store" in client.get("/healthz")["Cache-Control"]


def test_process_lives_and_helps_visitors_while_no_worker_does_anything(client: Client) -> None:
    cache.delete(HEARTBEAT_KEY)

    assert [client.get(path).status_code for path in ("/livez", "/readyz", "/healthz")] == [200, 200, 503]


def test_process_lives_without_its_database_but_helps_nobody(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL statement_timeout = 1")
        with pytest.raises(Exception, match="statement timeout"):
            cursor.execute("SELECT pg_sleep(1)")

    assert [client.get(path).status_code for path in ("/livez", "/readyz")] == [200, 503]


def test_process_newer_than_its_tables_helps_nobody_yet(client: Client) -> None:
    _require_migrations.cache_clear()
    MigrationRecorder(connection).record_unapplied("areas", "0001_initial")

    answer = client.get("/readyz")

    assert (answer.status_code, answer.json()["migrations"]) == (503, "waiting")


def test_states_of_the_parts_are_told_where_somebody_keeps_them(client: Client, settings: Settings) -> None:
    settings.SUPERVISED = True
    (settings.DATA_DIR / "run").mkdir(exist_ok=True)
    (settings.DATA_DIR / "run" / "parts.json").write_text('{"worker": {"running": false, "restarts": 3}}')

    assert client.get("/healthz").json()["parts"] == {"worker": {"running": False, "restarts": 3}}


def test_monitors_may_ask_over_plain_http(client: Client, settings: Settings) -> None:
    settings.SECURE_SSL_REDIRECT = True

    statuses = [client.get(path).status_code for path in ("/livez", "/readyz", "/healthz", "/over/")]

    assert (statuses[:2], statuses[3]) == ([200, 200], 301)
