"""The form in which a party's support for an ambition is declared."""

from typing import Any

from django import forms
from django.utils import timezone

from coalition.actions.support import MAX_CONDITION, MAX_SOURCE
from coalition.enums import Support
from coalition.models import AmbitionSupport
from novex_portal.toolkit.forms import DutchDateField


class SupportForm(forms.Form):
    """Does the party support it, on what condition, since when, and how one knows."""

    use_required_attribute = False
    support = forms.ChoiceField(
        label="Steunt deze partij de ambitie?",
        choices=Support.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies of de partij de ambitie steunt.",
            "invalid_choice": "Kies een van de vier antwoorden.",
        },
    )
    condition = forms.CharField(
        label="Voorwaarde of reden",
        required=False,
        max_length=MAX_CONDITION,
        help_text="Nodig bij “Steunt mits”. Alle leden van het gebied lezen dit.",
        widget=forms.Textarea({"rows": 3}),
        error_messages={"max_length": "De tekst is langer dan 1.000 tekens. Maak haar korter."},
    )
    declared_on = DutchDateField(label="Wanneer zei de partij dit?")
    source = forms.CharField(
        label="Hoe weten we dit?",
        required=False,
        max_length=MAX_SOURCE,
        help_text="Bijvoorbeeld: brief van het college, of gezegd in het overleg.",
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, declared: AmbitionSupport | None = None, **kwargs: Any) -> None:
        names = ("support", "condition", "declared_on", "source", "version")
        start = (
            {name: getattr(declared, name) for name in names} if declared else {"declared_on": timezone.localdate()}
        )
        kwargs["initial"] = start
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("support") == Support.CONDITIONAL and not cleaned.get("condition"):
            self.add_error("condition", "Schrijf op onder welke voorwaarde de partij steunt.")
        return cleaned
