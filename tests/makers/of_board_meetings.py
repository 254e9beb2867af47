"""Makers for the actions of bestuurlijke overleggen."""

from typing import Any

from django.utils import timezone

from deliverables.board_meetings.actions.outcomes import OutcomeData, change_outcome, continue_outcome, record_outcome
from deliverables.board_meetings.actions.papers import print_outcomes
from deliverables.board_meetings.actions.reports import Said, report_outcome
from deliverables.board_meetings.actions.tables import set_table
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome
from deliverables.checkpoints.models import Checkpoint
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome, make_outcome_report
from tests.makers.ground import Ground, Makers


def _meeting(ground: Ground) -> Checkpoint:
    return make_meeting(ground.area)


def _outcome(ground: Ground) -> BoardOutcome:
    return make_outcome(_meeting(ground), ground.area, created_by=ground.author, lead=ground.signer)


def _data(ground: Ground) -> OutcomeData:
    return OutcomeData(OutcomeKind.AGREED, "Rijk en regio leveren een dekking.", lead=ground.signer)


def _continued(ground: Ground) -> dict[str, Any]:
    later = make_meeting(ground.area, days=465)
    return {
        "outcome": _outcome(ground), "meeting": later, "version": 1, "data": _data(ground), "as_of": ground.today,
    }  # fmt: skip


def _printed(ground: Ground) -> dict[str, Any]:
    """An overleg with one that is due before it and was reported on, and one of its own."""
    earlier = make_outcome(
        make_meeting(ground.area, days=-200), ground.area, due_on=ground.today, created_by=ground.author
    )
    make_outcome_report(earlier)
    meeting = _meeting(ground)
    make_outcome(meeting, ground.area, created_by=ground.author)
    return {"meeting": meeting, "area": ground.area, "moment": timezone.now(), "token": None}


MAKERS: Makers = {
    record_outcome: lambda g: {"meeting": _meeting(g), "area": g.area, "data": _data(g)},
    change_outcome: lambda g: {"outcome": _outcome(g), "version": 1, "data": _data(g)},
    continue_outcome: _continued,
    report_outcome: lambda g: {
        "outcome": _outcome(g), "version": 1, "said": Said(OutcomeState.DONE, g.today, "De brief is verstuurd."),
    },
    set_table: lambda g: {
        "meeting": _meeting(g), "area": g.area, "version": 0, "seated": [g.signer], "represented": [(g.party(), g.signer)],
    },
    print_outcomes: _printed,
}  # fmt: skip
