"""How what was agreed at a bestuurlijk overleg stands, and what it follows. Pure: no ORM, no clock."""

from collections.abc import Hashable, Mapping
from datetime import date, timedelta

from deliverables.board_meetings.enums import OPEN, OutcomeKind, OutcomeState
from novex_portal.toolkit.text import dutch

LOOKED_AHEAD = 42
"""So many days ahead is asked what is due where no overleg is planned."""
_SIGNS = {
    OutcomeState.NEW: "idle",
    OutcomeState.RUNNING: "busy",
    OutcomeState.DONE: "good",
    OutcomeState.CARRIED: "attention",
    OutcomeState.DROPPED: "idle",
}


def is_open(kind: str, state: str) -> bool:
    """Tell whether something still has to be done; what was only taken note of asks nothing."""
    return kind != OutcomeKind.NOTED and state in OPEN


def status_of(kind: str, state: str, due: date | None, today: date) -> tuple[str, str]:
    """Return the sign and the words of how it stands: its state, or how late it is."""
    if kind == OutcomeKind.NOTED:
        return "idle", "Kennisgenomen"
    late = dutch.late(due, today) if due and is_open(kind, state) else ""
    return ("error", late) if late else (_SIGNS[OutcomeState(state)], str(OutcomeState(state).label))


def age_words(as_of: date | None, today: date) -> str:
    """Say how old the word on it is: "stand van 12-11-2026, 18 dagen oud"."""
    if as_of is None:
        return "nog geen stand gemeld"
    days = (today - as_of).days
    age = "vandaag" if not days else f"{days} {'dag' if days == 1 else 'dagen'} oud"
    return f"stand van {dutch.short_date(as_of)}, {age}"


def missing_in(state: str, text: str, evidence: str) -> tuple[str, str]:
    """Return the field in which a word on it lacks something and what; empty when it is complete."""
    if state == OutcomeState.DONE and not (text or evidence):
        return "text", "Laat zien dat het klaar is: schrijf op wat er ligt, of zet er een link bij."
    if state == OutcomeState.DROPPED and not text:
        return "text", "Schrijf op waarom de afspraak vervalt."
    return "", ""


def asked_until(next_meeting: date | None, today: date) -> date:
    """Return until which day what is due is asked for now: the next overleg, or some weeks where none is planned."""
    return next_meeting or today + timedelta(days=LOOKED_AHEAD)


def chain_of[Key: Hashable](key: Key, before: Mapping[Key, Key | None]) -> list[Key]:
    """Return the whole line a key stands in, the oldest first; `before` gives what each goes on from."""
    after = {earlier: later for later, earlier in before.items() if earlier is not None}
    return [*reversed(_walk(key, before)), key, *_walk(key, after)]


def makes_ring[Key: Hashable](key: Key, predecessor: Key, before: Mapping[Key, Key | None]) -> bool:
    """Tell whether `key` would come after itself when it goes on from `predecessor`."""
    return predecessor == key or key in _walk(predecessor, before)


def _walk[Key: Hashable](key: Key, steps: Mapping[Key, Key | None]) -> list[Key]:
    """Return all that is reached from a key, the nearest first; a ring is walked once."""
    found: list[Key] = []
    step = steps.get(key)
    while step is not None and step != key and step not in found:
        found.append(step)
        step = steps.get(step)
    return found
