"""Rows of bestuurlijke overleggen for tests."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from areas.models import Area, User
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeMeasure, OutcomeReport
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from tests.factories import make_organisation, make_user


def make_meeting(*areas: Area, days: int = 100, **fields: Any) -> Checkpoint:
    """Make a bestuurlijk overleg so many days from today."""
    day = fields.pop("date", None) or timezone.localdate() + timedelta(days=days)
    values = {"name": "BOL Zuid", "kind": CheckpointKind.BOARD_MEETING, **fields}
    meeting = Checkpoint.objects.create(date=day, **values)
    CheckpointArea.objects.bulk_create(CheckpointArea(checkpoint=meeting, area=area) for area in areas)
    return meeting


def make_outcome(meeting: Checkpoint, area: Area | None, number: int = 0, **fields: Any) -> BoardOutcome:
    """Make something that was agreed, with a trekker of the area; `measures` are tied to it."""
    measures = fields.pop("measures", ())
    values: dict[str, Any] = {"kind": OutcomeKind.AGREED, "text": "Rijk en regio leveren een dekking.", **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    if "lead" not in values:
        values["lead"] = make_organisation(area=area or meeting.areas.all()[0])
    number = number or meeting.outcomes.count() + 1
    made = BoardOutcome.objects.create(checkpoint=meeting, area=area, number=number, **values)
    OutcomeMeasure.objects.bulk_create(OutcomeMeasure(outcome=made, measure=measure) for measure in measures)
    return made


def make_outcome_report(
    outcome: BoardOutcome, state: str = OutcomeState.RUNNING, as_of: date | None = None, **fields: Any
) -> OutcomeReport:
    values: dict[str, Any] = {"text": "De stukken liggen klaar.", **fields}
    values.setdefault("reported_by", outcome.created_by)
    return OutcomeReport.objects.create(outcome=outcome, state=state, as_of=as_of or timezone.localdate(), **values)
