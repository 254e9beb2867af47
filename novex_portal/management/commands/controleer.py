"""The doctor: says in plain words what on this machine or in these settings needs attention."""

import os
import platform
import shutil
from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from novex_portal.health import STALE_SECONDS, heartbeat_age
from novex_portal.runtime import disk, pango

Finding = tuple[bool, str]
"""Whether it is well, and what there is to say."""


class Command(BaseCommand):
    """Look at everything the portal needs; exit status 1 when something is not well."""

    help = "Kijkt na of alles er is wat het portaal nodig heeft, en zegt wat er mist."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Print one line per thing looked at."""
        findings = list(_findings())
        for well, text in findings:
            self.stdout.write(f"{'goed   ' if well else 'LET OP '} {text}")
        if not all(well for well, _ in findings):
            raise SystemExit(1)


def _findings() -> Iterator[Finding]:
    yield True, f"Python {platform.python_version()}, portaal {settings.VERSION}, profiel {settings.PROFILE}"
    for name, question in _QUESTIONS.items():
        try:
            yield question()
        except Exception as error:  # noqa: BLE001 - whatever is wrong, the other questions still count
            yield False, f"{name}: {type(error).__name__}"


def _database() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        version = cursor.fetchone()[0]
        cursor.execute("SELECT lower('É') = 'é'")
        folds = cursor.fetchone()[0]
    waiting = MigrationExecutor(connection).migration_plan(MigrationExecutor(connection).loader.graph.leaf_nodes())
    if waiting:
        return False, f"PostgreSQL {version}: {len(waiting)} migraties zijn nog niet uitgevoerd (manage.py prepare)"
    if not folds:
        return False, f"PostgreSQL {version}: de locale kent geen accenten; maak de database met C.UTF-8"
    return True, f"PostgreSQL {version}, alle migraties uitgevoerd"


def _broker() -> Finding:
    cache.set("controleer", "1", timeout=10)
    return cache.get("controleer") == "1", "Valkey antwoordt"


def _worker() -> Finding:
    age = heartbeat_age()
    if age is None:
        return False, "Worker: nog nooit een teken van leven; draait de worker?"
    return age <= STALE_SECONDS, f"Worker: laatste teken van leven {age:.0f} seconden geleden"


def _pdf() -> Finding:
    missing = pango.missing_packages()
    return not missing, "PDF: " + (f"installeer {' '.join(missing)}" if missing else "alle bibliotheken zijn er")


def _disk() -> Finding:
    if full := disk.short_of_room([settings.DATA_DIR, settings.MEDIA_ROOT]):
        return False, f"Schijf: bijna vol of vol, maak ruimte bij {', '.join(map(str, full))}"
    return True, f"Schijf: {shutil.disk_usage(settings.DATA_DIR).free // 1_000_000} MB vrij in {settings.DATA_DIR}"


def _media() -> Finding:
    writable = os.access(settings.MEDIA_ROOT, os.W_OK)
    return writable, f"Bestanden: {settings.MEDIA_ROOT} is {'' if writable else 'niet '}beschrijfbaar"


def _mail() -> Finding:
    mailer: dict[str, Any] = settings.MAILERS["default"]
    if mailer["BACKEND"].endswith("smtp.EmailBackend"):
        return True, f"E-mail: via {mailer['OPTIONS']['host']}"
    return not settings.PRODUCTION, "E-mail: gaat naar bestanden (de oefenomgeving)"


_QUESTIONS: dict[str, Callable[[], Finding]] = {
    "PostgreSQL": _database,
    "Valkey": _broker,
    "Worker": _worker,
    "PDF": _pdf,
    "Schijf": _disk,
    "Bestanden": _media,
    "E-mail": _mail,
}
