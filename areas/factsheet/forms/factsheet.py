"""Forms of the factsheet: one heading, a duo."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.rules.rows import EARLIEST, LATEST, MAX_TEXT
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.law_text.light import LIGHT_HELP
from novex_portal.toolkit.problems import Conflict, Problem

TOO_LONG = "De tekst is langer dan 20.000 tekens. Maak de tekst korter."


class PercentageField(forms.IntegerField):
    """A whole number that may be written with its sign: 95, 95% or 95 %."""

    def to_python(self, value: Any) -> int | None:
        return super().to_python(value.strip().removesuffix("%") if isinstance(value, str) else value)


class HeadingForm(VersionedForm):
    """The text under a heading, its source, and how far the ontwikkelperspectief is."""

    percentage = PercentageField(
        label="Hoe ver is het ontwikkelperspectief, in procenten?",
        required=False,
        min_value=0,
        max_value=100,
        help_text="Een heel getal van 0 tot en met 100. Laat leeg als het niet bekend is.",
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), "Vul een percentage in van 0 tot en met 100, bijvoorbeeld 60."
        ),
    )
    text = forms.CharField(
        label="Tekst",
        required=False,
        max_length=MAX_TEXT,
        help_text=LIGHT_HELP,
        widget=forms.Textarea({"rows": 6}),
        error_messages={"max_length": TOO_LONG},
    )
    source = forms.CharField(
        label="Bron van de tekst",
        required=False,
        max_length=300,
        help_text="Waar staat dit? Bijvoorbeeld: Panorama Zuid-Limburg, september 2023",
        error_messages={"max_length": "De bron is langer dan 300 tekens. Maak de bron korter."},
    )

    def __init__(self, *args: Any, heading: FactsheetHeading, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": f"id_{heading.value}_%s", **kwargs})
        # A browser would cut off what is pasted without a word.
        self.fields["text"].widget.attrs.pop("maxlength", None)
        if heading != FactsheetHeading.PERSPECTIVE:
            del self.fields["percentage"]
        else:
            self.fields["text"].label = "Toelichting"
            self.fields["source"].label = "Bron"


class DuoForm(PortalForm):
    """Who will answer for the area, and from when."""

    national_side = forms.CharField(
        label="Namens het Rijk",
        max_length=150,
        help_text="De functie, niet de naam. Bijvoorbeeld: Minister van Infrastructuur en Waterstaat",
        error_messages={"required": "Vul de functie in van wie namens het Rijk spreekt."},
    )
    regional_side = forms.CharField(
        label="Namens de regio",
        max_length=150,
        help_text="De functie, niet de naam. Bijvoorbeeld: Gedeputeerde ruimte, provincie Limburg",
        error_messages={"required": "Vul de functie in van wie namens de regio spreekt."},
    )
    valid_from = DutchDateField(
        label="Vanaf",
        help_text="Het duo ervoor eindigt de dag ervoor. Bijvoorbeeld 01-09-2026",
        error_messages={
            "required": "Vul in vanaf wanneer het duo er is, bijvoorbeeld 01-09-2026.",
            "invalid": "Vul een bestaande datum in, bijvoorbeeld 01-09-2026.",
        },
    )
    source = forms.CharField(
        label="Bron", required=False, max_length=300, help_text="Waar blijkt dit uit? Bijvoorbeeld een brief"
    )
    replaces = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Show what is refused beside the day it begins; that somebody was first, above the form."""
        super().refuse(problem, None if isinstance(problem, Conflict) else "valid_from")

    def clean_valid_from(self) -> Any:
        day = self.cleaned_data["valid_from"]
        if day and not EARLIEST <= day <= LATEST:
            raise ValidationError("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 01-09-2026.")
        return day
