"""Empties the database after a test whose transactions were real, and puts back rows it had before.

Django's own flush truncates all of some four hundred tables, then makes content types and permissions again:
more work than most tests. Here only what has rows is emptied, and what migrating wrote stays.
"""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import TransactionTestCase

KEPT = {"django_migrations", "django_content_type", "auth_permission"}
"""What migrating an empty database fills."""
PAST_TRIGGERS = "SET LOCAL session_replication_role = replica"
"""The owner of a server may write past triggers and foreign keys; anybody else gets a ProgrammingError."""


def empty_database() -> None:
    """Delete every row but what migrating wrote, once nobody writes any more."""
    try:
        _delete_past_triggers()
    except ProgrammingError:  # a server of somebody else, which does not let us
        call_command("flush", verbosity=0, interactive=False)


def all_rows() -> dict[str, bytes]:
    """Return what the tables hold, by table."""
    with connection.cursor() as cursor:
        return {table: _copied(cursor, table) for table in _filled(cursor)}


def put_back(rows: dict[str, bytes]) -> None:
    """Fill an empty database with rows it had before."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PAST_TRIGGERS)
        for table, content in rows.items():
            with cursor.copy(f"COPY {table} FROM STDIN") as copy:
                copy.write(content)


def _delete_past_triggers() -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(PAST_TRIGGERS)
        cursor.execute(f"LOCK TABLE {', '.join(_tables(cursor))} IN ACCESS EXCLUSIVE MODE")
        for table in _filled(cursor):
            cursor.execute(f"DELETE FROM {table}")  # noqa: S608  one of our own


def _tables(cursor: Any) -> list[str]:
    everything = set(connection.introspection.table_names(cursor))
    return [connection.ops.quote_name(name) for name in sorted(everything - KEPT)]


def _filled(cursor: Any) -> list[str]:
    asked = (f"(SELECT '{table}' FROM {table} LIMIT 1)" for table in _tables(cursor))  # noqa: S608
    cursor.execute(" UNION ALL ".join(asked))
    return [table for (table,) in cursor.fetchall()]


def _copied(cursor: Any, table: str) -> bytes:
    with cursor.copy(f"COPY {table} TO STDOUT") as copy:
        return b"".join(copy)


def install(patch: pytest.MonkeyPatch) -> None:
    """Let tests with real transactions end so."""
    patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _: empty_database())
