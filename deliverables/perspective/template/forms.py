"""The form of a part of the template."""

from typing import Any

from django import forms

from deliverables.perspective.template.models import SectionTemplate
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.printed import PrintedForm


class NewTemplateRowForm(PrintedForm):
    """A part an area may begin with: its name, and what belongs in it."""

    heading = forms.CharField(
        label="Naam van het onderdeel",
        max_length=150,
        error_messages={
            "required": "Geef het onderdeel een naam, bijvoorbeeld: Waar we staan.",
            "max_length": "Maak de naam korter: hoogstens 150 tekens.",
        },
    )
    hint = forms.CharField(
        label="Wat erin hoort",
        required=False,
        max_length=300,
        help_text="Een zin die schrijvers bij het onderdeel zien.",
        error_messages={"max_length": "Maak dit korter: hoogstens 300 tekens."},
    )


class TemplateRowForm(NewTemplateRowForm, VersionedForm):
    """One that is there."""

    def __init__(self, *args: Any, row: SectionTemplate, **kwargs: Any) -> None:
        kwargs["initial"] = {name: getattr(row, name) for name in ("version", "heading", "hint")}
        super().__init__(*args, **kwargs)
