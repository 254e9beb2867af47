"""How far a round of conversations is. Pure: no ORM, no clock."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

SPOKEN, PLANNED, NOT_YET = "Gesproken", "Gepland", "Nog niet"
SIGNS = {SPOKEN: "good", PLANNED: "busy", NOT_YET: "idle"}


@dataclass(frozen=True)
class Count:
    """How many of one kind were spoken with, against how many one wants."""

    kind: str
    spoken: int
    wanted: int

    @property
    def words(self) -> str:
        return f"{self.spoken} van {self.wanted}"

    @property
    def is_reached(self) -> bool:
        return self.spoken >= self.wanted


def state_of(organisation: UUID, planned_on: date | None, spoken: Collection[UUID]) -> str:
    """Return where a target stands: it follows from the conversations and the plan, and is stored nowhere."""
    if organisation in spoken:
        return SPOKEN
    return PLANNED if planned_on else NOT_YET


def counts(aims: Mapping[str, int], spoken_kinds: Sequence[str], order: Sequence[str]) -> list[Count]:
    """Return per kind with an aim how many organisations were spoken with; `spoken_kinds` has one entry each."""
    found = Counter(spoken_kinds)
    return [Count(kind, found[kind], aims[kind]) for kind in order if kind in aims]


def finding(states: Sequence[str], missing: Sequence[Count], labels: Mapping[str, str]) -> str:
    """Say in a sentence or two how far the round is."""
    if not states:
        return "Deze ronde heeft nog geen partijen om mee te spreken. Kies ze bij “Ronde wijzigen”."
    found = Counter(states)
    words = f"Met {found[SPOKEN]} van {len(states)} partijen is gesproken, {found[PLANNED]} staan gepland."
    short = [f"{labels[row.kind].lower()} ({row.words})" for row in missing if not row.is_reached]
    return words + (f" Nog te weinig: {', '.join(short)}." if short else "")
