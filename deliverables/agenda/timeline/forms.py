"""What a timeline is held against, as the words of its address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from deliverables.agenda.timeline.queries.comparing import Target
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect


class TimelineFilter(PortalForm):
    """The version to compare with, and what must be ready; a wrong value chooses nothing."""

    versie = forms.ChoiceField(label="Vergelijk met", required=False, widget=QuickSelect)
    voor = forms.ChoiceField(label="Wat bepaalt", required=False, widget=QuickSelect)

    def __init__(self, *args: Any, versions: Iterable[tuple[int, str]], targets: Iterable[Target], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._targets = {target.key: target for target in targets}
        labels = [(str(number), f"Vergelijk met {label}") for number, label in versions]
        choices = [(target.key, target.words) for target in self._targets.values()]
        self.fields["versie"].choices = [("", "Vergelijk met geen versie"), *labels]  # type: ignore[attr-defined]
        self.fields["voor"].choices = [("", "Wat bepaalt welke datum?"), *choices]  # type: ignore[attr-defined]

    @property
    def number(self) -> int | None:
        """The version somebody chose."""
        self.is_valid()
        return int(self.cleaned_data["versie"]) if self.cleaned_data.get("versie") else None

    @property
    def target(self) -> Target | None:
        """What somebody wants to be ready."""
        self.is_valid()
        return self._targets.get(self.cleaned_data.get("voor", ""))
