"""What was agreed at a bestuurlijk overleg, as one fills it in."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area
from deliverables.agenda.dates.forms import LastDayField
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.actions.outcomes import MAX_NUMBER, MAX_TEXT, OutcomeData
from deliverables.board_meetings.actions.reports import MAX_REPORT
from deliverables.board_meetings.enums import NEEDS_LEAD, OutcomeKind
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.queries.choosing import measures_for, parties_for, predecessors_for
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, WholeNumberField
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.text import dutch

_GONE = "Deze keuze is er niet meer. Kies opnieuw uit de lijst."
_KINDS = {
    OutcomeKind.AGREED: "Een partij gaat iets doen. Er is altijd een trekker.",
    OutcomeKind.DECIDED: "Er is iets besloten.",
    OutcomeKind.PROCESS: "Over hoe partijen verdergaan. Er is altijd een trekker.",
    OutcomeKind.NOTED: "Er is alleen kennis van genomen. Het portaal volgt haar niet.",
}


def _one(label: str, nothing: str, help_text: str = "") -> forms.ModelChoiceField:
    messages = {"invalid_choice": _GONE, "invalid_pk_value": _GONE, "required": f"Maak een keuze bij “{label}”."}
    return forms.ModelChoiceField(
        Measure.objects.none(), label=label, required=False, empty_label=nothing, help_text=help_text,
        widget=QuickSelect, error_messages=messages,
    )  # fmt: skip


def _number() -> WholeNumberField:
    said = f"Vul een nummer in van 1 tot en met {dutch.number(MAX_NUMBER)}, of laat het leeg."
    return WholeNumberField(
        label="Nummer", required=False, min_value=1, max_value=MAX_NUMBER,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text="Zoals in de afsprakenlijst van het overleg. Leeg: het eerste vrije nummer. Het blijft altijd zo.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), said),
    )  # fmt: skip


class OutcomeFields(PrintedForm):
    """What of an outcome can be changed afterwards too."""

    kind = forms.ChoiceField(
        label="Soort",
        choices=OutcomeKind.choices,
        widget=DescribedRadioSelect(descriptions={str(kind): words for kind, words in _KINDS.items()}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies of het een afspraak is, of iets anders."),
    )
    text = forms.CharField(
        label="Wat is er afgesproken?",
        max_length=MAX_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={
            "required": "Vul in wat er is afgesproken, zoals het in de afsprakenlijst staat.",
            "max_length": f"Maak de tekst korter: hoogstens {dutch.number(MAX_TEXT)} tekens.",
        },
    )
    lead = _one("Trekker", "Geen trekker", "De partij die het uitvoert. Zij ziet het bij haar werk.")
    due_on = LastDayField(
        label="Uiterlijk op", required=False, help_text="Bijvoorbeeld 01-12-2027. Leeg: zonder termijn."
    )
    predecessor = _one(
        "Vervolg op", "Geen eerdere afspraak", "De afspraak van een eerder overleg die hierin verdergaat."
    )
    measures = forms.ModelMultipleChoiceField(
        Measure.objects.none(), label="Maatregelen", required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        meeting: Checkpoint,
        areas: Sequence[Area],
        outcome: BoardOutcome | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.checkpoint = meeting
        self.fields["lead"].says_optional = False  # type: ignore[attr-defined]  # an afspraak asks for it
        # What it has already can stay.
        lead = {outcome.lead_id} if outcome and outcome.lead_id else set()
        tied = outcome.measure_links.values_list("measure", flat=True) if outcome else ()
        self.fields["lead"].queryset = parties_for(areas, lead)  # type: ignore[attr-defined]
        self.fields["measures"].queryset = measures_for(areas, set(tied))  # type: ignore[attr-defined]

    def clean_due_on(self) -> date | None:
        day: date | None = self.cleaned_data["due_on"]
        if day and day < self.checkpoint.date and day != self.initial.get("due_on"):
            held = dutch.long_date(self.checkpoint.date)
            raise forms.ValidationError(f"Dit overleg is op {held}. Kies een uiterste datum daarna.")
        return day

    def clean(self) -> dict[str, Any]:
        """Ask for who does it, where somebody does."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("kind") in NEEDS_LEAD and not given.get("lead") and "lead" not in self.errors:
            self.add_error("lead", "Kies een trekker. Bij een afspraak is er altijd een partij die haar uitvoert.")
        return given

    def outcome_data(self) -> OutcomeData:
        """Return what was filled in; only after is_valid()."""
        given = self.cleaned_data
        names = ("kind", "text", "lead", "due_on")
        return OutcomeData(
            **{name: given[name] for name in names},
            predecessor=given.get("predecessor"),
            measures=list(given["measures"]),
        )


class NewOutcomeForm(OutcomeFields, OnceForm):
    """One that is written down. Who may do so for all areas of the overleg says for which it is."""

    number = _number()
    everywhere = forms.BooleanField(label="Geldt voor alle gebieden van dit overleg", required=False)

    def __init__(self, *args: Any, area: Area, choose: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, areas=[area], **kwargs)
        self.area: Area | None = area
        self.fields["predecessor"].queryset = predecessors_for(self.checkpoint, area)  # type: ignore[attr-defined]
        if not choose:
            del self.fields["everywhere"]

    @property
    def place(self) -> Area | None:
        """For which area it is; None for all of them. Only after is_valid()."""
        return None if self.cleaned_data.get("everywhere") else self.area


class EditOutcomeForm(OutcomeFields, VersionedForm):
    """One that is changed; its overleg, area and number stay."""

    def __init__(self, *args: Any, outcome: BoardOutcome, areas: Sequence[Area], **kwargs: Any) -> None:
        kwargs["initial"] = values_of(outcome)
        super().__init__(*args, meeting=outcome.checkpoint, areas=areas, outcome=outcome, **kwargs)
        rows = predecessors_for(outcome.checkpoint, outcome.area, outcome)
        self.fields["predecessor"].queryset = rows  # type: ignore[attr-defined]


class ContinueForm(OutcomeFields, OnceForm, VersionedForm):
    """One that is taken over to a next overleg, with what became of the old one."""

    meeting = _one("Naar welk overleg?", "Kies een overleg")
    number = _number()
    as_of = LastDayField(label="Peildatum", help_text="De dag waarop het is doorgeschoven. Meestal vandaag.")
    reason = forms.CharField(
        label="Waarom schuift het door?", required=False, max_length=MAX_REPORT, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": f"Maak dit korter: hoogstens {dutch.number(MAX_REPORT)} tekens."},
    )  # fmt: skip

    def __init__(
        self, *args: Any, outcome: BoardOutcome, area: Area, meetings: Sequence[Checkpoint], **kwargs: Any
    ) -> None:
        today = timezone.localdate()
        coming = [row for row in meetings if row.date >= today] or meetings
        start = {**values_of(outcome), "due_on": None, "as_of": today}
        kwargs["initial"] = {**start, "meeting": coming[0].pk if coming else None}
        super().__init__(*args, meeting=outcome.checkpoint, areas=[area], outcome=outcome, **kwargs)
        self.has_meetings = bool(coming)
        del self.fields["predecessor"]
        rows = Checkpoint.objects.filter(pk__in=[row.pk for row in meetings]).order_by("date", "name")
        self.fields["meeting"].queryset = rows  # type: ignore[attr-defined]
        self.fields["meeting"].required = True
        self.fields["meeting"].label_from_instance = _meeting  # type: ignore[attr-defined]


def values_of(outcome: BoardOutcome) -> dict[str, Any]:
    """Return an outcome as its form shows it."""
    names = ("version", "kind", "text", "due_on")
    return {
        **{name: getattr(outcome, name) for name in names},
        "lead": outcome.lead_id,
        "predecessor": outcome.predecessor_id,
        "measures": list(outcome.measure_links.values_list("measure", flat=True)),
    }


def _meeting(meeting: Checkpoint) -> str:
    return f"{meeting}, {dutch.short_date(meeting.date)}"
