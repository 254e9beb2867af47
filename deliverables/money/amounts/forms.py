"""An amount of money as people type it, refused kindly when it is no amount of ours."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deliverables.money.amounts.rules.cents import FIRST_YEAR, LAST_YEAR, MOST
from novex_portal.toolkit.forms.fields import DutchAmountField, WholeNumberField

_EXAMPLE = "Vul een bedrag in hele euro’s in, bijvoorbeeld 6.000.000 of 1.250,50."


class MoneyField(DutchAmountField):
    """An amount of nothing or more, to the cent; a comma where a point belongs is refused, never guessed."""

    called = "bedrag"
    default_error_messages = {"invalid": _EXAMPLE, "required": _EXAMPLE}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=None, decimal_places=None, **kwargs)

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]
        amount = super().to_python(value)
        if amount is None:
            return None
        if amount < 0:
            raise ValidationError(f"Een {self.called} is nooit onder nul. Laat het minteken weg.", code="negative")
        if amount > MOST:
            raise ValidationError(
                f"Dit is te groot voor een {self.called}: meer dan honderd miljard.", code="too_much"
            )
        if amount != round(amount, 2):
            raise ValidationError(f"Een {self.called} heeft hoogstens twee cijfers achter de komma.", code="cents")
        return amount


class YearField(WholeNumberField):
    """A year of this century."""

    def __init__(self, **kwargs: Any) -> None:
        words = f"Vul een jaar in van {FIRST_YEAR} tot en met {LAST_YEAR}, bijvoorbeeld 2026."
        messages = dict.fromkeys(("invalid", "required", "min_value", "max_value"), words)
        widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 4})
        super().__init__(min_value=FIRST_YEAR, max_value=LAST_YEAR, widget=widget, error_messages=messages, **kwargs)
