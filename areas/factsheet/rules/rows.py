"""What people fill in under a heading of the factsheet, as plain rows. Pure: no ORM, no clock.

`id` is the row that changes; without it a row is matched by what tells it apart (its title, its text),
and else it is new. Things of other tables are named by their id.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from areas.area.enums import MilestoneKind, MilestoneState, ProvinceRole
from areas.factsheet.enums import FactsheetHeading

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)
MAX_TEXT = 20_000
MAX_ROWS = 100


@dataclass(frozen=True)
class AttentionRow:
    text: str
    source: str = ""
    id: Any = None


@dataclass(frozen=True)
class ChallengeRow:
    title: str
    theme: str = ""
    text: str = ""
    source: str = ""
    id: Any = None


@dataclass(frozen=True)
class ContributionRow:
    programme: UUID
    goal_kind: str
    text: str
    source: str = ""
    id: Any = None


@dataclass(frozen=True)
class FrictionRow:
    first: UUID
    second: UUID
    text: str
    options: str = ""
    owners: str = ""
    source: str = ""
    id: Any = None


@dataclass(frozen=True)
class MilestoneRow:
    text: str
    on: date
    month_only: bool = False
    kind: str = MilestoneKind.MILESTONE
    state: str = MilestoneState.MADE
    source: str = ""
    id: Any = None


@dataclass(frozen=True)
class ContactRow:
    person: UUID
    subject: str = ""
    id: Any = None


@dataclass(frozen=True)
class ProvinceRow:
    province: int
    role: str = ProvinceRole.PARTICIPANT
    explanation: str = ""
    id: Any = None


Row = AttentionRow | ChallengeRow | ContributionRow | FrictionRow | MilestoneRow | ContactRow | ProvinceRow

ROW_OF: dict[FactsheetHeading, type[Row]] = {
    FactsheetHeading.STATE: AttentionRow,
    FactsheetHeading.MAIN: ChallengeRow,
    FactsheetHeading.LINKED: ChallengeRow,
    FactsheetHeading.PROGRAMMES: ContributionRow,
    FactsheetHeading.FRICTIONS: FrictionRow,
    FactsheetHeading.MILESTONES: MilestoneRow,
    FactsheetHeading.CONTACTS: ContactRow,
    FactsheetHeading.PROVINCES: ProvinceRow,
}
