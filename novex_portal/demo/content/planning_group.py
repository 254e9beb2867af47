"""The planning group of Zuid-Limburg. Nobody carries gedeelde monitoring: the page shows what is missing."""

from dataclasses import dataclass
from datetime import time

from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.seats.enums import PlanningFunction
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Sits:
    """A seat of whoever holds a role, with its functions."""

    organisation: str
    role: str
    functions: tuple[PlanningFunction, ...]
    since: int = -90


@dataclass(frozen=True)
class Task:
    """An action item of whoever holds a role."""

    what: str
    organisation: str
    role: str
    due: int
    done: bool = False


@dataclass(frozen=True)
class Stated:
    organisation: str
    status: DecisionStatus
    body: str = ""
    reservation: str = ""


@dataclass(frozen=True)
class Decided:
    title: str
    text: str
    body: str
    days_ago: int
    positions: tuple[Stated, ...] = ()


@dataclass(frozen=True)
class Discussed:
    """A point of a meeting, with what came of it."""

    title: str
    outcome: str = ""


@dataclass(frozen=True)
class Met:
    """A meeting; without a report it is still to come."""

    title: str
    days: int
    starts_at: time
    place: str
    points: tuple[Discussed, ...]
    report: str = ""


@dataclass(frozen=True)
class PlanningGroup:
    """The last decision is of the first meeting."""

    seats: tuple[Sits, ...]
    tasks: tuple[Task, ...]
    decisions: tuple[Decided, ...]
    meetings: tuple[Met, ...]


PLANNING_GROUP = read("planning_group.toml", PlanningGroup)
