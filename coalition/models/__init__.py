from coalition.agreement.ambitions.models import Ambition, AmbitionChallenge, AmbitionStatement, AmbitionSupport
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.annexes.models import Exhibit, ExhibitPage
from coalition.agreement.articles.models import Article, ArticleAmbition, ArticleDecision, ArticleStatement
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.consultations.models import Consultation, ConsultationReply
from coalition.agreement.document.models import Agreement, AgreementParty, Chapter
from coalition.agreement.editing.models import ArticleEditing
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand
from coalition.agreement.packages.models import ArticleWeight
from coalition.agreement.positions.models import ArticlePosition
from coalition.agreement.terms.models import DefinedTerm
from coalition.agreement.versions.models import AgreementVersion, VersionFile, VoidedVersion
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
from coalition.merging.models import Merge
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
    "Exhibit",
    "ExhibitPage",
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
    "VersionFile",
    "VoidedVersion",
]
