"""A meter: a place on a scale of five words, with the rule that put it there. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Condition:
    """One line of a rule, and whether it holds."""

    text: str
    met: bool


@dataclass(frozen=True)
class Meter:
    """What a page shows of a meter. Level 1 to 5 points into `words`; 0 means there is nothing to measure."""

    words: tuple[str, ...]
    level: int
    verdict: str
    evidence: str
    conditions: tuple[Condition, ...]

    @property
    def word(self) -> str:
        """The word the meter stands at; empty when there is nothing to measure."""
        return self.words[self.level - 1] if self.level else ""

    @property
    def marks(self) -> list[tuple[str, str]]:
        """Each word of the scale with its mark: passed, current, or nothing."""
        return [
            (word, "current" if rank == self.level else "passed" if rank < self.level else "")
            for rank, word in enumerate(self.words, 1)
        ]


def steps_up(conditions: Sequence[Condition]) -> int:
    """Return the level of a scale where each condition is one step and none may be skipped."""
    level = 1
    for condition in conditions:
        if not condition.met:
            break
        level += 1
    return level


def counted(number: int, one: str, many: str) -> str:
    """1 partij, 12 partijen."""
    return f"{number} {one if number == 1 else many}"
