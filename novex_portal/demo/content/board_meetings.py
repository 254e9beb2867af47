"""What was agreed at bestuurlijke overleggen to practise with, and what became of it."""

from dataclasses import dataclass

from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Word:
    """What became of it, so many days ago."""

    state: OutcomeState
    days_ago: int
    text: str = ""
    evidence: str = ""


@dataclass(frozen=True)
class Agreed:
    """Something agreed, for an area or without one for all of them. `after` names what it goes on from: overleg and number."""

    number: int
    kind: OutcomeKind
    text: str
    slug: str = ""
    lead: str = ""
    due: int | None = None
    after: str = ""
    measures: tuple[str, ...] = ()
    reports: tuple[Word, ...] = ()


@dataclass(frozen=True)
class Spoken:
    """A party that is represented, and by whom."""

    who: str
    by: str


@dataclass(frozen=True)
class Table:
    """Who sits there for an area."""

    slug: str
    seated: tuple[str, ...]
    represented: tuple[Spoken, ...] = ()


@dataclass(frozen=True)
class Meeting:
    """An overleg; without areas it is one that is there already."""

    name: str
    days: int = 0
    place: str = ""
    areas: tuple[str, ...] = ()
    tables: tuple[Table, ...] = ()
    outcomes: tuple[Agreed, ...] = ()


@dataclass(frozen=True)
class Meetings:
    meetings: tuple[Meeting, ...]


BOARD_MEETINGS = read("board_meetings.toml", Meetings)
