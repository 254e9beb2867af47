"""Dates that somebody asks for who may not write them: the lead of a measure, or another area."""

from uuid import UUID

from django.utils import timezone

from areas.models import User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.letters import tell_answer, tell_proposal
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal, PlanBatch
from deliverables.agenda.moving.queries.batches import proposed_dates
from deliverables.agenda.moving.queries.preview import GONE, Reckoned
from deliverables.agenda.moving.rules import Dates
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition


@action
def propose_dates(
    *, measure: Measure, actor: User, dates: Dates, reason: str, token: UUID | None = None
) -> DateProposal:
    """Ask for other dates of a measure; the planning group hears of it. An earlier open one of the same person goes.

    Raises Problem without a reason, for an end before its begin, and for what was dropped.
    """
    if made := DateProposal.made_with(token, measure=measure):
        return made
    if not reason.strip():
        raise Problem("Schrijf op waarom u andere datums voorstelt.")
    if not dates.in_order:
        raise Problem("Het einde ligt voor het begin. Kies een later einde.")
    if Measure.objects.filter(pk=measure.pk, status=MeasureStatus.DROPPED).exists():
        raise Problem(GONE)
    for earlier in measure.date_proposals.filter(state=ProposalState.OPEN, proposed_by=actor, batch=None):
        earlier.write_over(earlier.version, state=ProposalState.WITHDRAWN)
    made = DateProposal.objects.create(
        measure=measure, reason=reason, proposed_by=actor, submission_token=token or uuid7(), **columns(dates=dates)
    )
    tell_proposal(proposal=made)
    return made


@action
def decline_proposal(*, proposal: DateProposal, actor: User, version: int, answer: str) -> DateProposal:
    """Say no to dates that were proposed, and why; who proposed them reads it.

    Raises Conflict when it was answered since, Problem without an answer.
    """
    if not answer.strip():
        raise Problem("Schrijf op waarom niet. Wie het voorstelde, leest dat.")
    _close(proposal, version, ProposalState.DECLINED, answered_by=actor, answer=answer)
    tell_answer(proposal=proposal)
    return proposal


@action
def withdraw_proposal(*, proposal: DateProposal, actor: User, version: int) -> DateProposal:
    """Take back what one proposed oneself. Raises Conflict when it was answered since."""
    return _close(proposal, version, ProposalState.WITHDRAWN)


@action
def take_over(*, proposal: DateProposal, actor: User, dates: Dates) -> User:
    """Say that a proposal was saved, with its dates or others; returns who proposed it, who is told here.

    Part of saving those dates. Raises Conflict when it was answered since.
    """
    same = dates == proposed_dates(proposal)
    answer = "" if same else f"Met andere datums: {dates}."
    _close(proposal, proposal.version, ProposalState.ACCEPTED, answered_by=actor, answer=answer)
    tell_answer(proposal=proposal)
    return proposal.proposed_by


@action
def ask_other_areas(*, batch: PlanBatch, actor: User, reckoned: Reckoned) -> list[DateProposal]:
    """Ask other areas for the dates that what was moved needs of them; what was asked before of the same goes."""
    asked = []
    for move in reckoned.domino.requests:
        row = reckoned.plan.measures[move.new.key]
        for earlier in row.date_proposals.filter(state=ProposalState.OPEN, batch__area=batch.area):
            earlier.write_over(earlier.version, state=ProposalState.WITHDRAWN)
        asked.append(
            DateProposal.objects.create(
                measure=row,
                reason=batch.reason,
                batch=batch,
                proposed_by=actor,
                **columns(dates=Dates.exact(move.new)),
            )
        )
    return asked


@action
def call_off_requests(*, batch: PlanBatch, actor: User) -> None:
    """Withdraw what was asked of other areas because of a batch, where nobody answered yet."""
    for request in batch.requests.filter(state=ProposalState.OPEN):
        request.write_over(request.version, state=ProposalState.WITHDRAWN)


def columns(*, dates: Dates) -> dict[str, object]:
    """Return dates as the columns of a proposal."""
    return {
        "start": dates.start.day,
        "start_precision": dates.start.precision,
        "end": dates.end.day,
        "end_precision": dates.end.precision,
    }


def _close(proposal: DateProposal, version: int, state: str, **facts: object) -> DateProposal:
    require_transition(ProposalState, proposal.held_at(version).state, state)
    answered = {} if state == ProposalState.WITHDRAWN else {"answered_at": timezone.now()}
    proposal.write_over(version, state=state, **answered, **facts)
    return proposal
