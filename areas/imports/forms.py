"""Forms for taking in a file, of any kind."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from areas.imports.kinds import ImportKind
from areas.imports.rules.columns import Column, Columns
from novex_portal.toolkit.files.uploads import MAX_FILE_WORDS
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.text.dutch import number as in_dutch

_CELL = re.compile(r"r(\d{1,7})-(.+)")


class ImportFileForm(PortalForm):
    """The file itself; what is wrong with it is said beside the field."""

    file = forms.FileField(widget=forms.FileInput(attrs={"accept": ".csv,.xlsx"}))
    form_id = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: ImportKind, **kwargs: Any) -> None:
        kwargs["initial"] = {"form_id": uuid7(), **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        field = self.fields["file"]
        field.label = kind.words.label
        field.help_text = f"Excel (.xlsx) of CSV, tot {MAX_FILE_WORDS} en {in_dutch(kind.most)} regels."
        field.error_messages |= {
            "required": f"Kies een bestand, bijvoorbeeld {kind.words.name}.xlsx.",
            "empty": f"Dit bestand is leeg. Kies een bestand met een regel met kolomnamen en daaronder {kind.words.rows}.",
            "max_length": "De naam van dit bestand is te lang. Geef het een kortere naam.",
        }


class LineForm(PortalForm):
    """The cells of one line, as text. The check of the whole file judges them, not this form: it only shows.

    What every line shows is there, and what holds something or is at fault; what is not posted stays as it is.
    """

    def __init__(
        self, number: int, values: Mapping[str, str], faults: Sequence[Mapping[str, str]], columns: Columns
    ) -> None:
        self.number, self.name, self._faults = number, values.get(columns.needed.key, ""), faults
        shown = {
            **values,
            **{
                column.key: column.chosen(text) or text
                for column in columns.every
                if column.chosen and (text := values.get(column.key, ""))
            },
        }
        super().__init__({f"r{number}-{key}": text for key, text in shown.items()}, prefix=f"r{number}")
        wrong = {fault["column"] for fault in faults}
        for column in columns.every:
            if column.is_shown or shown.get(column.key) or column.key in wrong:
                needed = column == columns.needed or column.key in wrong
                self.fields[column.key] = _cell_field(column, shown.get(column.key, ""), needed=needed)

    def full_clean(self) -> None:
        """Show what the check found, each beside its cell."""
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, Any] = {}
        for fault in self._faults:
            self.add_error(fault["column"] if fault["column"] in self.fields else None, fault["text"])


def _cell_field(column: Column, value: str, *, needed: bool) -> forms.Field:
    label = column.title or column.label.capitalize()
    if column.choices:
        choices = [("", f"Kies een {column.label}"), *column.choices]
        if value and value not in dict(choices):
            choices.insert(1, (value, value))
        return forms.ChoiceField(label=label, required=needed, choices=choices)
    widget = forms.Textarea(attrs={"rows": 2}) if column.is_long else forms.TextInput(attrs={"autocomplete": "off"})
    return forms.CharField(label=label, required=needed, max_length=column.most, widget=widget)


def posted_cells(data: Mapping[str, str], columns: Columns) -> dict[int, dict[str, str]]:
    """Return the cells in a posted form, by the number of their line."""
    found: dict[int, dict[str, str]] = {}
    for name in data:
        match = _CELL.fullmatch(name)
        if match and match[2] in columns.by_key:
            found.setdefault(int(match[1]), {})[match[2]] = data[name]
    return found


def posted_version(data: Mapping[str, str]) -> int:
    """Return the version the form was made for; 0, which never was one, for nonsense."""
    text = data.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
