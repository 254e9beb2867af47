"""Putting a measure on the agenda, and changing what stands in it. Its dates change by moving it alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from areas.models import Area, Organisation, User
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.measures.actions.around import (
    LinkedTo,
    PartyIn,
    require_links,
    require_parties,
    write_links,
    write_parties,
)
from deliverables.agenda.measures.actions.locking import codes_given, lock_agenda
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, Phase
from deliverables.agenda.measures.models import AgendaChapter, Measure
from deliverables.agenda.measures.rules.codes import next_code
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class MeasureData:
    """What is filled in of a measure, beside its dates; dates are fixed when there is a reason for it."""

    chapter: AgendaChapter
    title: str
    result: str = ""
    kind: str = MeasureKind.ACTION
    phase: str = Phase.NONE
    pin_reason: str = ""
    parties: Sequence[PartyIn] = ()
    links: LinkedTo = field(default_factory=LinkedTo)

    @property
    def fields(self) -> dict[str, object]:
        """The columns of the measure itself."""
        reason = " ".join(self.pin_reason.split())
        return {
            "chapter": self.chapter,
            "title": " ".join(self.title.split()),
            "result": self.result.strip(),
            "kind": self.kind,
            "phase": self.phase,
            "is_pinned": bool(reason),
            "pin_reason": reason,
        }


@action
def propose_measure(
    *,
    area: Area,
    actor: User,
    data: MeasureData,
    start: PlanDate,
    end: PlanDate,
    organisation: Organisation | None = None,
    token: UUID | None = None,
) -> Measure:
    """Put a measure on the agenda as a proposal, of a party or of the planning group; it gets its code here.

    The same token twice gives the measure of the first time. Raises Problem when it ends before it begins, or for
    what `change_measure` refuses.
    """
    lock_agenda(area=area)
    if made := Measure.made_with(token, area=area, created_by=actor):
        return made
    require_span(start=start, end=end)
    _require(area, data, MeasureStatus.PROPOSED)
    measure = Measure.objects.create(
        area=area,
        code=next_code(area.code, data.chapter.letter, codes_given(area=area)),
        **data.fields,
        start=start.day,
        start_precision=start.precision,
        end=end.day,
        end_precision=end.precision,
        proposed_by=organisation,
        created_by=actor,
        submission_token=token or uuid7(),
    )
    write_parties(measure=measure, parties=data.parties)
    write_links(measure=measure, links=data.links)
    return measure


@action
def change_measure(*, measure: Measure, actor: User, version: int, data: MeasureData) -> Measure:
    """Change all of a measure but its dates and its state; its code stays, in another chapter too.

    Raises Conflict when somebody else saved since `version` was read. Raises Problem without a title, with more
    than one lead or none where there must be one, and for what is of another area.
    """
    held = measure.held_at(version)
    kept = list(measure.party_links.values_list("organisation", flat=True))
    _require(measure.area, data, held.status, kept=kept)
    measure.write_over(version, **data.fields)
    write_parties(measure=measure, parties=data.parties)
    write_links(measure=measure, links=data.links)
    return measure


def require_span(*, start: PlanDate, end: PlanDate) -> None:
    """Raise Problem when a measure would end before it begins."""
    if end.period.last < start.period.first:
        raise Problem(f"Het eind ({end}) ligt voor het begin ({start}). Kies een later eind of een eerder begin.")


def _require(area: Area, data: MeasureData, status: str, kept: Sequence[UUID] = ()) -> None:
    if not data.title.strip():
        raise Problem("Vul een titel in, bijvoorbeeld: Aanleg bovenstroomse berging.")
    if data.chapter.area_id != area.pk:
        raise Problem("Dit hoofdstuk hoort bij een ander gebied.")
    require_parties(area=area, parties=data.parties, kind=data.kind, status=status, kept=kept)
    require_links(area=area, links=data.links)
