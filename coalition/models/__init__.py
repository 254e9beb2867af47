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
from coalition.models.backbone import (
    AgendaItem,
    Decision,
    DecisionPosition,
    Meeting,
    MeetingAttendee,
    Seat,
    SeatFunction,
)
from coalition.models.comment import ArticleComment
from coalition.models.consent import ArticlePosition
from coalition.models.consultation import Consultation, ConsultationReply
from coalition.models.conversation import (
    ActionItem,
    Conversation,
    ConversationChallenge,
    ConversationDraft,
    ConversationReader,
    Participant,
    PartyContact,
    ReadEvent,
    Statement,
)
from coalition.models.defined_term import DefinedTerm
from coalition.models.editing import ArticleEditing
from coalition.models.feedback import Feedback, FeedbackLetter
from coalition.models.merge import Merge
from coalition.models.open_point import OpenPoint, OpenPointStand
from coalition.models.passage import Passage
from coalition.models.relation import Relation
from coalition.models.right_of_reply import RightOfReply
from coalition.models.round import ConversationRound, RoundAim, RoundTarget
from coalition.models.scan import (
    CooperationScan,
    ScanAnswer,
    ScanDimension,
    ScanInvitation,
    ScanQuestion,
    ScanQuestionnaire,
)
from coalition.models.stake import StakeScore
from coalition.models.weight import ArticleWeight

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
