"""What every form asks in which is written down where a party stands: how one knows."""

from django import forms

from coalition.planning_group.speaking.enums import MAX_SOURCE, GivenAs
from coalition.planning_group.speaking.rules import SOURCE_NEEDED


def source_field() -> forms.CharField:
    """Return the field for where one knows it from; see `ask_source`."""
    return forms.CharField(
        label="Hoe weten we dit?",
        required=False,
        max_length=MAX_SOURCE,
        help_text="Bijvoorbeeld: brief van het college, of gezegd in het overleg.",
        error_messages={
            "required": SOURCE_NEEDED,
            "max_length": "De bron is langer dan 200 tekens. Maak haar korter.",
        },
    )


def ask_source(form: forms.Form, given_as: str) -> None:
    """Ask who records for another party how they know, and nobody else."""
    form.fields["source"].required = given_as == GivenAs.RECORDED
