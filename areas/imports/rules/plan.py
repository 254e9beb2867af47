"""What would happen with one line of a file, and how that is told. Pure: decided elsewhere, shown and compared here."""

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
class Plan:
    """One line: what its cells say, which organisation it is, and what that comes to."""

    number: int
    # What the cells say, after cleaning; empty where a cell is empty.
    name: str = ""
    kind: str = ""
    website: str = ""
    umbrellas: tuple[str, ...] = ()
    notes: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    # What it comes to. `known` is the organisation in the portal; its type is not this module's business.
    known: Any = None
    joins_area: bool = False
    changes: list[Change] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    errors: list[tuple[str, str]] = field(default_factory=list)
    held: bool = False
    new_kind: str = ""
    new_website: str = ""
    new_notes: str = ""
    # Keys (names in small letters) of organisations it becomes a member of.
    new_umbrellas: list[str] = field(default_factory=list)
    new_person: Any = None
    changed_person: Any = None

    def __str__(self) -> str:
        return self.name

    @property
    def key(self) -> str:
        """The name in small letters: what makes two lines the same."""
        return self.name.lower()

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
        return self._would

    @property
    def _would(self) -> Action:
        if self.known is None:
            return Action.NEW
        if self.joins_area:
            return Action.LINK
        return Action.CHANGE if self.changes else Action.SAME

    def fault(self, column: str, text: str) -> None:
        """Add an error to a column."""
        self.errors.append((column, text))

    def mark(self) -> str:
        """Return what stands for all that would happen: the same mark, the same writes."""
        parts = [self._would, self.name, self.kind, *self.words]
        parts += [part for change in self.changes for part in (change.what, change.old, change.new)]
        return sha256("\x1f".join(parts).encode()).hexdigest()[:24]

    def to_json(self, values: dict[str, str]) -> dict[str, Any]:
        """Return the outcome as it is kept; the cells only where somebody may have to correct them."""
        found: dict[str, Any] = {
            "number": self.number,
            "name": self.name or values.get("naam", ""),
            "action": self.action,
        }
        if self.errors:
            found["errors"] = [{"column": column, "text": text} for column, text in self.errors]
            found["values"] = values
            return found
        found["words"] = [HELD, *self.words] if self.held else self.words
        found["changes"] = [change.to_json() for change in self.changes]
        found["warnings"] = self.warnings
        found["mark"] = self.mark()
        return found


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= SHOWN else f"{flat[: SHOWN - 2]} …"
