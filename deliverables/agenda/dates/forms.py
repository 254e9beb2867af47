"""A date of a plan as a form field: typed and shown as people write it, a day or a quarter alike."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.dates.rules.words import EXAMPLES, PlanDate, UnclearDate, read_date
from novex_portal.toolkit.forms.fields import DutchDateField


class PlanDateField(forms.CharField):
    """Takes "12-03-2027", "maart 2027", "Q3 2027" or "2028"; gives a PlanDate, None when it is left empty."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("help_text", EXAMPLES)
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        kwargs.setdefault("error_messages", {"required": f"Vul de datum in. {EXAMPLES}"})
        super().__init__(**kwargs)

    def clean(self, value: Any) -> PlanDate | None:
        """Return the date that was typed. Raises ValidationError with examples for what is none."""
        typed = super().clean(value)
        if not typed:
            return None
        try:
            return read_date(typed)
        except UnclearDate as error:
            raise ValidationError(str(error), code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, PlanDate) else value


class LastDayField(DutchDateField):
    """A last day of this century, or none."""

    def clean(self, value: Any) -> Any:
        day = super().clean(value)
        if day and not EARLIEST <= day <= LATEST:
            raise ValidationError("Kies een datum tussen 2000 en 2100, bijvoorbeeld 31-12-2030.")
        return day
