"""Which notices a checkpoint asks for, and when each is due. Pure: no ORM, no clock.

A notice belongs to a calendar day in the Netherlands, so the day decides whether it has passed;
the instant is that day at the hour people start work. Summer time is the calendar's business.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, order=True)
class Notice:
    """Word of a checkpoint, `offset_days` before it (negative: after), due at an instant in UTC."""

    due_at: datetime
    offset_days: int

    @property
    def day(self) -> date:
        """The calendar day in the Netherlands on which it is due."""
        return self.due_at.astimezone(ZONE).date()


def notice(day: date, offset_days: int, *, hour: int) -> Notice:
    """Return the notice `offset_days` before `day`, at `hour` o'clock local time."""
    local = datetime.combine(day - timedelta(days=offset_days), time(hour), tzinfo=ZONE)
    return Notice(local.astimezone(UTC), offset_days)


def notices(day: date, *, today: date, hour: int, offsets: Iterable[int]) -> list[Notice]:
    """Return what is still to be said about a checkpoint on `day`, soonest first.

    Days before today are not made up for; today counts, also when the hour has struck.
    """
    return sorted(notice(day, offset, hour=hour) for offset in set(offsets) if day - timedelta(days=offset) >= today)
