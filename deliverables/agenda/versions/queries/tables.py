"""A frozen agenda as a table with a drawing in every row: for its page and for paper alike. No query."""

from dataclasses import dataclass
from typing import Literal

from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.timeline.queries.drawings import Moment, Point, Timeline, drawings_of
from deliverables.agenda.timeline.rules import Row, mark_of
from deliverables.agenda.versions.rules.snapshot import AgendaText, ConditionText, MeasureText
from novex_portal.toolkit.meters import counted

STATUS_KINDS = {
    MeasureStatus.PROPOSED: "idle",
    MeasureStatus.PLANNED: "idle",
    MeasureStatus.RUNNING: "busy",
    MeasureStatus.STOPPED: "attention",
    MeasureStatus.DONE: "good",
    MeasureStatus.DROPPED: "idle",
}
_CONDITION_KINDS = {ConditionState.OPEN: "idle", ConditionState.MET: "good", ConditionState.VOID: "idle"}


@dataclass(frozen=True)
class TextRow:
    """A measure with its drawing; `kind` is the sign of its state, `waits` says what it waits for."""

    text: MeasureText
    kind: str
    waits: str
    drawing: Row


@dataclass(frozen=True)
class TextGroup:
    """A chapter with its rows, and in words how many there are."""

    letter: str
    title: str
    words: str
    rows: tuple[TextRow, ...]
    drawing: Row


@dataclass(frozen=True)
class TextCondition:
    """Something from outside with its drawing."""

    text: ConditionText
    kind: str
    drawing: Row


@dataclass(frozen=True)
class TextTable:
    """All that is drawn of a frozen agenda."""

    timeline: Timeline
    groups: tuple[TextGroup, ...]
    conditions: tuple[TextCondition, ...]

    @property
    def ground(self) -> Row:
        """The drawing of a heading no line passes."""
        return Row()


def table_of(text: AgendaText) -> TextTable:
    """Return the table of a frozen agenda; chapters without measures are left out."""
    chapters = [chapter for chapter in text.chapters if chapter.measures]
    moment = Moment(text.frozen_at.date(), tuple(Point(row.day, row.name) for row in text.points))
    timeline = drawings_of(
        [[measure.planned for measure in chapter.measures] for chapter in chapters],
        text.plan,
        moment,
        days=[row.expected_on for row in text.conditions if row.expected_on],
        outside=[measure.code for measure in text.measures if measure.is_of_others],
    )
    groups = tuple(
        TextGroup(
            chapter.letter,
            chapter.title,
            _count(chapter.measures),
            tuple(_row(text, measure, timeline) for measure in chapter.measures),
            heading,
        )
        for chapter, heading in zip(chapters, timeline.headings, strict=True)
    )
    return TextTable(timeline, groups, tuple(_condition(row, timeline) for row in text.conditions))


def _row(text: AgendaText, measure: MeasureText, timeline: Timeline) -> TextRow:
    waits = ", ".join(row.before for row in text.waits_for(measure.code))
    return TextRow(measure, STATUS_KINDS[MeasureStatus(measure.status)], waits, timeline.rows[measure.code])


def _condition(row: ConditionText, timeline: Timeline) -> TextCondition:
    look: Literal["run", "plan"] = "run" if row.state == ConditionState.MET else "plan"
    mark = mark_of(row.expected_on, timeline.axis, look) if row.expected_on else None
    return TextCondition(row, _CONDITION_KINDS[ConditionState(row.state)], Row(mark=mark))


def _count(measures: tuple[MeasureText, ...]) -> str:
    there = [measure for measure in measures if not measure.is_dropped]
    running = sum(measure.status == MeasureStatus.RUNNING for measure in there)
    dropped = len(measures) - len(there)
    parts = [counted(len(there), "maatregel", "maatregelen")]
    parts += [counted(running, "loopt", "lopen")] if running else []
    parts += [f"{dropped} vervallen"] if dropped else []
    return ", ".join(parts)
