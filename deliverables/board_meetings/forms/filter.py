"""What the list of outcomes can be narrowed to, as the words of its address."""

from typing import Any

from django import forms

from deliverables.board_meetings.enums import OutcomeState
from deliverables.board_meetings.queries.lists import STILL_OPEN, Choices, Wanted
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect


class OutcomeFilter(PortalForm):
    """Filters that hold at once; a wrong value narrows nothing."""

    provincie = forms.ChoiceField(label="Provincie", required=False, widget=QuickSelect)
    gebied = forms.ChoiceField(label="Gebied", required=False, widget=QuickSelect)
    stand = forms.ChoiceField(
        label="Stand", required=False, choices=[("", "Elke stand"), (STILL_OPEN, "Nog open"), *OutcomeState.choices],
        widget=QuickSelect,
    )  # fmt: skip
    trekker = forms.ChoiceField(label="Trekker", required=False, widget=QuickSelect)
    volgorde = forms.ChoiceField(
        label="Volgorde", required=False, choices=[("", "Nieuwste overleg eerst"), ("termijn", "Eerste termijn eerst")],
        widget=QuickSelect,
    )  # fmt: skip
    laat = forms.BooleanField(label="Alleen te laat", required=False)

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named: dict[str, list[tuple[str, str]]] = {
            "provincie": [("", "Alle provincies"), *((row.slug, row.name) for row in choices.provinces)],
            "gebied": [("", "Alle gebieden"), *((row.slug, row.name) for row in choices.areas)],
            "trekker": [("", "Alle trekkers"), *((str(row.pk), row.name) for row in choices.leads)],
        }
        for name, found in named.items():
            self.fields[name].choices = found  # type: ignore[attr-defined]

    def chosen(self) -> Wanted:
        """Return what to show; without a choice all of it."""
        self.is_valid()
        values = self.cleaned_data
        province, area, state, lead = (values.get(name, "") for name in ("provincie", "gebied", "stand", "trekker"))
        return Wanted(province, area, state, lead, bool(values.get("laat")), values.get("volgorde") == "termijn")
