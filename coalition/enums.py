"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices

from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.amendments.enums import AmendmentStatus
from coalition.agreement.document.enums import PartyStatus
from coalition.analysis.scan.enums import QuestionnaireStatus
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.meetings.enums import MeetingStatus
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.problems import Problem

TRANSITIONS: dict[type[TextChoices], dict[str, frozenset[str]]] = {
    ActionStatus: {
        ActionStatus.OPEN: frozenset({ActionStatus.DONE, ActionStatus.DROPPED}),
        ActionStatus.DONE: frozenset({ActionStatus.OPEN}),
        ActionStatus.DROPPED: frozenset({ActionStatus.OPEN}),
    },
    AmbitionStatus: {
        AmbitionStatus.PROPOSAL: frozenset({AmbitionStatus.SHARED, AmbitionStatus.DROPPED}),
        AmbitionStatus.SHARED: frozenset(
            {AmbitionStatus.PROPOSAL, AmbitionStatus.IN_AGREEMENT, AmbitionStatus.DROPPED}
        ),
        AmbitionStatus.IN_AGREEMENT: frozenset({AmbitionStatus.SHARED, AmbitionStatus.DROPPED}),
        AmbitionStatus.DROPPED: frozenset({AmbitionStatus.PROPOSAL}),
    },
    PartyStatus: {
        PartyStatus.DRAFT: frozenset({PartyStatus.OFFICIALS_AGREE}),
        PartyStatus.OFFICIALS_AGREE: frozenset({PartyStatus.DRAFT, PartyStatus.EXECUTIVES_AGREE}),
        PartyStatus.EXECUTIVES_AGREE: frozenset({PartyStatus.OFFICIALS_AGREE, PartyStatus.ADOPTED}),
        PartyStatus.ADOPTED: frozenset({PartyStatus.EXECUTIVES_AGREE, PartyStatus.SIGNED}),
        PartyStatus.SIGNED: frozenset(),
    },
    MeetingStatus: {
        MeetingStatus.PLANNED: frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED}),
        MeetingStatus.HELD: frozenset({MeetingStatus.PLANNED}),
        MeetingStatus.CANCELLED: frozenset({MeetingStatus.PLANNED}),
    },
    # A party may say more than before, less than before, or no; only what was adopted stands until it is withdrawn.
    DecisionStatus: {
        DecisionStatus.WAITING: frozenset(
            {
                DecisionStatus.NOTED,
                DecisionStatus.OFFICIALS_AGREE,
                DecisionStatus.EXECUTIVES_AGREE,
                DecisionStatus.ADOPTED,
                DecisionStatus.REJECTED,
            }
        ),
        DecisionStatus.NOTED: frozenset(
            {
                DecisionStatus.WAITING,
                DecisionStatus.OFFICIALS_AGREE,
                DecisionStatus.EXECUTIVES_AGREE,
                DecisionStatus.ADOPTED,
                DecisionStatus.REJECTED,
            }
        ),
        DecisionStatus.OFFICIALS_AGREE: frozenset(
            {DecisionStatus.NOTED, DecisionStatus.EXECUTIVES_AGREE, DecisionStatus.ADOPTED, DecisionStatus.REJECTED}
        ),
        DecisionStatus.EXECUTIVES_AGREE: frozenset(
            {DecisionStatus.OFFICIALS_AGREE, DecisionStatus.ADOPTED, DecisionStatus.REJECTED}
        ),
        DecisionStatus.ADOPTED: frozenset({DecisionStatus.EXECUTIVES_AGREE}),
        DecisionStatus.REJECTED: frozenset({DecisionStatus.WAITING}),
    },
    # The planning group may think again until the words stand in the text; the proposer may withdraw until then.
    AmendmentStatus: {
        AmendmentStatus.SUBMITTED: frozenset({AmendmentStatus.HANDLED, AmendmentStatus.WITHDRAWN}),
        AmendmentStatus.HANDLED: frozenset(
            {AmendmentStatus.ACCEPTED, AmendmentStatus.MAINTAINED, AmendmentStatus.WITHDRAWN}
        ),
        AmendmentStatus.ACCEPTED: frozenset(
            {AmendmentStatus.HANDLED, AmendmentStatus.TAKEN_OVER, AmendmentStatus.WITHDRAWN}
        ),
        AmendmentStatus.MAINTAINED: frozenset({AmendmentStatus.HANDLED, AmendmentStatus.WITHDRAWN}),
        AmendmentStatus.TAKEN_OVER: frozenset(),
        AmendmentStatus.WITHDRAWN: frozenset(),
    },
    # A link works once: every answer is an end, and so is taking it back.
    ReplyStatus: {
        ReplyStatus.OPEN: frozenset({ReplyStatus.CONFIRMED, ReplyStatus.AMENDED, ReplyStatus.REVOKED}),
        ReplyStatus.CONFIRMED: frozenset(),
        ReplyStatus.AMENDED: frozenset(),
        ReplyStatus.REVOKED: frozenset(),
    },
    QuestionnaireStatus: {
        QuestionnaireStatus.DRAFT: frozenset({QuestionnaireStatus.IN_USE}),
        QuestionnaireStatus.IN_USE: frozenset({QuestionnaireStatus.REPLACED}),
        QuestionnaireStatus.REPLACED: frozenset(),
    },
    PdfStatus: {
        PdfStatus.WAITING: frozenset({PdfStatus.RENDERING}),
        PdfStatus.RENDERING: frozenset({PdfStatus.WAITING, PdfStatus.READY, PdfStatus.FAILED}),
        PdfStatus.FAILED: frozenset({PdfStatus.WAITING}),
        PdfStatus.READY: frozenset(),
    },
}


class TransitionRefused(Problem):
    """The step asked for may not follow the state it is in."""


def require_transition(states: type[TextChoices], old: str, new: str) -> None:
    """Refuse with TransitionRefused unless `new` may follow `old`; staying the same is allowed."""
    if old != new and new not in TRANSITIONS[states][old]:
        raise TransitionRefused(f"Van “{states(old).label}” kan niet naar “{states(new).label}”.")
