"""Forms for the parts of a perspective."""

from typing import Any

from django import forms

from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.sections.queries import checkpoints_of
from deliverables.perspective.sections.rules import MAX_TEXT
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.law_text.light import LIGHT_HELP
from novex_portal.toolkit.text import dutch


class HeadingForm(PrintedForm):
    """What a part is called."""

    heading = forms.CharField(
        label="Naam van het onderdeel",
        max_length=150,
        error_messages={"required": "Geef het onderdeel een naam, bijvoorbeeld: Waar we staan."},
    )


class NewSectionForm(HeadingForm, OnceForm):
    """A part to be added."""


class SectionForm(HeadingForm, VersionedForm):
    """A part: its heading, its text, and when it is asked."""

    text = forms.CharField(
        label="Tekst",
        required=False,
        max_length=MAX_TEXT,
        help_text=LIGHT_HELP,
        widget=forms.Textarea(attrs={"rows": 14}),
        error_messages={
            "max_length": "De tekst is langer dan 20.000 tekens. Maak hem korter, of maak er twee onderdelen van."
        },
    )
    checkpoints = forms.ModelMultipleChoiceField(
        Checkpoint.objects.none(),
        label="Op welke ijkmomenten is dit onderdeel gevraagd?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "Een van de ijkmomenten hoort niet bij dit gebied, of is er niet meer. Kies opnieuw.",
            "invalid_pk_value": "Een van de ijkmomenten is er niet. Kies opnieuw.",
        },
    )

    def __init__(self, *args: Any, section: PerspectiveSection, **kwargs: Any) -> None:
        start = {name: getattr(section, name) for name in ("version", "heading", "text")}
        kwargs["initial"] = start | {"checkpoints": [row.pk for row in section.checkpoints.all()]}
        super().__init__(*args, **kwargs)
        # A browser would cut off what is pasted without a word.
        self.fields["text"].widget.attrs.pop("maxlength", None)
        field = self.fields["checkpoints"]
        field.queryset = checkpoints_of(section.area)  # type: ignore[attr-defined]
        field.label_from_instance = moment_words  # type: ignore[attr-defined]


def moment_words(checkpoint: Checkpoint) -> str:
    """BO Zuid, 9 juni 2027."""
    return f"{checkpoint.name}, {dutch.long_date(checkpoint.date)}"
