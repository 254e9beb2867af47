"""Which areas of the overview one wants to see, and in what order."""

from collections.abc import Iterable
from typing import Any

from django import forms

from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.steps import step_states
from deliverables.checkpoints.rules import WORDS
from novex_portal.dashboards.overview.rules import ORDERS, AreaRow, Choice
from novex_portal.toolkit.forms.base import PortalForm

STEPS = [
    ("0", "Nog niet begonnen"),
    *((str(step.number), f"Stap {step.number}: {step.short}") for step in step_states(CoalitionFacts())),
]
PRESSURES = [*((str(level), word) for level, word in enumerate(WORDS, 1)), ("0", "Geen ijkmoment")]
DIRECTIONS = [
    (sign + name, f"Op {words}{after}")
    for name, (words, _) in ORDERS.items()
    for sign, after in (("", ""), ("-", ", hoogste eerst"))
]


class OverviewForm(PortalForm):
    """Filters and order, all in the address; what is no choice is passed over."""

    provincie = forms.ChoiceField(label="Provincie", required=False)
    stap = forms.ChoiceField(label="Stap", required=False, choices=[("", "Elke stap"), *STEPS])
    druk = forms.ChoiceField(label="Tijdsdruk", required=False, choices=[("", "Elke druk"), *PRESSURES])
    volgorde = forms.ChoiceField(label="Volgorde", required=False, choices=DIRECTIONS)

    def __init__(self, data: Any, rows: Iterable[AreaRow]) -> None:
        super().__init__(data)
        provinces = sorted({name for row in rows for name in row.provinces})
        self.fields["provincie"].choices = [("", "Alle provincies"), *((name, name) for name in provinces)]  # type: ignore[attr-defined]

    @property
    def choice(self) -> Choice:
        """What was asked for, as far as it can be chosen."""
        self.is_valid()
        asked = {name: self.cleaned_data.get(name, "") for name in self.fields}
        return Choice(asked["provincie"], asked["stap"], asked["druk"], asked["volgorde"] or Choice.order)
