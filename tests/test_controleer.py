"""The doctor command tells what is well and what is not."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command

from novex_portal.health import HEARTBEAT_KEY, stamp_heartbeat

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_heartbeat_left")]


def examine() -> tuple[int, str]:
    """Run the command and return its exit status and what it said."""
    said = StringIO()
    try:
        call_command("controleer", stdout=said)
    except SystemExit as end:
        return int(end.code or 0), said.getvalue()
    return 0, said.getvalue()


def test_all_is_well_with_a_living_worker() -> None:
    settings.MEDIA_ROOT.mkdir(parents=True, exist_ok=True)
    stamp_heartbeat()

    status, said = examine()

    assert (status, "LET OP" in said) == (0, False)


def test_silent_worker_is_named_and_fails_the_command() -> None:
    cache.delete(HEARTBEAT_KEY)

    status, said = examine()

    assert (status, "LET OP  Worker" in said) == (1, True)


def test_database_version_and_migrations_are_told() -> None:
    stamp_heartbeat()

    assert "goed    PostgreSQL 18" in examine()[1]
