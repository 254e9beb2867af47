"""The history of a decision with where the parties stand on it, and of a seat in the planning group."""

from areas.models import Person
from coalition.models import Decision, DecisionPosition, Meeting, Seat, SeatFunction
from novex_portal.toolkit.event_history import Part, Words, history
from novex_portal.toolkit.history import Change

_DECISION = {
    "title": "titel",
    "text": "tekst",
    "body": "genomen door",
    "decided_on": "datum",
    "meeting_id": "overleg",
}
_POSITION = {
    "organisation_id": "partij",
    "status": "stand",
    "reservation": "voorbehoud",
    "body": "orgaan",
    "stated_on": "op",
}


def _party(words: Words) -> str:
    return words["partij"]


def _function(_words: Words) -> str:
    return "Functie"


def changes_of_decision(decision: Decision) -> list[Change]:
    """Return who changed the decision or where a party stands on it, newest first; a fixed number of queries."""
    parts = (
        Part(Decision, {"id": decision.pk}, _DECISION),
        Part(DecisionPosition, {"decision_id": decision.pk}, _POSITION, _party),
    )
    return history(parts, called={Meeting: "title"})


def changes_of_seat(seat: Seat) -> list[Change]:
    """Return who changed a seat or its functions, newest first; a fixed number of queries."""
    parts = (
        Part(Seat, {"id": seat.pk}, {"valid_from": "vanaf", "valid_until": "tot en met"}),
        Part(SeatFunction, {"seat_id": seat.pk}, {"function": "functie"}, _function),
    )
    return history(parts, called={Person: "role"}, tell_first=True)
