"""Forms for shared ambitions, and for the support a party declares."""

from typing import Any

from django import forms

from areas.models import Area, Challenge
from areas.parties.queries import challenges_of
from coalition.agreement.ambitions.enums import AmbitionStatus, Support
from coalition.agreement.ambitions.models import Ambition, AmbitionSupport
from coalition.agreement.ambitions.queries.ambitions import next_statuses
from coalition.agreement.ambitions.rules import MAX_CONDITION, NEEDS_WHY
from coalition.agreement.positions.forms import DeclaredForm, condition_field
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.law_text.light import LIGHT_HELP

MAX_TEXT = 20_000


class AmbitionForm(VersionedForm, OnceForm):
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
        help_text=LIGHT_HELP,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": "Vul de tekst van de ambitie in.",
            "max_length": "De tekst is langer dan 20.000 tekens. Maak de tekst korter, of maak er twee ambities van.",
        },
    )
    challenges = forms.MultipleChoiceField(
        label="Voor welke opgaven?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Een van de gekozen opgaven hoort niet bij dit gebied."},
    )

    def __init__(self, *args: Any, area: Area, ambition: Ambition | None = None, **kwargs: Any) -> None:
        start: dict[str, Any] = {}
        if ambition:
            start = {"title": ambition.title, "text": ambition.text, "version": ambition.version}
            start["challenges"] = [str(row.challenge_id) for row in ambition.challenge_links.all()]
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.offered = {str(challenge.pk): challenge for challenge in challenges_of(area)}
        self.fields["challenges"].choices = [(pk, row.title) for pk, row in self.offered.items()]  # type: ignore[attr-defined]

    def chosen_challenges(self) -> list[Challenge]:
        """Return the opgaven that were ticked; only after is_valid."""
        return [self.offered[pk] for pk in self.cleaned_data["challenges"]]


class AmbitionStatusForm(PortalForm):
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


class AmbitionPositionForm(DeclaredForm):
    """Whether the party supports the ambition."""

    answer, day, needs_why = "support", "declared_on", NEEDS_WHY
    field_order = ("support", "condition", "declared_on", "source")

    ambition_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    support = forms.ChoiceField(
        label="Steunt deze partij de ambitie?",
        choices=Support.choices,
        widget=forms.RadioSelect,
        error_messages={
            "required": "Kies of de partij de ambitie steunt.",
            "invalid_choice": "Kies een van de vier antwoorden.",
        },
    )
    condition = condition_field(MAX_CONDITION, "“Steunt mits”")
    declared_on = DutchDateField(label="Wanneer zei de partij dit?")

    def __init__(self, *args: Any, ambition: Ambition, said: AmbitionSupport | None = None, **kwargs: Any) -> None:
        stale = said is not None and said.is_stale(ambition)
        start = {"ambition_version": ambition.version}
        super().__init__(*args, said=said, is_stale=stale, **{**kwargs, "initial": start})
