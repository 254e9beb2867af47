"""One lock for the plan of all areas: what waits for what, what must be ready when, and what moves."""

from django.db import connection

_LOCK = 13_02_20_26
"""Number of the advisory lock; any number that nothing else in this database uses."""


def lock_plan() -> None:
    """Wait until nobody else changes a plan, and keep others waiting until this transaction ends.

    Plans are tied to each other over areas, so a ring or a domino is judged on all of them at once. Take it
    before locking a measure, so that two who do both never wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
