"""What a party answers to wederhoor, and whether it was asked about the words that stand there. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

REPLY_DAYS = 21
MAX_WORDS = 5_000


@dataclass(frozen=True)
class ReplyData:
    """What a party answers: that it is right, or what it would change; a remark goes with either."""

    confirmed: bool  # all of it
    proposals: Mapping[str, str] = field(default_factory=dict)  # id of a statement to other words
    right: frozenset[str] = frozenset()  # ids of the statements that are right as they stand, beside the others
    summary: str = ""
    remark: str = ""


def is_unchanged(frozen: Sequence[Mapping[str, str]], current: Sequence[Mapping[str, str]]) -> bool:
    """Tell whether the words that were sent are still the words that stand in the conversation."""
    return _words(frozen) == _words(current)


def _words(statements: Sequence[Mapping[str, str]]) -> set[tuple[str, str, str]]:
    return {(said["id"], said["position"], said["interest"]) for said in statements}
