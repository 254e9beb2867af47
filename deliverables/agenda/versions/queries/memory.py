"""The memory of the plan: what moved, when, by how much and why, and the dates each version had."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from areas.models import Area
from coalition.agreement.provenance.rules import in_a_row
from deliverables.agenda.dates.rules.days import days_between, period
from deliverables.agenda.dates.rules.words import PlanDate, span_words
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import PlanChange
from deliverables.agenda.plan.rules.words import days_words
from deliverables.agenda.versions.queries.versions import texts_of
from deliverables.agenda.versions.rules.snapshot import AgendaText, MeasureText
from novex_portal.toolkit.files.exports import Value

ABSENT = "stond er niet in"


@dataclass(frozen=True)
class Moved:
    """One time that a measure went to other dates."""

    batch: UUID  # all that moved with it
    moment: datetime
    old: str
    new: str
    days: int  # of its last day
    why: str
    because_of: str  # the code of the measure that pushed it; empty when its own dates were edited
    is_undoing: bool
    was_undone: bool
    since: str  # the newest version before it: "1.0"; empty when there was none

    @property
    def words(self) -> str:
        return days_words(self.days) if self.days else "eind op dezelfde dag"


@dataclass(frozen=True)
class Remembered:
    """A measure with the dates it had in every version, those it has, and every time it moved, the newest first."""

    code: str
    title: str
    url: str
    dates: tuple[tuple[AgendaText, str], ...]  # each version with the dates in it, oldest first
    now: str
    days: int | None  # between the first version it was in and now; None when it was in none
    moved: tuple[Moved, ...]
    is_gone: bool

    @property
    def runs(self) -> list[tuple[str, str]]:
        """The dates of each version, versions in a row with the same dates together: "1.0 en 2.0"."""
        found: list[tuple[str, str]] = []
        for span, group in groupby(self.dates, key=itemgetter(1)):
            labels = [text.label for text, _ in group]
            found.append((in_a_row(labels), span))
        return found

    @property
    def has_moved(self) -> bool:
        return bool(self.days or self.moved)

    @property
    def words(self) -> str:
        """12 dagen later, since the first version it was in."""
        if self.days is None:
            return "nog in geen versie"
        return days_words(self.days) if self.days else "even laat als in de eerste versie"


@dataclass(frozen=True)
class Memory:
    """The memory of an agenda: its versions, oldest first, and its measures."""

    versions: tuple[AgendaText, ...]
    rows: tuple[Remembered, ...]

    @property
    def moved(self) -> list[Remembered]:
        return [row for row in self.rows if row.has_moved]

    @property
    def still(self) -> list[Remembered]:
        return [row for row in self.rows if not row.has_moved]


def memory_of(area: Area) -> Memory:
    """Return the memory of the agenda of an area. Three queries, however many measures, versions and changes."""
    texts = texts_of(area)
    measures = Measure.objects.filter(area=area).select_related("area").order_by("chapter__position", "code")
    changes = _changes(PlanChange.objects.filter(measure__area=area), texts)
    return Memory(tuple(texts), tuple(_remembered(row, texts, changes[row.pk]) for row in measures))


def remembered(measure: Measure) -> Remembered:
    """Return the memory of one measure. Two queries."""
    texts = texts_of(measure.area)
    return _remembered(measure, texts, _changes(PlanChange.objects.filter(measure=measure), texts)[measure.pk])


def _changes(rows: QuerySet[PlanChange], texts: list[AgendaText]) -> dict[UUID, list[Moved]]:
    found: dict[UUID, list[Moved]] = defaultdict(list)
    related = rows.select_related("batch__undone_by", "because_of")
    for row in related.order_by("-batch__decided_at", "measure__code"):
        found[row.measure_id].append(_moved(row, texts))
    return found


def _moved(row: PlanChange, texts: list[AgendaText]) -> Moved:
    batch = row.batch
    before = [text.label for text in texts if text.frozen_at <= batch.decided_at]
    return Moved(
        batch=batch.pk,
        moment=batch.decided_at,
        old=_span(row.old_start, row.old_start_precision, row.old_end, row.old_end_precision),
        new=_span(row.new_start, row.new_start_precision, row.new_end, row.new_end_precision),
        days=days_between(
            period(row.old_end, row.old_end_precision).last, period(row.new_end, row.new_end_precision).last
        ),
        why=batch.reason,
        because_of=row.because_of.code if row.because_of else "",
        is_undoing=batch.undoes_id is not None,
        was_undone=hasattr(batch, "undone_by"),
        since=before[-1] if before else "",
    )


def _span(start: date, start_precision: str, end: date, end_precision: str) -> str:
    return span_words(PlanDate(start, start_precision), PlanDate(end, end_precision))


def _remembered(measure: Measure, texts: list[AgendaText], moved: list[Moved]) -> Remembered:
    versions: list[MeasureText | None] = [text.by_code.get(measure.code) for text in texts]
    first = next((row for row in versions if row), None)
    return Remembered(
        code=measure.code,
        title=measure.title,
        url=measure.get_absolute_url(),
        dates=tuple((text, row.span if row else ABSENT) for text, row in zip(texts, versions, strict=True)),
        now=measure.span,
        days=days_between(first.planned.last, measure.ends.period.last) if first else None,
        moved=tuple(moved),
        is_gone=measure.status == MeasureStatus.DROPPED,
    )


CELLS = (
    "Code",
    "Maatregel",
    "Wanneer",
    "Was",
    "Werd",
    "Dagen (eind)",
    "Waarom",
    "Door",
    "Sinds versie",
    "Teruggedraaid",
)


def memory_cells(memory: Memory) -> Iterator[tuple[Value, ...]]:
    """Yield a line for a file for every time a measure moved. No query."""
    for row in memory.rows:
        for moved in row.moved:
            yield (
                row.code,
                row.title,
                timezone.localtime(moved.moment).date(),
                moved.old,
                moved.new,
                moved.days,
                moved.why,
                moved.because_of,
                moved.since,
                "ja" if moved.was_undone else "nee",
            )
