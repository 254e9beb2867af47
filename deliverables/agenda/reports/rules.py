"""When a new word on measures is asked for before a checkpoint. Pure: no ORM, no clock.

From three weeks before a checkpoint whoever answers for a measure is asked how it goes, unless what was said
of it is at most four weeks old on the day of the checkpoint itself.
"""

from datetime import date, timedelta

ASKED_BEFORE = 21
STILL_NEW = 28


def asked_from(checkpoint: date) -> date:
    """Return the first day on which is asked for the state at a checkpoint."""
    return checkpoint - timedelta(days=ASKED_BEFORE)


def new_enough_from(checkpoint: date) -> date:
    """Return the earliest day of a report that still counts as new at a checkpoint."""
    return checkpoint - timedelta(days=STILL_NEW)


def is_asked(as_of: date | None, checkpoint: date, today: date) -> bool:
    """Tell whether a new word is asked for today, when the newest one is of `as_of` (None: there is none)."""
    if not asked_from(checkpoint) <= today <= checkpoint:
        return False
    return as_of is None or as_of < new_enough_from(checkpoint)
