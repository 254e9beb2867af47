"""What a measure costs, as one fills it in."""

from typing import Any

from django import forms
from django.utils import timezone

from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.forms import MoneyField, YearField
from deliverables.money.funding.actions.estimates import CostFacts
from deliverables.money.funding.models import Estimate
from novex_portal.toolkit.forms.base import OnceForm
from novex_portal.toolkit.forms.fields import DutchDateField, WholeNumberField
from novex_portal.toolkit.forms.widgets import QuickSelect

_ACCURACY = "Vul een heel getal in van 0 tot en met 200, bijvoorbeeld 30."


class EstimateForm(OnceForm):
    """An amount with its basis, or that no money is needed: one of the two is said."""

    needs_none = forms.BooleanField(
        label="Deze maatregel heeft geen geld nodig", required=False,
        help_text="Dat is iets anders dan nog niet weten wat hij kost.",
    )  # fmt: skip
    amount = MoneyField(label="Raming in euro’s", required=False, help_text="Bijvoorbeeld 22.000.000.")
    price_year = YearField(label="Prijspeil", required=False, help_text="Van welk jaar zijn de prijzen?")
    vat = forms.ChoiceField(label="Btw", choices=Vat.choices, initial=Vat.UNKNOWN, widget=QuickSelect)
    accuracy = WholeNumberField(
        label="Hoeveel procent kan het meer of minder zijn?", required=False, min_value=0, max_value=200,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 4}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _ACCURACY),
    )  # fmt: skip
    as_of = DutchDateField(label="Stand van")
    note = forms.CharField(
        label="Waarop gebaseerd?", required=False, max_length=300, help_text="Bijvoorbeeld: schetsontwerp, kental per hectare.",
        error_messages={"max_length": "Maak dit korter: hoogstens 300 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, newest: Estimate | None, **kwargs: Any) -> None:
        start: dict[str, Any] = {"as_of": timezone.localdate()}
        if newest and not newest.needs_none:
            start |= {name: getattr(newest, name) for name in ("amount", "price_year", "vat", "accuracy")}
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        for name in ("amount", "price_year"):
            self.fields[name].says_optional = False  # type: ignore[attr-defined]

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("Kies een dag tot en met vandaag: een raming is van nu of eerder.")
        if day.year < 2000:
            raise forms.ValidationError("Kies een dag vanaf 2000.")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for an amount with its price level, unless no money is needed; both at once say nothing."""
        given = self.cleaned_data
        amount = given.get("amount")
        if given.get("needs_none"):
            if amount is not None:
                self.add_error(
                    "needs_none", "U vult een bedrag in én dat er geen geld nodig is. Kies één van de twee."
                )
            return given
        if amount is None and "amount" not in self.errors:
            self.add_error("amount", "Vul de raming in, of kruis aan dat er geen geld nodig is.")
        if given.get("price_year") is None and "price_year" not in self.errors:
            self.add_error("price_year", "Vul in van welk jaar de prijzen zijn, bijvoorbeeld 2026.")
        return given

    def facts(self) -> CostFacts:
        """Return what was filled in; only after is_valid()."""
        names = ("amount", "price_year", "vat", "accuracy", "as_of", "note")
        return CostFacts(**{name: self.cleaned_data[name] for name in names})
