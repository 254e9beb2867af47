"""Process money, as one fills it in."""

from typing import Any

from django import forms

from areas.models import Area
from deliverables.money.amounts.forms import MoneyField, YearField
from deliverables.money.funding.enums import Hardness
from deliverables.money.funds.forms import chosen
from deliverables.money.funds.models import Fund
from deliverables.money.funds.queries import funds_for
from deliverables.money.process_money.actions import ProcessFacts
from deliverables.money.process_money.models import ProcessMoney
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_FIELDS = ("fund", "year", "amount", "hardness", "purpose")


class ProcessMoneyForm(OnceForm, VersionedForm):
    """Which fund gives how much in which year, and for what."""

    year = YearField(label="Jaar")
    fund = forms.ModelChoiceField(
        Fund.objects.none(), label="Fonds", empty_label="Kies een fonds", widget=QuickSelect,
        error_messages={"required": "Kies een fonds.", "invalid_choice": "Dit fonds is er niet meer. Kies opnieuw."},
    )  # fmt: skip
    amount = MoneyField(label="Bedrag in euro’s")
    hardness = chosen("Hoe zeker is het?", Hardness.choices, "Kies hoe zeker het is")
    purpose = forms.CharField(
        label="Waarvoor", max_length=200, help_text="Bijvoorbeeld: programmabureau, onderzoek, Future Search.",
        error_messages={"required": "Schrijf op waarvoor het is, bijvoorbeeld: programmabureau.", "max_length": "Maak dit korter: hoogstens 200 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, row: ProcessMoney | None = None, **kwargs: Any) -> None:
        if row:
            kwargs["initial"] = {name: getattr(row, name) for name in ("version", *_FIELDS)}
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds_for(area)  # type: ignore[attr-defined]

    def facts(self) -> ProcessFacts:
        """Return what was filled in; only after is_valid()."""
        return ProcessFacts(**{name: self.cleaned_data[name] for name in _FIELDS})
