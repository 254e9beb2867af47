"""What is filled in to freeze the agenda."""

from typing import Any

from django import forms

from areas.models import Area
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.forms.base import OnceForm
from novex_portal.toolkit.text import dutch


class _CheckpointField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.name}, {dutch.long_date(obj.date)}"


class FreezeForm(OnceForm):
    """Why this version is made, and for which checkpoint."""

    checkpoint = _CheckpointField(
        label="Voor welk ijkmoment is deze versie?",
        queryset=Checkpoint.objects.none(),
        required=False,
        empty_label="Voor geen ijkmoment",
        error_messages={"invalid_choice": "Dit ijkmoment is er niet meer. Kies een ander."},
    )
    reason = forms.CharField(
        label="Waarom maakt u deze versie?",
        required=False,
        max_length=200,
        help_text="Bijvoorbeeld: zo ging de agenda naar het bestuurlijk overleg van november.",
        error_messages={"max_length": "Gebruik ten hoogste %(limit_value)d tekens; nu zijn het er %(show_value)d."},
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checkpoint"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101  for the type checker
        field.queryset = Checkpoint.objects.filter(areas=area).order_by("date", "name")
