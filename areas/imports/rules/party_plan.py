"""What would happen with one line of a file of parties. Pure."""

from dataclasses import dataclass, field
from typing import Any

from areas.imports.rules.plan import Action, Plan


@dataclass
class PartyPlan(Plan):
    """One line: what its cells say, which organisation it is (`known`), and what that comes to."""

    # What the cells say, after cleaning; empty where a cell is empty.
    kind: str = ""
    website: str = ""
    umbrellas: tuple[str, ...] = ()
    notes: str = ""
    role: str = ""
    email: str = ""
    phone: str = ""
    joins_area: bool = False
    new_kind: str = ""
    new_website: str = ""
    new_notes: str = ""
    # Keys (names in small letters) of organisations it becomes a member of.
    new_umbrellas: list[str] = field(default_factory=list)
    new_person: Any = None
    changed_person: Any = None

    @property
    def key(self) -> str:
        """The name in small letters: what makes two lines the same."""
        return self.name.lower()

    @property
    def would(self) -> Action:
        if self.known is None:
            return Action.NEW
        if self.joins_area:
            return Action.LINK
        return Action.CHANGE if self.changes else Action.SAME

    def marks(self) -> tuple[str, ...]:
        return (self.kind,)
