"""What was marked in reports, what parties heard back, and what they said of how they were understood.

A statement is named by how its position begins.
"""

from dataclasses import dataclass
from typing import Literal

from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.passages.enums import PassageMark
from novex_portal.demo.content.reading import read


@dataclass(frozen=True)
class Told:
    """What was done with a statement, and why."""

    statement: str
    outcome: FeedbackOutcome
    reason: str = ""


@dataclass(frozen=True)
class Letter:
    """How the letter begins that the party of a statement got."""

    statement: str
    opening: str


@dataclass(frozen=True)
class Reply:
    """With what summary a party was asked whether its statement is right, and what it answered, if it did."""

    statement: str
    summary: str
    verdict: Literal["", "klopt", "anders"] = ""
    remark: str = ""
    proposal: str = ""


@dataclass(frozen=True)
class Marked:
    """Words of a report, what they are, and the statement they belong to."""

    quote: str
    mark: PassageMark
    statement: str


@dataclass(frozen=True)
class Answers:
    feedback: tuple[Told, ...]
    letters: tuple[Letter, ...]
    replies: tuple[Reply, ...]
    passages: tuple[Marked, ...]


ANSWERS = read("answers.toml", Answers)
