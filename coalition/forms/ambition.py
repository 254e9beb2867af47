"""Forms for shared ambitions."""

from typing import Any

from django import forms

from coalition.enums import AmbitionStatus
from coalition.models import Ambition
from coalition.queries.ambitions import next_statuses
from novex_portal.toolkit.ids import uuid7

MAX_TEXT = 20_000
MARKUP_HELP = "Een lege regel begint een nieuwe alinea. Een streepje (-) maakt een lijst, 1. een genummerd lid, **twee sterren** vet."


class AmbitionForm(forms.Form):
    """Title and text; the statements are picked beside it."""

    title = forms.CharField(
        label="Titel",
        max_length=150,
        help_text="Kort: wat willen partijen samen?",
        error_messages={"required": "Vul een titel in, bijvoorbeeld: Water langer vasthouden op de helling."},
    )
    text = forms.CharField(
        label="Tekst van de ambitie",
        max_length=MAX_TEXT,
        help_text=MARKUP_HELP,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "Vul de tekst van de ambitie in.",
            "max_length": "De tekst is langer dan 20.000 tekens. Maak de tekst korter, of maak er twee ambities van.",
        },
    )
    form_id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, ambition: Ambition | None = None, **kwargs: Any) -> None:
        start = {"title": ambition.title, "text": ambition.text, "version": ambition.version} if ambition else {}
        kwargs["initial"] = {"form_id": uuid7(), **start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class AmbitionStatusForm(forms.Form):
    """The next status, with the reason where an ambition is dropped."""

    status = forms.ChoiceField(label="Nieuwe status", widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Waarom valt de ambitie af?",
        required=False,
        max_length=2_000,
        help_text="Alleen invullen bij “Afgevallen”. Wie eraan meewerkte, leest dit terug.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, ambition: Ambition, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(status.value, status.label) for status in next_statuses(ambition)]
        self.fields["status"].choices = choices  # type: ignore[attr-defined]
        if AmbitionStatus.DROPPED not in dict(choices):
            del self.fields["reason"]
