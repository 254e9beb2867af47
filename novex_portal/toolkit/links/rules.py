"""How it stands with a link that lets an outsider in. Pure: no ORM, no clock of its own."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class LinkState(StrEnum):
    """Whether a link still opens what it was sent for, and if not why, as people read it."""

    OPEN = "open"
    USED = "gebruikt"
    REVOKED = "ingetrokken"
    CLOSED = "gesloten"
    EXPIRED = "verlopen"
    CHANGED = "gewijzigd"


@dataclass(frozen=True, slots=True)
class LinkFacts:
    """What decides over a link; every kind of link fills in what it knows.

    `until` is a day, which counts until its end, or a moment, from which on the link opens nothing.
    """

    used: bool = False
    revoked: bool = False
    closed: bool = False  # by who sent it, for everybody at once
    until: date | datetime | None = None
    changed: bool = False  # what was sent is not what stands there now


def state_of(link: LinkFacts, now: date | datetime) -> LinkState:
    """Return how it stands with a link at `now`, in local time; for one that ends with a day, today will do.

    What was used stays used and what was taken back stays taken back, after the last day as well.
    """
    if link.used:
        return LinkState.USED
    if link.revoked:
        return LinkState.REVOKED
    if link.closed:
        return LinkState.CLOSED
    if is_past(link.until, now):
        return LinkState.EXPIRED
    return LinkState.CHANGED if link.changed else LinkState.OPEN


def is_past(until: date | datetime | None, now: date | datetime) -> bool:
    """Tell whether a last day or moment has been; without one never. Raises TypeError for a moment asked by the day."""
    if until is None:
        return False
    if isinstance(until, datetime):
        if not isinstance(now, datetime):
            raise TypeError("A link that ends at a moment is asked with a moment.")
        return now >= until
    return (now.date() if isinstance(now, datetime) else now) > until
