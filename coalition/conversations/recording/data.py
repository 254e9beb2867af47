"""What a form, an import or the practice data hands over to log a conversation. Pure: no ORM calls, no clock."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from areas.models import Challenge, User
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.rounds.models import ConversationRound
from coalition.conversations.statements.enums import Stance, Urgency
from novex_portal.toolkit.text.names import without_accents

PARTS = {
    "who": "Met wie?",
    "when": "Wanneer en waar?",
    "said": "Wat hoorde u?",
    "readers": "Wie mag dit lezen?",
    "agreed": "Wat is er afgesproken?",
}
"""The headings of the form and of the sheet one takes along, in their order."""
EARLIEST = date(1990, 1, 1)
"""No conversation is older: an earlier date is a slip of the finger."""
SEARCHABLE = 200_000
"""Characters of a conversation that can be searched; PostgreSQL's word list has a limit."""


@dataclass(frozen=True)
class ParticipantData:
    """An organisation at the table; `kind` is only looked at when the organisation is new."""

    organisation: str
    role: str = ""
    kind: str = ""


@dataclass(frozen=True)
class StatementData:
    """What an organisation said; `id` names a recorded statement that is being changed."""

    organisation: str
    challenge: Challenge
    position: str
    interest: str = ""
    stance: str = Stance.NEUTRAL
    urgency: int = Urgency.MEDIUM
    id: UUID | None = None


@dataclass(frozen=True)
class ActionItemData:
    """What was agreed; `id` names a recorded action item that is being changed."""

    what: str
    owner: str
    due_on: date | None = None
    owner_user: User | None = None
    id: UUID | None = None


@dataclass(frozen=True)
class ConversationData:
    """A whole conversation. The challenges of its statements count among its challenges."""

    held_on: date
    participants: tuple[ParticipantData, ...]
    report: str = ""
    place: str = ""
    form: str = ConversationForm.INDIVIDUAL
    challenges: tuple[Challenge, ...] = ()
    statements: tuple[StatementData, ...] = ()
    action_items: tuple[ActionItemData, ...] = ()
    confidentiality: str = Confidentiality.PLANNING_GROUP
    readers: tuple[User, ...] = field(default=())
    round: ConversationRound | None = None

    @property
    def all_challenges(self) -> set[Challenge]:
        """The challenges ticked and those of the statements."""
        return {*self.challenges, *(statement.challenge for statement in self.statements)}


def searchable_text(parts: Iterable[str]) -> str:
    """Return the words of a conversation as one text for the search index."""
    return without_accents("\n".join(part for part in parts if part))[:SEARCHABLE]
