"""What would happen with one line of a file of measures. Pure."""

from dataclasses import dataclass, field
from typing import Any

from areas.imports.rules.plan import Action, Plan
from deliverables.agenda.exchange.rules.waits import Wait


@dataclass
class MeasurePlan(Plan):
    """One line: which measure it is (`known`), and per column what its cell says where that is something else."""

    # By column, as rows and values to write; only what differs.
    new: dict[str, Any] = field(default_factory=dict)
    added: list[Wait] = field(default_factory=list)
    # Relations that get another time between, and those that go.
    changed: list[tuple[Any, Wait]] = field(default_factory=list)
    removed: list[Any] = field(default_factory=list)

    @property
    def would(self) -> Action:
        if self.known is None:
            return Action.NEW
        return Action.CHANGE if self.changes else Action.SAME
