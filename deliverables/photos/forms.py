"""The form with which a photo of a factsheet is taken."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.forms.base import OnceForm
from novex_portal.toolkit.text import dutch


class MomentField(forms.ModelChoiceField):
    """A checkpoint, by its name and day."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {dutch.long_date(obj.date)}"


class PhotoForm(OnceForm):
    """The name of a photo of a factsheet, and the checkpoint it belongs to."""

    label = forms.CharField(
        label="Naam",
        max_length=150,
        help_text="Zo staat de foto in de lijst, bijvoorbeeld “Voor het bestuurlijk overleg”.",
        error_messages={
            "required": "Geef de foto een naam, bijvoorbeeld “Voor het bestuurlijk overleg”.",
            "max_length": "De naam is te lang. Gebruik hooguit 150 tekens.",
        },
    )
    checkpoint = MomentField(
        label="Hoort bij een moment",
        queryset=Checkpoint.objects.none(),
        required=False,
        empty_label="Geen",
        help_text="Van elk moment is er per gebied één foto.",
        error_messages={"invalid_choice": "Kies een moment uit de lijst, of “Geen”."},
    )

    def __init__(self, *args: Any, checkpoints: QuerySet[Checkpoint], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checkpoint"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy which field it is
        field.queryset = checkpoints
