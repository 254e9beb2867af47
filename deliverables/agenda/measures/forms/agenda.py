"""What the agenda can be narrowed to, as the words of its address."""

from collections.abc import Iterable
from typing import Any

from django import forms

from areas.models import Organisation
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.rules.grouping import NEEDS_ATTENTION, Grouping, Wanted
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_GROUPINGS = {
    Grouping.CHAPTER: "Per hoofdstuk",
    Grouping.TERM: "Per termijn",
    Grouping.STATUS: "Per stand",
    Grouping.LEAD: "Per trekker",
    Grouping.PARTNER: "Per partner",
    Grouping.PROGRAMME: "Per nationaal programma",
    Grouping.PROVINCE: "Per provincie",
}


class AgendaFilter(PortalForm):
    """How the measures are grouped, and which of them are shown; a wrong value changes nothing."""

    per = forms.ChoiceField(
        label="Indeling",
        required=False,
        choices=[(key.value, words) for key, words in _GROUPINGS.items()],
        widget=QuickSelect,
    )
    trekker = forms.ChoiceField(label="Trekker", required=False, widget=QuickSelect)
    stand = forms.ChoiceField(
        label="Stand",
        required=False,
        choices=[("", "Elke stand"), (NEEDS_ATTENTION, "Vraagt aandacht"), *MeasureStatus.choices],
        widget=QuickSelect,
    )

    def __init__(self, *args: Any, leads: Iterable[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Alle trekkers"), *((str(lead.pk), lead.name) for lead in leads)]
        self.fields["trekker"].choices = choices  # type: ignore[attr-defined]

    def chosen(self) -> Wanted:
        """Return what to show; without a choice all measures, by chapter."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            Grouping(values.get("per") or Grouping.CHAPTER), values.get("trekker", ""), values.get("stand", "")
        )
