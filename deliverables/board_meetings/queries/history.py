"""Who changed what of an outcome, field by field."""

from areas.models import Organisation
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.models import BoardOutcome, OutcomeMeasure
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_OUTCOME = {"text": "tekst", "kind": "soort", "lead_id": "trekker", "due_on": "uiterlijk op"}


def changes_of_outcome(outcome: BoardOutcome) -> list[Change]:
    """Return who changed what of an outcome and when, newest first; a fixed number of queries."""
    return history(
        [
            Part(BoardOutcome, {"id": outcome.pk}, _OUTCOME),
            Part(OutcomeMeasure, {"outcome_id": outcome.pk}, {"measure_id": "maatregel"}, _linked),
        ],
        called={Organisation: "name", Measure: "title"},
    )


def _linked(_words: Words) -> str:
    return "Gekoppeld"
