"""What a party hears back, and how far one is with telling it. Pure: no ORM, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from coalition.conversations.feedback.enums import FeedbackOutcome
from novex_portal.toolkit.text import dutch

MAX_WORDS = 2_000


@dataclass(frozen=True)
class Answer:
    """What somebody fills in for one statement; an empty outcome says nothing yet. `version` 0: it was empty."""

    statement: UUID
    outcome: str
    reason: str
    version: int


class FeedbackState(StrEnum):
    """How far one is with telling a party what was done with its words."""

    NOTHING = "nog niets ingevuld"
    PARTLY = "nog niet alles ingevuld"
    NO_LETTER = "ingevuld, nog niet verteld"
    CHANGED = "gewijzigd na de brief"
    GIVEN = "teruggekoppeld"

    @property
    def sign(self) -> str:
        """The sign it gets beside its words."""
        return {
            FeedbackState.NOTHING: "idle",
            FeedbackState.GIVEN: "good",
            FeedbackState.CHANGED: "attention",
        }.get(self, "half")


def state_of(*, said: int, decided: int, told: int, has_letter: bool) -> FeedbackState:
    """Tell how far one is with a party: of what it `said` so much is decided, and so much told as it stands now."""
    if told == said:
        return FeedbackState.GIVEN
    if has_letter:
        return FeedbackState.CHANGED
    if decided == said:
        return FeedbackState.NO_LETTER
    return FeedbackState.PARTLY if decided else FeedbackState.NOTHING


def lacks_reason(outcome: str, reason: str) -> bool:
    """Tell whether a party would hear that its words were not (fully) taken over without hearing why."""
    return outcome in FeedbackOutcome.values and FeedbackOutcome(outcome).needs_reason and not reason.strip()


def letter_text(
    *, organisation: str, held_on: date, area: str, opening: str, answers: Sequence[Mapping[str, Any]]
) -> str:
    """Return the letter as plain text for a mail; every answer with the words it is about."""
    parts = [
        "Goedendag,",
        f"Op {dutch.long_date(held_on)} spraken wij {organisation} over {area}. "
        "Wij laten u weten wat wij met uw inbreng hebben gedaan.".replace(dutch.NBSP, " "),
        opening.strip(),
    ]
    for number, answer in enumerate(answers, start=1):
        lines = [f"{number}. {answer['challenge']}", f"U zei: “{answer['position']}”", answer["outcome"] + "."]
        became = [f"Dit wordt gedaan: {'; '.join(answer['became'])}."] if answer.get("became") else []
        parts.append("\n".join([*lines, *filter(None, [answer["reason"]]), *became]))
    parts += ["Hebt u vragen, of ziet u het anders? Laat het ons weten.", f"Namens de coalitie in {area}"]
    return "\n\n".join(filter(None, parts)).replace(dutch.NBSP, " ") + "\n"
