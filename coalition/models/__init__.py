from coalition.models.agreement import (
    Agreement,
    AgreementParty,
    AgreementVersion,
    Article,
    ArticleAmbition,
    ArticleStatement,
    Chapter,
)
from coalition.models.ambition import Ambition, AmbitionStatement
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

__all__ = [
    "ActionItem",
    "Agreement",
    "AgreementParty",
    "AgreementVersion",
    "Ambition",
    "AmbitionStatement",
    "Article",
    "ArticleAmbition",
    "ArticleStatement",
    "Chapter",
    "Conversation",
    "ConversationChallenge",
    "ConversationDraft",
    "ConversationReader",
    "Participant",
    "PartyContact",
    "ReadEvent",
    "Statement",
]
