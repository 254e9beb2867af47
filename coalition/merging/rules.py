"""What becomes of two values that turn out to be one's. Pure: no ORM, no clock."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

UNDO_TIME = timedelta(hours=24)


@dataclass(frozen=True)
class Period:
    """From a day until a day; without a first day nobody knows since when, without a last one it goes on."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Weight:
    """How much hangs on one of the two, and which of them was there first."""

    conversations: int
    others: int
    born: UUID  # ids rise with time: the lower one is the older


def is_richer(one: Weight, other: Weight) -> bool:
    """Tell whether one stays: more conversations, else more of the rest, else there for longer."""
    mine, theirs = (one.conversations, one.others), (other.conversations, other.others)
    return mine > theirs or (mine == theirs and one.born <= other.born)


def undo_until(merged_at: datetime) -> datetime:
    """Return the moment until which a merge can be undone."""
    return merged_at + UNDO_TIME


def joined_text(kept: str, gone: str) -> str:
    """Return both texts, the kept one first; what stands in it already is not said twice."""
    kept, gone = kept.strip(), gone.strip()
    if not gone or gone in kept:
        return kept
    return f"{kept}\n\n{gone}" if kept else gone


def joined_period(kept: Period, gone: Period) -> Period:
    """Return the days on which either held: a known first day goes before an unknown one."""
    firsts = [day for day in (kept.first, gone.first) if day]
    lasts = [kept.last, gone.last]
    return Period(min(firsts, default=None), None if None in lasts else max(day for day in lasts if day))
