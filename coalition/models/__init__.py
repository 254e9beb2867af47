from coalition.analysis.network.models import Relation
from coalition.analysis.scan.models import (
    CooperationScan,
    ScanAnswer,
    ScanDimension,
    ScanInvitation,
    ScanQuestion,
    ScanQuestionnaire,
)
from coalition.analysis.stakes.models import StakeScore
from coalition.conversations.contacts.models import PartyContact
from coalition.conversations.drafts.models import ConversationDraft
from coalition.conversations.feedback.models import Feedback, FeedbackLetter
from coalition.conversations.passages.models import Passage
from coalition.conversations.readers.models import ConversationReader, ReadEvent
from coalition.conversations.recording.models import ActionItem, Conversation, ConversationChallenge, Participant
from coalition.conversations.right_of_reply.models import RightOfReply
from coalition.conversations.rounds.models import ConversationRound, RoundAim, RoundTarget
from coalition.conversations.statements.models import Statement
from coalition.models.agreement import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Article,
    ArticleAmbition,
    ArticleDecision,
    ArticleStatement,
    Chapter,
)
from coalition.models.ambition import Ambition, AmbitionChallenge, AmbitionStatement, AmbitionSupport
from coalition.models.amendment import Amendment
from coalition.models.comment import ArticleComment
from coalition.models.consent import ArticlePosition
from coalition.models.consultation import Consultation, ConsultationReply
from coalition.models.defined_term import DefinedTerm
from coalition.models.editing import ArticleEditing
from coalition.models.merge import Merge
from coalition.models.open_point import OpenPoint, OpenPointStand
from coalition.models.weight import ArticleWeight
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.meetings.models import AgendaItem, Meeting, MeetingAttendee
from coalition.planning_group.seats.models import Seat, SeatFunction

__all__ = [
    "ActionItem",
    "AgendaItem",
    "Agreement",
    "AgreementParty",
    "AgreementVersion",
    "Ambition",
    "AmbitionChallenge",
    "AmbitionStatement",
    "AmbitionSupport",
    "Amendment",
    "Article",
    "ArticleAmbition",
    "ArticleComment",
    "ArticleDecision",
    "ArticleEditing",
    "ArticlePosition",
    "ArticleStatement",
    "ArticleWeight",
    "Chapter",
    "Consultation",
    "ConsultationReply",
    "Conversation",
    "ConversationChallenge",
    "ConversationDraft",
    "ConversationReader",
    "ConversationRound",
    "CooperationScan",
    "Decision",
    "DecisionPosition",
    "DefinedTerm",
    "Feedback",
    "FeedbackLetter",
    "Meeting",
    "MeetingAttendee",
    "Merge",
    "OpenPoint",
    "OpenPointStand",
    "Participant",
    "PartyContact",
    "Passage",
    "ReadEvent",
    "Relation",
    "RightOfReply",
    "RoundAim",
    "RoundTarget",
    "ScanAnswer",
    "ScanDimension",
    "ScanInvitation",
    "ScanQuestion",
    "ScanQuestionnaire",
    "Seat",
    "SeatFunction",
    "StakeScore",
    "Statement",
]
