"""The areas as the portal starts with them, read from `areas/data/areas.toml`. Pure: no database."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from areas.enums import ChallengeKind

FILE = Path(__file__).resolve().parent / "data" / "areas.toml"


@dataclass(frozen=True)
class ChallengeEntry:
    title: str
    kind: str = ChallengeKind.MAIN
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
    source: str = ""


@dataclass(frozen=True)
class AreaEntry:
    number: int
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
    return AreaEntry(
        number=row["number"],
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
