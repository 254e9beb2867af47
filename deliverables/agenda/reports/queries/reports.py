"""Reading how measures go: the newest word on each line."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from deliverables.agenda.measures.models import Measure
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.reports.models import StatusReport
from novex_portal.toolkit.text import dutch

SIGNS = {Word.AS_EXPECTED: "good", Word.ATTENTION: "attention", Word.STUCK: "error"}

type Newest = dict[str, StatusReport]  # by axis


def newest_reports(measures: Iterable[UUID]) -> dict[UUID, Newest]:
    """Return per measure the newest report on each line it was reported on. One query."""
    found: dict[UUID, Newest] = defaultdict(dict)
    rows = StatusReport.objects.filter(measure__in=list(measures)).select_related("organisation", "reported_by")
    for row in rows.order_by("measure_id", "axis", "-as_of", "-reported_at").distinct("measure_id", "axis"):
        found[row.measure_id][row.axis] = row
    return dict(found)


@dataclass(frozen=True, slots=True)
class AxisRow:
    """One line of the stand of a measure; without words nobody reported on it."""

    name: str
    kind: str
    words: str
    reason: str


@dataclass(frozen=True)
class Reported:
    """How a measure stands on every line, and how old that is."""

    rows: list[AxisRow]
    told: str  # when and by whom the newest was said; empty when nobody did


def reported(measure: Measure, today: date) -> Reported:
    """Return how a measure stands on every line. One query."""
    newest = newest_reports([measure.pk]).get(measure.pk, {})
    rows = [_axis_row(axis, newest.get(axis)) for axis in Axis]
    last = max(newest.values(), key=lambda row: (row.as_of, row.reported_at), default=None)
    return Reported(rows, _told(last, today) if last else "")


def _axis_row(axis: Axis, row: StatusReport | None) -> AxisRow:
    if row is None:
        return AxisRow(str(axis.label), "idle", "Nog niet gemeld", "")
    return AxisRow(str(axis.label), SIGNS[Word(row.word)], str(row.get_word_display()), row.reason)


def _told(row: StatusReport, today: date) -> str:
    by = row.organisation.name if row.organisation else "de planningsgroep"
    days = (today - row.as_of).days
    age = "vandaag" if not days else f"{days} {'dag' if days == 1 else 'dagen'} oud"
    return f"Gemeld op {dutch.short_date(row.as_of)} door {by}, {age}"
