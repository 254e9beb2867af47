"""What the portal starts with, read from `data/*.toml`: areas, national programmes, first factsheets. Pure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from areas.area.enums import ChallengeKind, MilestoneKind, MilestoneState, Theme
from areas.factsheet.enums import FactsheetHeading
from areas.programmes.enums import GoalKind, ProgrammeStatus

DATA = Path(__file__).resolve().parent / "data"
FILE = DATA / "areas.toml"


@dataclass(frozen=True)
class ChallengeEntry:
    title: str
    kind: str = ChallengeKind.MAIN
    theme: str = ""
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class AttentionEntry:
    text: str
    source: str = ""


@dataclass(frozen=True)
class MilestoneEntry:
    on: date
    text: str
    month_only: bool = False
    kind: str = MilestoneKind.MILESTONE
    state: str = MilestoneState.MADE
    source: str = ""


@dataclass(frozen=True)
class AreaEntry:
    number: int
    code: str
    name: str
    provinces: tuple[str, ...]
    latitude: Decimal
    longitude: Decimal
    main_challenge: str
    source: str
    on_national_border: bool
    challenges: tuple[ChallengeEntry, ...]
    attention_points: tuple[AttentionEntry, ...]
    milestones: tuple[MilestoneEntry, ...]

    @property
    def slug(self) -> str:
        """The part of the address that stands for this area: its name, slugified."""
        return slugify(self.name)


def read_catalogue(path: Path = FILE) -> tuple[AreaEntry, ...]:
    """Return the areas in a catalogue file, in its order.

    Raises KeyError or TypeError for a file that misses something or says something unknown: the
    file is part of the program.
    """
    with path.open("rb") as file:
        rows = tomllib.load(file, parse_float=Decimal)["areas"]
    return tuple(_entry(row) for row in rows)


def _entry(row: Mapping[str, Any]) -> AreaEntry:
    latitude, longitude = row["centre"]
    challenges = tuple(ChallengeEntry(**item) for item in row["challenges"])
    for challenge in challenges:
        ChallengeKind(challenge.kind)
        _ = challenge.theme and Theme(challenge.theme)
    return AreaEntry(
        number=row["number"],
        code=row["code"],
        name=row["name"],
        provinces=tuple(row["provinces"]),
        latitude=latitude,
        longitude=longitude,
        main_challenge=row["main_challenge"],
        source=row["source"],
        on_national_border=row.get("on_national_border", False),
        challenges=challenges,
        attention_points=tuple(AttentionEntry(**item) for item in row.get("attention_points", ())),
        milestones=tuple(MilestoneEntry(**item) for item in row.get("milestones", ())),
    )


@dataclass(frozen=True)
class ProgrammeEntry:
    name: str
    source: str
    short_name: str = ""
    responsible: str = ""
    status: str = ProgrammeStatus.TO_CONFIRM


@dataclass(frozen=True)
class SectionEntry:
    """The text under one heading."""

    heading: str
    text: str
    source: str


@dataclass(frozen=True)
class ContributionEntry:
    programme: str
    goal_kind: str
    text: str
    source: str


@dataclass(frozen=True)
class FrictionEntry:
    """Two challenges, by their titles, and what rubs between them."""

    first: str
    second: str
    text: str
    source: str


@dataclass(frozen=True)
class FactsheetEntry:
    """What the factsheet of one area starts with."""

    slug: str
    sections: tuple[SectionEntry, ...]
    contributions: tuple[ContributionEntry, ...]
    frictions: tuple[FrictionEntry, ...]
    milestones: tuple[MilestoneEntry, ...]


def read_programmes(path: Path = DATA / "programmes.toml") -> tuple[ProgrammeEntry, ...]:
    """Return the national programmes in a file, in its order; errors as for `read_catalogue`."""
    with path.open("rb") as file:
        entries = tuple(ProgrammeEntry(**row) for row in tomllib.load(file)["programmes"])
    for entry in entries:
        ProgrammeStatus(entry.status)
    return entries


def read_factsheets(path: Path = DATA / "factsheets.toml") -> tuple[FactsheetEntry, ...]:
    """Return the first factsheets in a file, what holds everywhere included; errors as for `read_catalogue`."""
    with path.open("rb") as file:
        data = tomllib.load(file)
    return tuple(_factsheet(row, data["everywhere"]) for row in data["areas"])


def _factsheet(row: Mapping[str, Any], everywhere: Mapping[str, Any]) -> FactsheetEntry:
    entry = FactsheetEntry(
        slug=row["slug"],
        sections=tuple(SectionEntry(**item) for item in (*everywhere["sections"], *row.get("sections", ()))),
        contributions=tuple(ContributionEntry(**item) for item in row.get("contributions", ())),
        frictions=tuple(FrictionEntry(**item) for item in row.get("frictions", ())),
        milestones=tuple(MilestoneEntry(**item) for item in (*everywhere["milestones"], *row.get("milestones", ()))),
    )
    for section in entry.sections:
        FactsheetHeading(section.heading)
    for contribution in entry.contributions:
        GoalKind(contribution.goal_kind)
    return entry
