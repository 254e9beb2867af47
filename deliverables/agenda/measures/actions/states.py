"""How far a measure is: a proposal is taken over or not, work begins, halts, ends or is dropped."""

from areas.models import User
from deliverables.agenda.measures.actions.around import NO_LEAD_YET
from deliverables.agenda.measures.actions.letters import tell_proposer
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import Measure
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition


@action
def change_measure_status(*, measure: Measure, actor: User, version: int, status: str, reason: str = "") -> Measure:
    """Bring a measure to another state; who proposed it hears whether it was taken over.

    What waits for a measure that is dropped waits for it no longer: relations of it do not count any more, and are
    kept. Raises Conflict when somebody else saved since `version` was read, TransitionRefused for a step the table
    does not know, and Problem without a reason for dropping or without a lead for what is no proposal any more.
    """
    held = measure.held_at(version)
    if status not in MeasureStatus.values:
        raise Problem("Kies een stand uit de lijst.")
    require_transition(MeasureStatus, held.status, status)
    if status == held.status:
        return measure
    reason = reason.strip()
    if status == MeasureStatus.DROPPED and not reason:
        raise Problem("Schrijf op waarom deze maatregel vervalt. Wie hem terugleest, wil dat weten.")
    if status != MeasureStatus.DROPPED and not held.is_of_others and not _has_lead(measure):
        raise Problem(NO_LEAD_YET)
    drop_reason = reason if status == MeasureStatus.DROPPED else ""
    measure.write_over(version, status=status, drop_reason=drop_reason)
    if held.status == MeasureStatus.PROPOSED:
        tell_proposer(measure=measure, answered_by=actor)
    return measure


def _has_lead(measure: Measure) -> bool:
    return measure.party_links.filter(part=PartyPart.LEAD).exists()
