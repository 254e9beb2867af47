"""The history of a conversation."""

from areas.models import Challenge, Person
from coalition.conversations.feedback.models import Feedback, FeedbackLetter
from coalition.conversations.passages.models import Passage
from coalition.conversations.readers.models import ConversationReader
from coalition.conversations.recording.models import ActionItem, Conversation, ConversationChallenge, Participant
from coalition.conversations.statements.models import Statement
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_CONVERSATION = {
    "held_on": "datum",
    "place": "plaats",
    "form": "soort gesprek",
    "report": "verslag",
    "confidentiality": "vertrouwelijkheid",
}
_STATEMENT = {
    "organisation_id": "van wie",
    "challenge_id": "opgave",
    "position": "standpunt",
    "interest": "belang",
    "stance": "houding",
    "urgency": "urgentie",
    "confirmed_at": "bevestigd op",
}
_FEEDBACK = {"outcome": "wat ermee is gedaan", "reason": "waarom"}
_LETTER = {"organisation_id": "aan wie", "email": "e-mailadres"}
_ACTION = {"what": "wat", "owner": "wie", "due_on": "uiterlijk op", "status": "stand"}


def changes_of(conversation: Conversation) -> list[Change]:
    """Return who changed what and when, newest first; a fixed number of queries."""
    own = {"conversation_id": conversation.pk}
    people = {"organisation_id": "organisatie", "person_id": "rol"}
    return history(
        [
            Part(Conversation, {"id": conversation.pk}, _CONVERSATION),
            Part(Participant, own, people, lambda _: "Deelnemer"),
            Part(Statement, own, _STATEMENT, _statement),
            Part(Feedback, {"statement__conversation_id": conversation.pk}, _FEEDBACK, lambda _: "Terugkoppeling"),
            Part(FeedbackLetter, own, _LETTER, _letter),
            Part(Passage, own, {"quote": "citaat", "mark": "markering"}, lambda _: "Passage"),
            Part(ActionItem, own, _ACTION, lambda _: "Afspraak"),
            Part(ConversationChallenge, own, {"challenge_id": "opgave"}, lambda _: "Opgave"),
            Part(ConversationReader, own, {"user_id": "naam"}, lambda _: "Lezer"),
        ],
        called={Person: "role", Challenge: "title"},
    )


def _letter(words: Words) -> str:
    return f"Brief aan {words['aan wie']}" if words["aan wie"] else "Brief"


def _statement(words: Words) -> str:
    return f"Uitspraak van {words['van wie']}" if words["van wie"] else "Uitspraak"
