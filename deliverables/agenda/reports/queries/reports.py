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

MOST_READ = 60
"""So many rows are read for the page of a measure: twenty times three lines, years of reports."""

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
    earlier: list["Earlier"]


@dataclass(frozen=True)
class Earlier:
    """What was said at once, before the newest words."""

    words: str  # "Gemeld op 3-11-2026 door Waterschap Limburg"
    lines: list[str]  # "Tijd: aandacht nodig. De vergunning laat op zich wachten."


def reported(measure: Measure, today: date) -> Reported:
    """Return how a measure stands on every line, and what was said before. One query."""
    said = list(measure.reports.select_related("organisation")[:MOST_READ])
    newest: Newest = {}
    for row in said:
        newest.setdefault(row.axis, row)
    at_once: dict[UUID, list[StatusReport]] = {}
    for row in said:
        at_once.setdefault(row.submission_token, []).append(row)
    shown = {row.pk for row in newest.values()}
    earlier = [_earlier(rows) for rows in at_once.values() if not {row.pk for row in rows} <= shown]
    rows = [_axis_row(axis, newest.get(axis)) for axis in Axis]
    return Reported(rows, told(newest, today), earlier)


def _earlier(rows: list[StatusReport]) -> Earlier:
    by_axis = {row.axis: row for row in rows}
    lines = [_line(axis, by_axis[axis]) for axis in Axis if axis in by_axis]
    return Earlier(f"Op {dutch.short_date(rows[0].as_of)} door {_by(rows[0])}", lines)


def _line(axis: Axis, row: StatusReport) -> str:
    return f"{axis.label}: {row.get_word_display().lower()}. {row.reason}".strip()


def _by(row: StatusReport) -> str:
    return row.organisation.name if row.organisation else "de planningsgroep"


def _axis_row(axis: Axis, row: StatusReport | None) -> AxisRow:
    if row is None:
        return AxisRow(str(axis.label), "idle", "Nog niet gemeld", "")
    return AxisRow(str(axis.label), SIGNS[Word(row.word)], str(row.get_word_display()), row.reason)


def told(newest: Newest, today: date) -> str:
    """Say when and by whom the newest word was given, and how old it is; empty when there is none. No query."""
    row = max(newest.values(), key=lambda row: (row.as_of, row.reported_at), default=None)
    if row is None:
        return ""
    days = (today - row.as_of).days
    age = "vandaag" if not days else f"{days} {'dag' if days == 1 else 'dagen'} oud"
    return f"Gemeld op {dutch.short_date(row.as_of)} door {_by(row)}, {age}"
