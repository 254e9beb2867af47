"""What would happen with one line of a file, and how that is told. Pure: decided elsewhere, shown and compared here."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256
from typing import Any

SHOWN = 140
HELD = "Niet ingevoerd, want intussen veranderde er iets in het portaal. Nu zou dit gebeuren:"


class Action(StrEnum):
    """What happens to a line."""

    NEW = "new"
    LINK = "link"
    CHANGE = "change"
    SAME = "same"
    ERROR = "error"
    HELD = "held"  # was to be written, but no longer means what was shown


LABELS = {
    Action.NEW: "Nieuw",
    Action.LINK: "Wordt gekoppeld",
    Action.CHANGE: "Wordt gewijzigd",
    Action.SAME: "Al gelijk",
    Action.ERROR: "Fout",
    Action.HELD: "Intussen veranderd",
}
DONE_LABELS = LABELS | {
    Action.NEW: "Toegevoegd",
    Action.LINK: "Gekoppeld",
    Action.CHANGE: "Gewijzigd",
    Action.ERROR: "Overgeslagen",
}


@dataclass(frozen=True)
class Change:
    """A field that gets another value."""

    what: str
    old: str
    new: str

    def to_json(self) -> dict[str, str]:
        return {"what": self.what, "old": _short(self.old), "new": _short(self.new)}


@dataclass
class Plan(ABC):
    """One line: what it is about, and what it comes to. Each kind of file adds what its cells say."""

    number: int
    name: str = ""
    # What it comes to. `known` is the row in the portal; its type is not this module's business.
    known: Any = None
    changes: list[Change] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    held: bool = False

    def __str__(self) -> str:
        return self.name

    @property
    def is_fit(self) -> bool:
        """Whether this line can be written."""
        return not self.errors and not self.held

    @property
    def action(self) -> Action:
        """What happens, in one word."""
        if self.errors:
            return Action.ERROR
        if self.held:
            return Action.HELD
        return self.would

    @property
    @abstractmethod
    def would(self) -> Action:
        """What would happen, were nothing wrong with it."""

    def fault(self, column: str, text: str) -> None:
        """Add an error to a column."""
        self.errors.append((column, text))

    def mark(self) -> str:
        """Return what stands for all that would happen: the same mark, the same writes."""
        parts = [self.would, self.name, *self.marks(), *self.words]
        parts += [part for change in self.changes for part in (change.what, change.old, change.new)]
        return sha256("\x1f".join(parts).encode()).hexdigest()[:24]

    def marks(self) -> tuple[str, ...]:
        """Return what else would be written, that neither words nor changes tell."""
        return ()

    def to_json(self, values: Mapping[str, str], *, name: str = "") -> dict[str, Any]:
        """Return the outcome as it is kept; the cells only where somebody may have to correct them.

        `name` is for a line that does not say itself what it is about.
        """
        found: dict[str, Any] = {"number": self.number, "name": self.name or name, "action": self.action}
        if self.errors:
            found["errors"] = [{"column": column, "text": text} for column, text in self.errors]
            found["values"] = dict(values)
            return found
        found["words"] = [HELD, *self.words] if self.held else self.words
        found["changes"] = [change.to_json() for change in self.changes]
        found["warnings"] = self.warnings
        found["mark"] = self.mark()
        return found


def hold_back(plans: Iterable[Plan], expected: Mapping[int, str]) -> None:
    """Hold back the lines that by now would do something else than was shown; `expected` are marks by number."""
    for plan in plans:
        plan.held = not plan.errors and plan.mark() != expected.get(plan.number)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 2]} …"
