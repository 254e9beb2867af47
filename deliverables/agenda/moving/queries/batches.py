"""What was moved in one go, and whether it can still be undone; dates that are proposed and wait for an answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal, PlanBatch, PlanChange
from deliverables.agenda.moving.rules import UNDO_DAYS, Dates
from deliverables.agenda.plan.queries.plans import name_for, readable_areas
from deliverables.agenda.plan.rules.words import days_words


@dataclass(frozen=True)
class ChangeRow:
    """One measure of a batch: from which dates to which."""

    change: PlanChange
    measure: Measure
    because_of: str

    @property
    def was(self) -> Dates:
        return old_dates(self.change)

    @property
    def now(self) -> Dates:
        return new_dates(self.change)

    @property
    def words(self) -> str:
        """How far its end moves; its begin when the end stays."""
        far = self.now.end.period.last - self.was.end.period.last
        return days_words((far or self.now.start.period.first - self.was.start.period.first).days)


def old_dates(change: PlanChange) -> Dates:
    """Return the dates a measure had before a change."""
    return Dates(
        PlanDate(change.old_start, change.old_start_precision), PlanDate(change.old_end, change.old_end_precision)
    )


def new_dates(change: PlanChange) -> Dates:
    """Return the dates a measure got by a change."""
    return Dates(
        PlanDate(change.new_start, change.new_start_precision), PlanDate(change.new_end, change.new_end_precision)
    )


def proposed_dates(proposal: DateProposal) -> Dates:
    """Return the dates that are asked for."""
    return Dates(PlanDate(proposal.start, proposal.start_precision), PlanDate(proposal.end, proposal.end_precision))


def change_rows(batch: PlanBatch) -> list[ChangeRow]:
    """Return what was moved, what somebody changed first. One query."""
    changes = batch.changes.select_related("measure__area", "because_of").order_by("because_of__code", "measure__code")
    rows = [ChangeRow(row, row.measure, row.because_of.code if row.because_of else "") for row in changes]
    return sorted(rows, key=lambda row: bool(row.because_of))


def why_not_undone(batch: PlanBatch, rows: list[ChangeRow], now: datetime) -> str:
    """Return why a batch cannot be undone in one go any more; "" when it can. One query."""
    if PlanBatch.objects.filter(undoes=batch).exists():
        return "Dit is al teruggedraaid."
    if batch.undoes_id:
        return "Dit draaide zelf iets terug."
    if now - batch.decided_at > timedelta(days=UNDO_DAYS):
        return "Terugdraaien in één keer kan één dag lang."
    touched = [row.measure.code for row in rows if row.measure.version != row.change.measure_version]
    return f"Intussen is gewijzigd: {', '.join(touched)}." if touched else ""


@dataclass(frozen=True)
class BatchPage:
    """What was moved in one go, what was asked because of it, and how it can be taken back."""

    batch: PlanBatch
    rows: list[ChangeRow]
    requests: list[tuple[DateProposal, Dates, str]]
    undone_by: PlanBatch | None
    why_not: str

    @property
    def back(self) -> str:
        """Where one reckons with the dates that what was changed first had before."""
        first = self.rows[0]
        was = urlencode({"begin": str(first.was.start), "eind": str(first.was.end)})
        return f"{reverse('measure-move', args=[self.batch.area.slug, first.measure.pk])}?{was}"


def batch_page(batch: PlanBatch, reader: User) -> BatchPage:
    """Return what the page of a batch shows. Four queries, and those for which areas one reads."""
    rows, readable = change_rows(batch), readable_areas(reader)
    asked = batch.requests.select_related("measure__area").order_by("measure__code")
    return BatchPage(
        batch=batch,
        rows=rows,
        requests=[(row, proposed_dates(row), name_for(row.measure, readable)) for row in asked],
        undone_by=PlanBatch.objects.filter(undoes=batch).first(),
        why_not=why_not_undone(batch, rows, timezone.now()),
    )


def open_proposal(measure: Measure, key: str) -> DateProposal | None:
    """Return the open proposal for this measure with this key; None for anything else. One query."""
    try:
        pk = UUID(key)
    except ValueError:
        return None
    return open_proposals(measure=measure).filter(pk=pk).first()


def open_proposals(*, area: Area | None = None, measure: Measure | None = None) -> QuerySet[DateProposal]:
    """Return the dates that wait for an answer, of an area or of one measure, oldest first."""
    found = DateProposal.objects.filter(state=ProposalState.OPEN)
    found = found.select_related("measure__area", "proposed_by", "batch__area").order_by("proposed_at")
    return found.filter(measure=measure) if measure else found.filter(measure__area=area)


@dataclass(frozen=True)
class Asked:
    """Dates that wait for an answer, as a list shows them."""

    proposal: DateProposal
    by: str

    @property
    def dates(self) -> Dates:
        return proposed_dates(self.proposal)


def asked_of(measure: Measure) -> list[Asked]:
    """Return the dates that are asked for a measure, with by whom: "voorstel van …". One query."""
    return [asked(row) for row in open_proposals(measure=measure)]


def asked_in(area: Area) -> list[Asked]:
    """Return the dates that are asked for any measure of an area. One query."""
    return [asked(row) for row in open_proposals(area=area)]


def asked(row: DateProposal) -> Asked:
    """Return dates that were asked for as a list shows them: by whom, or by which area."""
    return Asked(row, f"gebied {row.batch.area}" if row.batch else str(row.proposed_by))
