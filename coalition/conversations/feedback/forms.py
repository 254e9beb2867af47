"""Forms of terugkoppeling: what was done with each statement, and the letter about it."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from areas.models import Organisation
from coalition.conversations.feedback.enums import FeedbackOutcome
from coalition.conversations.feedback.rules import MAX_WORDS, Answer, lacks_reason
from coalition.conversations.recording.models import Conversation
from coalition.conversations.right_of_reply.forms import address_field, party_choice
from coalition.conversations.statements.queries import Outcome
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_WHY = "Schrijf op waarom. Wie iets zei, mag horen waarom het niet (helemaal) is overgenomen."


class FeedbackForm(PortalForm):
    """Of every statement of a conversation what was done with it, and why."""

    def __init__(self, *args: Any, outcomes: Sequence[Outcome], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.outcomes = outcomes
        for number, outcome in enumerate(outcomes, start=1):
            key, given = outcome.statement.pk, getattr(outcome.statement, "feedback", None)
            self.fields[f"outcome-{key}"] = forms.ChoiceField(
                label=f"Wat is er met uitspraak {number} gedaan?",
                choices=[("", "Nog niet gekozen"), *FeedbackOutcome.choices],
                required=False,
                initial=given.outcome if given else "",
                widget=QuickSelect,
                error_messages={"invalid_choice": "Kies wat er met de uitspraak is gedaan."},
            )
            self.fields[f"reason-{key}"] = forms.CharField(
                label=f"Waarom, bij uitspraak {number}?",
                help_text="Verplicht als iets niet of niet helemaal is overgenomen. De partij leest dit.",
                required=False,
                max_length=MAX_WORDS,
                initial=given.reason if given else "",
                widget=forms.Textarea(attrs={"rows": 2}),
                error_messages={"max_length": "De reden is langer dan 2.000 tekens. Maak haar korter."},
            )
            self.fields[f"version-{key}"] = forms.IntegerField(
                required=False, min_value=0, initial=given.version if given else 0, widget=forms.HiddenInput
            )

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        for outcome in self.outcomes:
            key = outcome.statement.pk
            chosen, reason = values.get(f"outcome-{key}", ""), values.get(f"reason-{key}", "")
            if lacks_reason(chosen, reason):
                self.add_error(f"reason-{key}", _WHY)
            elif reason and not chosen and f"outcome-{key}" in values:
                self.add_error(f"outcome-{key}", "Kies wat er is gedaan. U schreef al waarom.")
        return values

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield each statement with what became of it and its fields."""
        for outcome in self.outcomes:
            key = outcome.statement.pk
            fields = {name: self[f"{name}-{key}"] for name in ("outcome", "reason", "version")}
            yield {"given": outcome, **fields}

    def answers(self) -> list[Answer]:
        """Return the valid answers."""
        values = self.cleaned_data
        return [
            Answer(key, values[f"outcome-{key}"], values[f"reason-{key}"], values[f"version-{key}"] or 0)
            for key in (outcome.statement.pk for outcome in self.outcomes)
        ]

    def on_top_of_all(self, outcomes: Sequence[Outcome]) -> "FeedbackForm":
        """As `on_top_of`, for each statement; the form is made anew, for there may be others by now."""
        read = {outcome.statement.pk: getattr(outcome.statement, "feedback", None) for outcome in outcomes}
        self.on_top_of(None, **{f"version-{key}": given.version if given else 0 for key, given in read.items()})
        anew = FeedbackForm(self.data, outcomes=outcomes)
        anew.refused = self.refused
        return anew


class LetterForm(OnceForm):
    """To whom a letter with terugkoppeling goes, and what it begins with."""

    organisation = party_choice(
        "Kies aan welke organisatie u schrijft.", "Deze organisatie deed geen uitspraak in dit gesprek."
    )
    opening = forms.CharField(
        label="Inleiding",
        help_text="Bijvoorbeeld wat er sinds het gesprek is gebeurd. De uitspraken en de antwoorden volgen vanzelf.",
        required=False,
        max_length=MAX_WORDS,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": "De inleiding is langer dan 2.000 tekens. Maak haar korter."},
    )
    email = address_field(
        "Met een adres gaat de brief als mail weg. Zonder adres geeft u hem zelf, op papier of als tekst."
    )

    def __init__(self, *args: Any, conversation: Conversation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parties = Organisation.objects.filter(statements__conversation=conversation).distinct()
        self.fields["organisation"].queryset = parties.order_by("name")  # type: ignore[attr-defined]
