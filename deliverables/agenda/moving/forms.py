"""What people fill in to give a measure other dates: first which, then, having seen what that does, why."""

from typing import Any

from django import forms
from django.http import QueryDict

from deliverables.agenda.dates.forms import PlanDateField
from deliverables.agenda.dates.rules.words import EXAMPLES
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.rules import Dates, end_after
from deliverables.agenda.plan.enums import LagUnit
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import WholeNumberField
from novex_portal.toolkit.forms.widgets import QuickSelect

_LONGEST = 1_200
_LENGTH = "Vul een heel getal in van 1 tot en met 1.200, bijvoorbeeld 18."
_ORDER = "Het einde ligt voor het begin. Kies een later einde, of vul een duur in."
_REASON = "Schrijf op waarom de datums veranderen. Iedereen die bericht krijgt, leest dat."


class MoveForm(PortalForm):
    """Which dates: a begin, and an end or how long it takes; sent with GET, as nothing is saved by it."""

    begin = PlanDateField(label="Begin")
    eind = PlanDateField(
        label="Eind", required=False, help_text=f"Leeg: hij duurt even lang als nu. {EXAMPLES}",
    )  # fmt: skip
    duur = WholeNumberField(
        label="Of hoe lang duurt het?", required=False, min_value=1, max_value=_LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 6}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _LENGTH),
    )  # fmt: skip
    eenheid = forms.ChoiceField(
        label="In", initial=LagUnit.MONTH, widget=QuickSelect,
        choices=[(unit.value, unit.label) for unit in (LagUnit.DAY, LagUnit.WEEK, LagUnit.MONTH)],
    )  # fmt: skip

    def __init__(self, data: QueryDict | None, *, measure: Measure) -> None:
        self.now = Dates(measure.starts, measure.ends)
        if data is not None:  # an address somebody made by hand need not say in what
            data = data.copy()
            data.setdefault("eenheid", LagUnit.MONTH)
        super().__init__(data, initial={"begin": self.now.start, "eind": self.now.end})

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        start, end, length = values.get("begin"), values.get("eind"), values.get("duur")
        if self.errors or start is None:
            return values
        if length and end and end != self.now.end:
            self.add_error("duur", "Vul een eind in of een duur, niet allebei.")
        elif length:
            values["dates"] = Dates(start, end_after(start, length, values["eenheid"]))
        else:
            values["dates"] = Dates(start, end) if end else self.now.shifted_to(start)
        if "dates" in values and not values["dates"].in_order:
            self.add_error("eind", _ORDER)
        return values


class SaveForm(OnceForm):
    """Why, beside what somebody saw that these dates do."""

    begin = PlanDateField(widget=forms.HiddenInput)
    eind = PlanDateField(widget=forms.HiddenInput)
    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    voorstel = forms.UUIDField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(
        label="Waarom veranderen de datums?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 2, "class": "textarea--low"}),
        help_text="Iedereen die bericht krijgt, leest deze reden.",
        error_messages={"required": _REASON, "max_length": "Maak dit korter: hoogstens 2.000 tekens."},
    )  # fmt: skip

    def dates(self) -> Dates:
        """Return the dates it is about; only after they were found to be dates."""
        return Dates(self.cleaned_data["begin"], self.cleaned_data["eind"])

    def seen_again(self, mark: str) -> "SaveForm":
        """Let what comes back be saved as it is shown now; the reason stays."""
        data = QueryDict(mutable=True)
        data.update(self.data)
        data["seen"] = mark
        self.data = data
        return self


class DeclineForm(VersionedForm):
    """Why dates that were proposed are not taken over."""

    answer = forms.CharField(
        label="Waarom niet?", max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wie het voorstelde, leest dit.",
        error_messages={"required": "Schrijf op waarom niet. Wie het voorstelde, leest dat.", "max_length": "Maak dit korter: hoogstens 2.000 tekens."},
    )  # fmt: skip
