"""Forms for taking in a file with parties."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from areas.imports.rules.columns import COLUMNS, KIND, NAME, NOTES, UMBRELLAS, Column, kind_of
from areas.parties.enums import OrganisationKind
from novex_portal.toolkit.files.uploads import MAX_FILE_WORDS
from novex_portal.toolkit.forms.base import OnceForm, PortalForm

_CELL = re.compile(r"r(\d{1,7})-(.+)")


class PartyFileForm(OnceForm):
    """The file itself; what is wrong with it is said beside the field."""

    file = forms.FileField(
        label="Bestand met partijen",
        help_text=f"Excel (.xlsx) of CSV, tot {MAX_FILE_WORDS} en 20.000 regels.",
        widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}),
        error_messages={
            "required": "Kies een bestand, bijvoorbeeld partijen.xlsx.",
            "empty": "Dit bestand is leeg. Kies een bestand met een regel met kolomnamen en daaronder partijen.",
            "max_length": "De naam van dit bestand is te lang. Geef het een kortere naam.",
        },
    )


class LineForm(PortalForm):
    """The cells of one line, as text. The check of the whole file judges them, not this form: it only shows.

    Name and kind are there, and what holds something or is at fault; what is not posted stays as it is.
    """

    def __init__(self, number: int, values: Mapping[str, str], faults: Sequence[Mapping[str, str]]) -> None:
        self.number, self.name, self._faults = number, values.get("naam", ""), faults
        shown = {**values, "soort": kind_of(values.get("soort", "")) or values.get("soort", "")}
        super().__init__({f"r{number}-{key}": text for key, text in shown.items()}, prefix=f"r{number}")
        wrong = {fault["column"] for fault in faults}
        for column in COLUMNS:
            if column in {NAME, KIND} or shown.get(column.key) or column.key in wrong:
                needed = column == NAME or column.key in wrong
                self.fields[column.key] = _cell_field(column, shown.get(column.key, ""), needed=needed)

    def full_clean(self) -> None:
        """Show what the check found, each beside its cell."""
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, Any] = {}
        for fault in self._faults:
            self.add_error(fault["column"] if fault["column"] in self.fields else None, fault["text"])


def _cell_field(column: Column, value: str, *, needed: bool) -> forms.Field:
    if column == KIND:
        choices = [("", "Kies een soort"), *OrganisationKind.choices]
        if value and value not in dict(choices):
            choices.insert(1, (value, value))
        return forms.ChoiceField(label="Soort", required=needed, choices=choices)
    widget = forms.Textarea(attrs={"rows": 2}) if column == NOTES else forms.TextInput(attrs={"autocomplete": "off"})
    label = "Koepels, met ; ertussen" if column == UMBRELLAS else column.label.capitalize()
    return forms.CharField(label=label, required=needed, max_length=column.most, widget=widget)


def posted_cells(data: Mapping[str, str]) -> dict[int, dict[str, str]]:
    """Return the cells in a posted form, by the number of their line."""
    known = {column.key for column in COLUMNS}
    found: dict[int, dict[str, str]] = {}
    for name in data:
        match = _CELL.fullmatch(name)
        if match and match[2] in known:
            found.setdefault(int(match[1]), {})[match[2]] = data[name]
    return found


def posted_version(data: Mapping[str, str]) -> int:
    """Return the version the form was made for; 0, which never was one, for nonsense."""
    text = data.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
