"""Writing down what was agreed at a bestuurlijk overleg, changing it, and taking it over to a next one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Max

from areas.models import Area, AreaOrganisation, Organisation, User
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.actions.locking import lock_chains
from deliverables.board_meetings.actions.reports import Said, write_report
from deliverables.board_meetings.enums import NEEDS_LEAD, OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeMeasure, OutcomeReport
from deliverables.board_meetings.queries.chain import links_between
from deliverables.board_meetings.rules import makes_ring
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch

MAX_TEXT = 4_000
MAX_NUMBER = 9_999


@dataclass(frozen=True)
class OutcomeData:
    """What is filled in of what was agreed; its overleg, area and number are given once, when it is written down."""

    kind: str
    text: str
    lead: Organisation | None = None
    due_on: date | None = None
    predecessor: BoardOutcome | None = None
    measures: Sequence[Measure] = ()

    @property
    def fields(self) -> dict[str, object]:
        """The columns of the row itself."""
        names = ("kind", "lead", "due_on", "predecessor")
        return {"text": self.text.strip(), **{name: getattr(self, name) for name in names}}


@action
def record_outcome(
    *,
    meeting: Checkpoint,
    area: Area | None,
    actor: User,
    data: OutcomeData,
    number: int | None = None,
    token: UUID | None = None,
) -> BoardOutcome:
    """Write down what was agreed for an area, or without one for all areas of the overleg.

    Without a number it gets the next free one. The same token twice gives the one of the first time. Raises Problem
    for a number that was given before, a trekker or measure of another area, a last day before the overleg, and for
    what it cannot go on from.
    """
    lock_chains()
    if made := BoardOutcome.made_with(token, checkpoint=meeting):
        return made
    return _record(meeting, area, data, actor=actor, number=number, token=token)


@action
def change_outcome(*, outcome: BoardOutcome, actor: User, version: int, data: OutcomeData) -> BoardOutcome:
    """Change all but its overleg, area and number. Raises Conflict when somebody changed it or reported on it since
    `version` was read, and Problem as `record_outcome` does.
    """
    lock_chains()
    held = outcome.held_at(version)
    if data.kind == OutcomeKind.NOTED and held.reports.exists():
        raise Problem("Er is al een stand gemeld. Waarvan alleen kennis is genomen, heeft geen stand.")
    _require(held.checkpoint, held.area, data, held)
    outcome.write_over(version, **data.fields)
    link_exactly(OutcomeMeasure, {"outcome": outcome}, measure=data.measures)
    return outcome


@action
def continue_outcome(
    *,
    outcome: BoardOutcome,
    meeting: Checkpoint,
    actor: User,
    version: int,
    data: OutcomeData,
    as_of: date,
    reason: str = "",
    number: int | None = None,
    token: UUID | None = None,
) -> BoardOutcome:
    """Take it over to another overleg in one step: its successor is made, and itself stands as carried over.

    The same token twice gives the successor of the first time. Raises Conflict when somebody changed it or reported
    on it since, and Problem as `record_outcome` and `report_outcome` do.
    """
    lock_chains()
    if made := BoardOutcome.made_with(token, predecessor=outcome):
        return made
    held = outcome.held_at(version)
    data = replace(data, predecessor=held)
    successor = _record(meeting, held.area, data, actor=actor, number=number, token=token)
    said = Said(OutcomeState.CARRIED, as_of, reason)
    write_report(outcome=held, by=actor, said=said, organisation=None, token=None)
    held.write_over(version)
    return successor


def _record(
    meeting: Checkpoint, area: Area | None, data: OutcomeData, *, actor: User, number: int | None, token: UUID | None
) -> BoardOutcome:
    if meeting.kind != CheckpointKind.BOARD_MEETING:
        raise Problem(f"“{meeting}” is geen bestuurlijk overleg. Kies een overleg, of wijzig de soort van dit moment.")
    if area and not meeting.area_links.filter(area=area).exists():
        raise Problem(f"Dit overleg wordt niet voor {area} gehouden.")
    _require(meeting, area, data)
    made = BoardOutcome.objects.create(
        checkpoint=meeting,
        area=area,
        number=_numbered(meeting, number),
        created_by=actor,
        submission_token=token or uuid7(),
        **data.fields,
    )
    link_exactly(OutcomeMeasure, {"outcome": made}, measure=data.measures)
    return made


def _numbered(meeting: Checkpoint, number: int | None) -> int:
    given = BoardOutcome.objects.filter(checkpoint=meeting)
    if number is None:
        return int(given.aggregate(last=Max("number"))["last"] or 0) + 1
    if given.filter(number=number).exists():
        raise Problem(f"Nummer {number} is in dit overleg al gegeven. Kies een ander nummer, of laat het leeg.")
    return number


def _require(meeting: Checkpoint, area: Area | None, data: OutcomeData, held: BoardOutcome | None = None) -> None:
    if not data.text.strip():
        raise Problem("Vul in wat er is afgesproken.")
    if data.kind in NEEDS_LEAD and data.lead is None:
        raise Problem("Kies een trekker. Bij een afspraak is er altijd een partij die haar uitvoert.")
    if data.due_on and data.due_on < meeting.date and not (held and held.due_on == data.due_on):
        raise Problem(f"Dit overleg is op {dutch.long_date(meeting.date)}. Kies een uiterste datum daarna.")
    places = [area] if area else list(meeting.areas.all())
    _require_of_areas(places, data, held)
    _require_chain(meeting, area, data.predecessor, held)


def _require_of_areas(places: Sequence[Area], data: OutcomeData, held: BoardOutcome | None) -> None:
    kept = held.lead_id if held else None  # a party that left the area keeps what it promised
    lead = data.lead if data.lead and data.lead.pk != kept else None
    if lead and not AreaOrganisation.objects.filter(area__in=places, organisation=lead).exists():
        raise Problem(f"{lead} hoort niet bij dit gebied. Voeg de partij eerst toe bij de partijen.")
    keys = {place.pk for place in places}
    if any(measure.area_id not in keys for measure in data.measures):
        raise Problem("Een van de maatregelen hoort bij een ander gebied.")


def _require_chain(
    meeting: Checkpoint, area: Area | None, before: BoardOutcome | None, held: BoardOutcome | None
) -> None:
    """Hold the chain to one line of overleggen, each not later than the next; nobody is left behind who was carried over."""
    was = held.predecessor_id if held else None
    if was == (before.pk if before else None):
        return
    if was and OutcomeReport.objects.filter(outcome=was, state=OutcomeState.CARRIED).exists():
        raise Problem("De vorige afspraak is naar deze doorgeschoven. Dat verband blijft staan.")
    if before is None:
        return
    if before.area_id != (area.pk if area else None):
        raise Problem("De vorige afspraak hoort bij een ander gebied. Kies uit de lijst.")
    if before.checkpoint_id == meeting.pk or before.checkpoint.date > meeting.date:
        raise Problem("De vorige afspraak is van een eerder overleg. Kies uit de lijst.")
    if follower := BoardOutcome.objects.filter(predecessor=before).select_related("checkpoint").first():
        raise Problem(f"Deze afspraak heeft al een vervolg: {follower}.")
    if held and makes_ring(held.pk, before.pk, links_between(area)):
        raise Problem("Zo volgen afspraken in een kring op elkaar. Kies een andere vorige afspraak.")
