"""What a link for wederhoor shows, and whether it still may. Pure: no ORM, no clock of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from coalition.conversations.right_of_reply.enums import ReplyStatus

REPLY_DAYS = 21
MAX_WORDS = 5_000


class LinkState(StrEnum):
    """Why a link shows something, or nothing any more."""

    OPEN = "open"
    USED = "beantwoord"
    EXPIRED = "verlopen"
    REVOKED = "ingetrokken"
    CHANGED = "gewijzigd"


@dataclass(frozen=True)
class ReplyData:
    """What a party answers: that it is right, or what it would change; a remark goes with either."""

    confirmed: bool
    proposals: Mapping[str, str] = field(default_factory=dict)  # id of a statement to other words
    summary: str = ""
    remark: str = ""


def link_state(status: str, expires_at: datetime, now: datetime, *, unchanged: bool) -> LinkState:
    """Tell whether the link shows its text; what was answered stays answered, also after its last day."""
    if status == ReplyStatus.REVOKED:
        return LinkState.REVOKED
    if status != ReplyStatus.OPEN:
        return LinkState.USED
    if now >= expires_at:
        return LinkState.EXPIRED
    return LinkState.OPEN if unchanged else LinkState.CHANGED


def is_unchanged(frozen: Sequence[Mapping[str, str]], current: Sequence[Mapping[str, str]]) -> bool:
    """Tell whether the words that were sent are still the words that stand in the conversation."""
    return _words(frozen) == _words(current)


def _words(statements: Sequence[Mapping[str, str]]) -> set[tuple[str, str, str]]:
    return {(said["id"], said["position"], said["interest"]) for said in statements}
