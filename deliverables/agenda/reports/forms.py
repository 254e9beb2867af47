"""The form in which is said how a measure goes, on three lines at once."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.utils import timezone

from deliverables.agenda.reports.actions.reporting import MAX_REASON, Said
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.reports.models import StatusReport
from novex_portal.toolkit.forms.base import OnceForm
from novex_portal.toolkit.forms.fields import DutchDateField


class ReportForm(OnceForm):
    """A day, and on each line a word with its reason. It starts empty: the former words stand beside it."""

    as_of = DutchDateField(label="Peildatum", help_text="De dag waarop het zo stond. Meestal vandaag.")

    def __init__(self, *args: Any, newest: Mapping[str, StatusReport], **kwargs: Any) -> None:
        kwargs["initial"] = {"as_of": timezone.localdate(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.newest = newest
        for axis in Axis:
            name = axis.label.lower()
            self.fields[f"word-{axis}"] = forms.ChoiceField(
                label=f"Hoe gaat het met {name}?",
                choices=Word.choices,
                widget=forms.RadioSelect(attrs={"class": "choices--row"}),
                error_messages={
                    "required": f"Kies hoe het met {name} gaat.",
                    "invalid_choice": f"Kies hoe het met {name} gaat.",
                },
            )
            self.fields[f"reason-{axis}"] = forms.CharField(
                label=f"Waarom, bij {name}?",
                help_text="Verplicht als het niet naar verwachting gaat.",
                required=False,
                max_length=MAX_REASON,
                widget=forms.Textarea(attrs={"rows": 3}),
                error_messages={"max_length": "De reden is langer dan 2.000 tekens. Maak haar korter."},
            )

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("De peildatum ligt in de toekomst. Vul in op welke dag het zo stond.")
        return day

    def clean(self) -> dict[str, Any]:
        for axis in Axis:
            word = self.cleaned_data.get(f"word-{axis}", "")
            if word not in {"", Word.AS_EXPECTED} and not self.cleaned_data.get(f"reason-{axis}", "missing"):
                why = "Schrijf op waarom. Wie dit leest, weet dan wat er nodig is."
                self.add_error(f"reason-{axis}", why)
        return self.cleaned_data

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield each line with its fields and what was said of it before."""
        for axis in Axis:
            yield {
                "axis": axis,
                "before": self.newest.get(axis),
                "word": self[f"word-{axis}"],
                "reason": self[f"reason-{axis}"],
            }

    def said(self) -> list[Said]:
        """Return the valid words."""
        values = self.cleaned_data
        return [Said(axis, values[f"word-{axis}"], values[f"reason-{axis}"]) for axis in Axis]
