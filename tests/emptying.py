"""Empties the database after a test whose transactions were real.

Django's own flush truncates all of some four hundred tables, then makes content types and permissions again:
more work than most tests. Here only what has rows is emptied, and what migrating wrote stays.
"""

from typing import Any

from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.test import TransactionTestCase

KEPT = {"django_migrations", "django_content_type", "auth_permission"}
"""What migrating an empty database fills."""
_flush = TransactionTestCase._fixture_teardown


def empty_database() -> None:
    """Delete every row but what migrating wrote, once nobody writes any more.

    The server's owner may do so past triggers and foreign keys, as truncating does; raises
    ProgrammingError for anybody else.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        tables = [connection.ops.quote_name(name) for name in sorted(_tables() - KEPT)]
        cursor.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        cursor.execute(" UNION ALL ".join(f"(SELECT '{table}' FROM {table} LIMIT 1)" for table in tables))  # noqa: S608  our own tables
        filled = [table for (table,) in cursor.fetchall()]
        cursor.execute(";".join(f"DELETE FROM {table}" for table in filled))  # noqa: S608


def _tables() -> set[str]:
    return set(connection.introspection.table_names(include_views=False))


def _end_of_test(self: TransactionTestCase) -> None:
    try:
        empty_database()
    except ProgrammingError:  # a server of somebody else, where we are not the owner
        _flush(self)


def install(patch: Any) -> None:
    """Let tests with real transactions end so."""
    patch.setattr(TransactionTestCase, "_fixture_teardown", _end_of_test)
