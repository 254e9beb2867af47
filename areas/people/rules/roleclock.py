"""The rollenklok: how long somebody has been in a role, and which roles end soon. Pure: no database, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from areas.people.rules.periods import length_words

SOON = 60
"""So many days before its end a role counts as ending: time enough for a hand over."""


class ClockState(StrEnum):
    """How a role stands, in the order in which it asks for attention."""

    LEFT_BEHIND = "niet-overgedragen"
    ENDING = "loopt-af"
    RUNNING = "loopt"
    COMING = "komt"
    ENDED = "overgedragen"


STATE_WORDS = {
    ClockState.LEFT_BEHIND: ("error", "Beëindigd zonder overdracht"),
    ClockState.ENDING: ("attention", "Loopt af"),
    ClockState.RUNNING: ("good", "Loopt"),
    ClockState.COMING: ("idle", "Begint nog"),
    ClockState.ENDED: ("half", "Beëindigd"),
}


@dataclass(frozen=True)
class Held:
    """A role somebody holds or held, and how much hangs on it: {"open afspraken": 3, …}."""

    person: UUID
    role: str
    valid_from: date | None
    valid_until: date | None
    hangs: dict[str, int] = field(default_factory=dict)
    handed_over: bool = False

    @property
    def total(self) -> int:
        return sum(self.hangs.values())


@dataclass(frozen=True)
class Tick:
    """One role on the clock."""

    held: Held
    state: ClockState
    # In words, empty where it is not known since when.
    how_long: str
    # Days until the last day; negative when it has passed, None when no end is known.
    days_left: int | None

    @property
    def look(self) -> tuple[str, str]:
        """Kind and words of the status."""
        if self.state is ClockState.ENDED and self.held.handed_over:
            return "half", "Overgedragen"
        return STATE_WORDS[self.state]


def clock(held: Iterable[Held], today: date) -> list[Tick]:
    """Return the roles in the order in which they ask for attention: what was left behind, then by end date."""
    return sorted((_tick(one, today) for one in held), key=_rank)


def state_on(today: date, held: Held) -> ClockState:
    """Tell how a role stands on a day."""
    if held.valid_until and held.valid_until < today:
        left = held.total and not held.handed_over
        return ClockState.LEFT_BEHIND if left else ClockState.ENDED
    if held.valid_from and held.valid_from > today:
        return ClockState.COMING
    if held.valid_until and held.valid_until <= today + timedelta(days=SOON):
        return ClockState.ENDING
    return ClockState.RUNNING


def _tick(held: Held, today: date) -> Tick:
    until = min(held.valid_until or today, today)
    known = held.valid_from and held.valid_from <= today
    how_long = length_words(held.valid_from, until) if known and held.valid_from else ""
    return Tick(held, state_on(today, held), how_long, (held.valid_until - today).days if held.valid_until else None)


_ORDER = {state: rank for rank, state in enumerate(ClockState)}


def _rank(tick: Tick) -> tuple[int, date, date, str, UUID]:
    held = tick.held
    return (
        _ORDER[tick.state],
        held.valid_until or date.max,
        held.valid_from or date.min,
        held.role.lower(),
        held.person,
    )
