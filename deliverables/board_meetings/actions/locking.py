"""One lock for what follows what at bestuurlijke overleggen."""

from django.db import connection

_LOCK = 6_11_20_24
"""Number of the advisory lock; any number that nothing else in this database uses."""


def lock_chains() -> None:
    """Wait until nobody else changes what was agreed, and keep others waiting until this transaction ends.

    A ring, and the next free number, are judged on all of it at once. Outcomes are written some times a year.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
