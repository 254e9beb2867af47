"""The rule of the balance, as one fills it in."""

from decimal import Decimal
from typing import Any

from django import forms

from deliverables.money.balance.models import BalanceRule
from deliverables.money.balance.queries import as_rule
from deliverables.money.balance.rules import Rule
from deliverables.money.funding.enums import LADDER
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DutchAmountField
from novex_portal.toolkit.forms.widgets import QuickSelect

_BAND = "Vul een getal in van 0 tot en met 100, met hoogstens één cijfer achter de komma, bijvoorbeeld 45."


class PerCentField(DutchAmountField):
    """A share in per cent."""

    def __init__(self, label: str) -> None:
        keys = (
            "required",
            "invalid",
            "min_value",
            "max_value",
            "max_digits",
            "max_decimal_places",
            "max_whole_digits",
        )
        super().__init__(
            label=label, min_value=0, max_value=100, max_digits=4, decimal_places=1,
            error_messages=dict.fromkeys(keys, _BAND),
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        """Show 45 and 47,5 as they are typed."""
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


class BalanceForm(VersionedForm):
    """From where on money is hard, what is even, and whether in kind counts."""

    hard_from = forms.ChoiceField(
        label="Geld is hard vanaf", choices=[(step.value, step.label) for step in LADDER[1:]], widget=QuickSelect
    )
    low = PerCentField("Evenredig vanaf, aandeel van het Rijk in procenten")
    high = PerCentField("Tot en met, in procenten")
    in_kind = forms.BooleanField(
        label="Wat in natura komt, telt mee in de balans", required=False,
        help_text="In de dekking van een maatregel telt het altijd mee.",
    )  # fmt: skip

    def __init__(self, *args: Any, own: BalanceRule | None, **kwargs: Any) -> None:
        rule = as_rule(own)
        start = {name: getattr(rule, name) for name in ("hard_from", "low", "high", "in_kind")}
        kwargs["initial"] = {**start, "version": own.version if own else 0}
        super().__init__(*args, **kwargs)

    def rule(self) -> Rule:
        """Return what was filled in; only after is_valid()."""
        return Rule(**{name: self.cleaned_data[name] for name in ("hard_from", "low", "high", "in_kind")})
