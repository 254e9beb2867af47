"""An empty database is made at once, and comes out the same as one that followed every migration."""

import difflib
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db.migrations.loader import MigrationLoader

from novex_portal import schema
from novex_portal.runtime.binaries import postgres_binaries
from novex_portal.runtime.children import server_account
from novex_portal.runtime.throwaway import PROJECT
from tests.database import fingerprint

ROWS = (
    "SELECT app, name FROM django_migrations",
    "SELECT app_label, model FROM django_content_type",
    "SELECT codename, name FROM auth_permission",
)
"""What migrating writes besides tables."""
KEPT = Path(__file__).with_name("schema.lock")
"""What every migration in turn came to, and for which migrations and packages: following them takes a minute, and
the same ones come to the same. Written by the test itself; it belongs in the commit of a migration."""


@pytest.fixture
def empty() -> Iterator[Callable[[], str]]:
    """Give a function that makes an empty database on the server of the tests and returns its address."""
    server, names = os.environ["DATABASE_URL"], []
    with psycopg.connect(server, autocommit=True) as admin:

        def make() -> str:
            names.append(f"empty_{os.getpid()}_{len(names)}")
            admin.execute(f"CREATE DATABASE {names[-1]}")
            return urlsplit(server)._replace(path=f"/{names[-1]}").geturl()

        yield make
        for name in names:
            admin.execute(f"DROP DATABASE {name} WITH (FORCE)")


def starting_to_migrate(url: str, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "manage.py", "migrate", "--skip-checks", "--verbosity", "0", *options]
    return subprocess.Popen(command, cwd=PROJECT, env=os.environ | {"DATABASE_URL": url})


def dump(url: str) -> list[str]:
    """Return all a database consists of as lines, column by column in their order."""
    program = postgres_binaries(server_account())[0] / "pg_dump"
    text = subprocess.check_output([program, "--schema-only", url], text=True)
    lines = [line for line in text.splitlines() if not line.startswith("\\")]  # those hold a random word
    with psycopg.connect(url) as database:
        for rows in ROWS:
            lines += sorted(map(str, database.execute(rows)))
    return lines


def followed_before(lines: list[str]) -> bool:
    """Tell whether every migration was followed before, with these packages, and came to just this."""
    return KEPT.exists() and KEPT.read_text().split() == [fingerprint(), digest(lines)]


def digest(lines: list[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


@pytest.mark.timeout(1800)
def test_made_at_once_is_the_same_as_every_migration_in_turn(empty: Callable[[], str]) -> None:
    at_once = empty()
    assert starting_to_migrate(at_once).wait() == 0
    made = dump(at_once)
    if followed_before(made):
        return

    in_turn = empty()
    assert starting_to_migrate(in_turn, "--step-by-step").wait() == 0
    assert "\n".join(difflib.unified_diff(dump(in_turn), made, n=2, lineterm="")) == ""
    KEPT.write_text(f"{fingerprint()} {digest(made)}\n")


def test_two_that_start_together_make_one_database(empty: Callable[[], str]) -> None:
    url = empty()
    both = [starting_to_migrate(url) for _ in range(2)]

    assert [process.wait() for process in both] == [0, 0]


def test_of_every_migration_with_code_is_written_down_whether_it_matters_on_an_empty_database() -> None:
    migrations = MigrationLoader(None).disk_migrations.values()

    assert schema.with_code(migrations) == schema.DO.keys() | schema.NOTHING_TO_DO.keys()
