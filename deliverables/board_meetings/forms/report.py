"""The form in which is said what became of what was agreed."""

from typing import Any

from django import forms
from django.utils import timezone

from deliverables.agenda.dates.forms import LastDayField
from deliverables.board_meetings.actions.reports import MAX_REPORT, Said
from deliverables.board_meetings.enums import OutcomeState
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.rules import missing_in
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text import dutch

_HELP = {
    OutcomeState.RUNNING: "Er wordt aan gewerkt.",
    OutcomeState.DONE: "Zet erbij wat er ligt, of een link naar het bewijs.",
    OutcomeState.CARRIED: "Alleen als de afspraak is overgenomen naar een volgend overleg.",
    OutcomeState.DROPPED: "Schrijf op waarom.",
}


class ReportForm(PrintedForm, OnceForm, VersionedForm):
    """A day, a word and what there is to show for it. Nothing is chosen beforehand."""

    as_of = LastDayField(label="Peildatum", help_text="De dag waarop het zo stond. Meestal vandaag.")
    state = forms.ChoiceField(
        label="Hoe staat het ermee?",
        widget=DescribedRadioSelect(descriptions={str(state): words for state, words in _HELP.items()}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat er van de afspraak is geworden."),
    )
    text = forms.CharField(
        label="Toelichting", required=False, max_length=MAX_REPORT, widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": f"Maak dit korter: hoogstens {dutch.number(MAX_REPORT)} tekens."},
    )  # fmt: skip
    evidence = forms.URLField(
        label="Link naar het bewijs", required=False, max_length=500, assume_scheme="https",
        help_text="Bijvoorbeeld een Kamerbrief of een besluit op een website.",
        error_messages={
            "invalid": "Vul een heel adres in, bijvoorbeeld https://www.voorbeeld.nl/besluit.",
            "max_length": "Dit adres is langer dan 500 tekens. Gebruik een korter adres.",
        },
    )  # fmt: skip

    def __init__(self, *args: Any, outcome: BoardOutcome, now: str, **kwargs: Any) -> None:
        kwargs["initial"] = {"as_of": timezone.localdate(), "version": outcome.version}
        super().__init__(*args, **kwargs)
        self.fields["text"].says_optional = False  # type: ignore[attr-defined]  # some words ask for it
        # What goes on as it was may be said again, with a new day.
        allowed = followers(OutcomeState, now) | ({now} if now != OutcomeState.NEW else set())
        self.fields["state"].choices = [(key, words) for key, words in OutcomeState.choices if key in allowed]  # type: ignore[attr-defined]

    def clean_as_of(self) -> Any:
        day = self.cleaned_data["as_of"]
        if day > timezone.localdate():
            raise forms.ValidationError("De peildatum ligt in de toekomst. Vul in op welke dag het zo stond.")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for what the word takes."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        name, words = missing_in(given.get("state", ""), given.get("text", "."), given.get("evidence", "."))
        if words:
            self.add_error(name, words)
        return given

    def said(self) -> Said:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        return Said(given["state"], given["as_of"], given["text"], given["evidence"])
