"""The conversations of Zuid-Limburg, of which most were held in two rounds."""

from dataclasses import dataclass

from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.statements.enums import Stance
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Participant:
    organisation: str
    role: str


@dataclass(frozen=True)
class Said:
    """A statement; urgency goes from 1 to 5."""

    organisation: str
    challenge: str
    position: str
    interest: str
    stance: Stance
    urgency: int


@dataclass(frozen=True)
class Agreed:
    what: str
    who: str
    due: int


@dataclass(frozen=True)
class Talk:
    """A conversation, so many days before today."""

    days_ago: int
    participants: tuple[Participant, ...]
    place: str
    report: str
    said: tuple[Said, ...]
    agreed: tuple[Agreed, ...] = ()
    confidentiality: Confidentiality = Confidentiality.PLANNING_GROUP
    form: ConversationForm = ConversationForm.INDIVIDUAL


@dataclass(frozen=True)
class Target:
    """Somebody still to speak with; without a day it is not planned yet."""

    organisation: str
    place: str = ""
    planned: int | None = None


@dataclass(frozen=True)
class Round:
    """A round; without an end it runs."""

    title: str
    began: int
    talks: tuple[Talk, ...]
    ended: int | None = None
    targets: tuple[Target, ...] = ()


@dataclass(frozen=True)
class Talks:
    """`aim`, `questions` and `aims` (how many of which kind) are those of both rounds."""

    aim: str
    questions: str
    aims: dict[str, int]
    talks: tuple[Talk, ...]
    rounds: tuple[Round, ...]


TALKS = read("talks.toml", Talks)
