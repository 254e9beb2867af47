"""An empty database is made at once, and comes out the same as one that followed every migration."""

import difflib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import psycopg
import pytest
from django.db.migrations.loader import MigrationLoader

from novex_portal import schema
from novex_portal.runtime.binaries import postgres_binaries
from novex_portal.runtime.children import server_account
from novex_portal.runtime.throwaway import PROJECT
from tests.database import TEMPLATES, fingerprint

ROWS = (
    "SELECT app, name FROM django_migrations",
    "SELECT app_label, model FROM django_content_type",
    "SELECT codename, name FROM auth_permission",
)
"""What migrating writes besides tables."""


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


def dump_of_every_step(empty: Callable[[], str]) -> list[str]:
    """Follow every migration; once, since what comes of it only changes with the migrations."""
    kept = TEMPLATES.with_name("test-dumps") / f"{fingerprint()}.sql"
    if not kept.exists():
        url = empty()
        assert starting_to_migrate(url, "--step-by-step").wait() == 0
        kept.parent.mkdir(exist_ok=True)
        kept.write_text("\n".join(dump(url)))
    return kept.read_text().split("\n")


@pytest.mark.timeout(1800)
def test_made_at_once_is_the_same_as_every_migration_in_turn(empty: Callable[[], str]) -> None:
    at_once = empty()
    assert starting_to_migrate(at_once).wait() == 0

    difference = difflib.unified_diff(dump_of_every_step(empty), dump(at_once), n=2, lineterm="")
    assert "\n".join(difference) == ""


def test_two_that_start_together_make_one_database(empty: Callable[[], str]) -> None:
    url = empty()
    both = [starting_to_migrate(url) for _ in range(2)]

    assert [process.wait() for process in both] == [0, 0]


def test_of_every_migration_with_code_is_written_down_whether_it_matters_on_an_empty_database() -> None:
    migrations = MigrationLoader(None).disk_migrations.values()

    assert schema.with_code(migrations) == schema.DO.keys() | schema.NOTHING_TO_DO.keys()
