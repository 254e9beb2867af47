"""A frozen uitvoeringsagenda: everything a version shows, and its PDF and comparisons need. Pure: no ORM, no clock.

It is stored as JSON once and read for as long as the portal lives: `FORMAT` goes up when its shape changes, and
`from_json` keeps reading every older shape. It holds no text of a conversation and no name of a person: roles and
organisations only. A measure of another area is its code and "een maatregel in De Peel".
"""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from deliverables.agenda.dates.rules.days import period
from deliverables.agenda.dates.rules.words import PlanDate, date_words, span_words
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart, Phase
from deliverables.agenda.plan.enums import ConditionState, DependencyKind, DependencyState
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation
from deliverables.agenda.plan.rules.words import lag_words
from deliverables.agenda.reports.enums import Axis, Word
from novex_portal.toolkit.law_text.light import AS_BEFORE

FORMAT = 1
_READABLE = {1}


@dataclass(frozen=True)
class PartyText:
    """What a party did in a measure."""

    name: str
    part: str

    @property
    def part_words(self) -> str:
        return PartyPart(self.part).label


@dataclass(frozen=True)
class ReportText:
    """How a measure went along one line, on a day, said by an organisation (none: the planning group)."""

    axis: str
    word: str
    reason: str
    as_of: date
    organisation: str = ""

    @property
    def axis_words(self) -> str:
        return Axis(self.axis).label

    @property
    def words(self) -> str:
        return Word(self.word).label


@dataclass(frozen=True)
class DeadlineText:
    """The last day a measure may end, and why."""

    day: date
    kind: str
    words: str


@dataclass(frozen=True)
class MeasureText:
    """A measure as it stood; dates are the first day of the period they are meant as."""

    id: str  # of the live measure
    code: str
    title: str
    result: str
    kind: str
    phase: str
    start: date
    start_precision: str
    end: date
    end_precision: str
    status: str
    is_pinned: bool = False
    pin_reason: str = ""
    drop_reason: str = ""
    parties: tuple[PartyText, ...] = ()
    reports: tuple[ReportText, ...] = ()
    deadlines: tuple[DeadlineText, ...] = ()

    @property
    def span(self) -> str:
        """From when until when, as people write it."""
        return span_words(PlanDate(self.start, self.start_precision), PlanDate(self.end, self.end_precision))

    @property
    def lead(self) -> str:
        """Who has the lead; empty when nobody had."""
        return next((party.name for party in self.parties if party.part == PartyPart.LEAD), "")

    @property
    def who(self) -> str:
        """Who has the lead, or in a programme of others the first party in it, in words."""
        if self.is_of_others and not self.lead:
            return self.parties[0].name if self.parties else "anderen"
        return self.lead or "nog geen trekker"

    @property
    def work(self) -> str:
        """What kind of work it is, and in which phase."""
        phase = "" if self.phase in {Phase.NONE, self.kind} else self.phase_words.lower()
        return ", ".join(filter(None, [self.kind_words, phase]))

    @property
    def status_words(self) -> str:
        return MeasureStatus(self.status).label

    @property
    def kind_words(self) -> str:
        return MeasureKind(self.kind).label

    @property
    def phase_words(self) -> str:
        return Phase(self.phase).label

    @property
    def is_dropped(self) -> bool:
        return self.status == MeasureStatus.DROPPED

    @property
    def is_of_others(self) -> bool:
        return self.kind == MeasureKind.PROGRAMME

    @property
    def planned(self) -> Planned:
        """The measure as the rules see it."""
        start, end = period(self.start, self.start_precision), period(self.end, self.end_precision)
        return Planned(self.code, start, end, self.status, self.is_pinned)


@dataclass(frozen=True)
class ChapterText:
    """A chapter with its measures, in order."""

    letter: str
    title: str
    measures: tuple[MeasureText, ...]


@dataclass(frozen=True)
class RelationText:
    """What waited for what; names are titles, or "een maatregel in De Peel"."""

    before: str
    after: str
    before_name: str
    after_name: str
    kind: str
    lag: int
    unit: str
    state: str
    why: str

    @property
    def relation(self) -> Relation:
        return Relation(self.before, self.after, self.kind, self.lag, self.unit, self.state)

    @property
    def kind_words(self) -> str:
        """Begint als de ander klaar is, plus 20 werkdagen."""
        return ", ".join(filter(None, [DependencyKind(self.kind).label, lag_words(self.lag, self.unit)]))

    @property
    def words(self) -> str:
        """One line that says the same of the same relation, whatever its reason."""
        return f"{self.after} wacht op {self.before}: {self.kind_words.lower()}"


@dataclass(frozen=True)
class ConditionText:
    """Something from outside that measures waited for."""

    title: str
    owner: str
    state: str
    expected_on: date | None
    expected_precision: str
    measures: tuple[str, ...]

    @property
    def state_words(self) -> str:
        return ConditionState(self.state).label

    @property
    def expected_words(self) -> str:
        return date_words(self.expected_on, self.expected_precision) if self.expected_on else "onbekend"


@dataclass(frozen=True)
class PointText:
    """A checkpoint of the area."""

    day: date
    name: str


@dataclass(frozen=True)
class AgendaText:
    """A whole frozen version, or the agenda as it is now (number 0)."""

    area: str
    area_slug: str
    number: int
    reason: str
    checkpoint: str  # what it was frozen for; may be empty
    frozen_at: datetime  # aware, in Dutch time
    frozen_by: str  # role and organisation: "Planningsgroep, provincie Limburg"; never a name
    chapters: tuple[ChapterText, ...]
    relations: tuple[RelationText, ...] = ()
    conditions: tuple[ConditionText, ...] = ()
    points: tuple[PointText, ...] = ()
    grammar: int = AS_BEFORE  # how the results of measures are read; versions from before have none

    @property
    def label(self) -> str:
        """How people call it."""
        return f"{self.number}.0" if self.number else "nu"

    @property
    def measures(self) -> Iterator[MeasureText]:
        """All measures in the order of the agenda."""
        return (measure for chapter in self.chapters for measure in chapter.measures)

    @property
    def by_code(self) -> dict[str, MeasureText]:
        return {measure.code: measure for measure in self.measures}

    @property
    def plan(self) -> Plan:
        """The agenda as a plan to reckon with; what it is tied to in other areas is not in it."""
        deadlines = (
            Deadline(measure.code, row.day, row.kind, row.words)
            for measure in self.measures
            for row in measure.deadlines
        )
        return Plan.of(
            (measure.planned for measure in self.measures), (row.relation for row in self.relations), deadlines
        )

    def waits_for(self, code: str) -> list[RelationText]:
        """What a measure waits for, by what was agreed."""
        return [row for row in self.relations if row.after == code and row.state != DependencyState.REJECTED]

    def to_json(self) -> dict[str, Any]:
        """Return plain values that JSON can hold."""
        return {"format": FORMAT, **_plain(asdict(self))}


def from_json(data: dict[str, Any]) -> AgendaText:
    """Read back what `to_json` gave. Raises ValueError for a format this code does not know."""
    if data.get("format") not in _READABLE:
        raise ValueError(f"Onbekende vorm van een bevroren agenda: {data.get('format')!r}")
    values = {name: value for name, value in data.items() if name != "format"}
    return AgendaText(
        **values
        | {
            "frozen_at": datetime.fromisoformat(data["frozen_at"]),
            "chapters": tuple(_chapter(row) for row in data["chapters"]),
            "relations": tuple(RelationText(**row) for row in data["relations"]),
            "conditions": tuple(_condition(row) for row in data["conditions"]),
            "points": tuple(PointText(**row | {"day": _day(row["day"])}) for row in data["points"]),
        }
    )


def _chapter(row: dict[str, Any]) -> ChapterText:
    return ChapterText(**row | {"measures": tuple(_measure(measure) for measure in row["measures"])})


def _measure(row: dict[str, Any]) -> MeasureText:
    return MeasureText(
        **row
        | {
            "start": _day(row["start"]),
            "end": _day(row["end"]),
            "parties": tuple(PartyText(**party) for party in row["parties"]),
            "reports": tuple(ReportText(**report | {"as_of": _day(report["as_of"])}) for report in row["reports"]),
            "deadlines": tuple(DeadlineText(**last | {"day": _day(last["day"])}) for last in row["deadlines"]),
        }
    )


def _condition(row: dict[str, Any]) -> ConditionText:
    expected = _day(row["expected_on"]) if row["expected_on"] else None
    return ConditionText(**row | {"expected_on": expected, "measures": tuple(row["measures"])})


def _day(value: str) -> date:
    return date.fromisoformat(value)


def _plain(value: Any) -> Any:
    """Turn tuples into lists and moments into ISO texts, all the way down."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
