"""Saying what became of what was agreed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Organisation, User
from deliverables.agenda.dates.rules.days import EARLIEST
from deliverables.board_meetings.actions.locking import lock_chains
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeReport
from deliverables.board_meetings.queries.reports import newest_report
from deliverables.board_meetings.rules import missing_in
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.states import require_transition
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.markup import clean

MAX_REPORT = 2_000


@dataclass(frozen=True)
class Said:
    """How it stands on a day, in a word; what is done is shown, and what lapses has a reason."""

    state: str
    as_of: date
    text: str = ""
    evidence: str = ""


@action
def report_outcome(
    *,
    outcome: BoardOutcome,
    actor: User,
    version: int,
    said: Said,
    organisation: Organisation | None = None,
    token: UUID | None = None,
) -> OutcomeReport:
    """Say what became of it, for a party, or without one for who keeps the list. Older words stay, the newest counts.

    The same token twice gives the word of the first time. Raises Conflict when somebody changed it or reported on it
    since `version` was read. Raises Problem for a day to come or before the newest word, a state that may not follow,
    and for a word that lacks something: carried over needs a successor, done something to show, dropped a reason.
    """
    lock_chains()
    if made := OutcomeReport.made_with(token, outcome=outcome):
        return made
    held = outcome.held_at(version)
    made = write_report(outcome=held, by=actor, said=said, organisation=organisation, token=token)
    held.write_over(version)
    return made


def write_report(
    *, outcome: BoardOutcome, by: User, said: Said, organisation: Organisation | None, token: UUID | None
) -> OutcomeReport:
    """Write a word on it as it is held now. Raises Problem as `report_outcome` does."""
    if outcome.kind == OutcomeKind.NOTED:
        raise Problem("Hiervan is alleen kennis genomen. Er is geen stand te melden.")
    text = clean(said.text).strip()
    _require_day(outcome, said)
    _require_state(outcome, said.state)
    if missing := missing_in(said.state, text, said.evidence)[1]:
        raise Problem(missing)
    return OutcomeReport.objects.create(
        outcome=outcome,
        state=said.state,
        as_of=said.as_of,
        text=text,
        evidence=said.evidence,
        organisation=organisation,
        reported_by=by,
        submission_token=token or uuid7(),
    )


def _require_day(outcome: BoardOutcome, said: Said) -> None:
    require_past(said.as_of, "De peildatum ligt in de toekomst. Vul in op welke dag het zo stond.")
    if said.as_of < EARLIEST:
        raise Problem("Deze peildatum kan niet kloppen. Vul een datum in zoals 31-10-2026.")
    newest = newest_report(outcome)
    if newest and said.as_of < newest.as_of:
        raise Problem(f"Er is al een stand van {dutch.long_date(newest.as_of)}. Kies die dag of een latere.")


def _require_state(outcome: BoardOutcome, state: str) -> None:
    if state not in OutcomeState.values or state == OutcomeState.NEW:
        raise Problem("Kies wat er van de afspraak is geworden.")
    newest = newest_report(outcome)
    require_transition(OutcomeState, newest.state if newest else OutcomeState.NEW, state)
    if state == OutcomeState.CARRIED and not BoardOutcome.objects.filter(predecessor=outcome).exists():
        raise Problem("Wat doorschuift, gaat verder in een volgend overleg. Neem de afspraak eerst over.")
