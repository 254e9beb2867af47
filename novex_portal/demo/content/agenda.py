"""The uitvoeringsagendas to practise with: of Zuid-Limburg in full, of two other areas ten measures each.

Dates stand there as people write them. In Zuid-Limburg there is one of everything: a clash, a tight relation, a
measure that is late, one that was dropped, one that waits for another area, and dates that moved for a reason.
"""

from dataclasses import dataclass, field

from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, Phase
from deliverables.agenda.plan.enums import ConditionState, DependencyKind, DependencyState, LagUnit
from deliverables.agenda.reports.enums import Axis, Word
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Told:
    """How a measure went on a line, so many days ago."""

    axis: Axis
    word: Word
    days_ago: int
    reason: str = ""


@dataclass(frozen=True)
class Done:
    """A measure. `weeks` are the shortest, likeliest and longest time the rest takes.

    `pinned` and `dropped` are why; what is `new` came after the first version, as did the dropping.
    """

    code: str
    title: str
    result: str
    start: str
    end: str
    kind: MeasureKind = MeasureKind.ACTION
    phase: Phase = Phase.NONE
    status: MeasureStatus = MeasureStatus.PLANNED
    lead: str = ""
    partners: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    authorities: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    ambitions: tuple[int, ...] = ()
    programmes: tuple[str, ...] = ()
    decisions: tuple[str, ...] = ()
    weeks: tuple[int, ...] = ()
    longest_reason: str = ""
    drivers: tuple[str, ...] = ()
    reports: tuple[Told, ...] = ()
    pinned: str = ""
    dropped: str = ""
    new: bool = False


@dataclass(frozen=True)
class Part:
    """A chapter, and the opgaven its measures are about."""

    letter: str
    title: str
    measures: tuple[Done, ...]
    challenges: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waits:
    """What waits for what. A code without an area is of the area itself."""

    before: str
    after: str
    why: str
    kind: DependencyKind = DependencyKind.FINISH_START
    lag: int = 0
    unit: LagUnit = LagUnit.DAY
    state: DependencyState = DependencyState.CONFIRMED


@dataclass(frozen=True)
class Outside:
    """A condition from outside; `everywhere` is one that holds for all areas."""

    title: str
    owner: str
    measures: tuple[str, ...]
    expected: str = ""
    state: ConditionState = ConditionState.OPEN
    note: str = ""
    everywhere: bool = False


@dataclass(frozen=True)
class Last:
    """The last day of a measure, or the checkpoint it must be ready for."""

    measure: str
    why: str
    day: str = ""
    checkpoint: str = ""


@dataclass(frozen=True)
class Was:
    """The dates a measure had before it moved, and what moved it when it was not moved itself."""

    measure: str
    start: str
    end: str
    because_of: str = ""


@dataclass(frozen=True)
class Moved:
    """What moved in one go, and why; `later` than the second version, or before it."""

    days_ago: int
    reason: str
    moves: tuple[Was, ...]
    later: bool = False


@dataclass(frozen=True)
class Versions:
    """Why each of the two versions was frozen, how long ago, and for which checkpoint the first was."""

    first: str
    first_checkpoint: str
    first_days_ago: int
    second: str
    second_days_ago: int


@dataclass(frozen=True)
class Agenda:
    """The agenda of one area. `drivers` are what can make several of its measures late."""

    slug: str
    chapters: tuple[Part, ...]
    dependencies: tuple[Waits, ...]
    conditions: tuple[Outside, ...] = ()
    deadlines: tuple[Last, ...] = ()
    batches: tuple[Moved, ...] = ()
    drivers: tuple[str, ...] = ()
    drivers_everywhere: tuple[str, ...] = ()
    versions: Versions | None = None


@dataclass(frozen=True)
class Here:
    """`executives` and `contacts` are roles at a party that has the lead."""

    executives: dict[str, str]
    contacts: dict[str, str]
    agenda: Agenda


@dataclass(frozen=True)
class Around:
    agendas: tuple[Agenda, ...] = field(default=())


HERE = read("agenda.toml", Here)
AROUND = read("agenda_elsewhere.toml", Around)
