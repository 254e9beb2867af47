"""What people fill in of a commitment, of what became of it, and of how much it is."""

from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area, Organisation
from deliverables.agenda.dates.forms import PlanDateField
from deliverables.agenda.measures.queries.choices import parties_of
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.actions import CommitmentFacts, Quantity
from deliverables.arrangement.commitments.enums import (
    ENDED,
    UNDONE,
    CommitmentKind,
    CommitmentSide,
    CommitmentState,
)
from deliverables.arrangement.commitments.models import Commitment
from deliverables.arrangement.commitments.queries import free_lines
from deliverables.money.amounts.forms import MoneyField
from deliverables.money.amounts.rules.words import euro_words
from deliverables.money.funds.forms import LastDayField, chosen
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.states import followers

_GONE = "Een van uw keuzes is er niet meer. Kies opnieuw uit de lijst."
_DAY = "Bijvoorbeeld 01-07-2026."


class QuantityField(MoneyField):
    """How much, of nothing or more, with two decimals at most."""

    called = "hoeveelheid"
    default_error_messages = dict.fromkeys(("invalid", "required"), "Vul een getal in, bijvoorbeeld 1.200 of 12,5.")


class QuantityFields(PrintedForm):
    """How much, and in which unit."""

    amount = QuantityField(label="Hoeveelheid")
    unit = forms.CharField(
        label="Eenheid", max_length=40, help_text="Bijvoorbeeld woningen, hectare of fte.",
        error_messages={"required": "Vul de eenheid in, bijvoorbeeld woningen of hectare.", "max_length": "Maak de eenheid korter: hoogstens 40 tekens."},
    )  # fmt: skip


class CommitmentForm(QuantityFields, OnceForm, VersionedForm):
    """A commitment; how much it is of is asked in a new one, and changed apart afterwards."""

    side = forms.ChoiceField(
        label="Van welke kant?", choices=CommitmentSide.choices, widget=forms.RadioSelect(attrs={"class": "choices--row"}),
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies Rijk of regio."),
    )  # fmt: skip
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Welke partij?", required=False, empty_label="De kant als geheel",
        widget=QuickSelect, error_messages={"invalid_choice": "Kies een partij van dit gebied."},
    )  # fmt: skip
    text = forms.CharField(
        label="Wat doet zij?", max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Vul in wat deze kant doet, bijvoorbeeld: Beschermt het beekdal in de omgevingsverordening.", "max_length": "Maak dit korter: hoogstens 500 tekens."},
    )  # fmt: skip
    kind = chosen("Soort", CommitmentKind.choices, "Kies wat wordt ingebracht")
    term = PlanDateField(label="Uiterlijk", required=False)
    lines = forms.ModelMultipleChoiceField(
        Organisation.objects.none(), label="Bijdragen uit de investeringsagenda", required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices--scroll"}),
        error_messages={"invalid_choice": _GONE, "invalid_pk_value": _GONE},
    )  # fmt: skip

    def __init__(
        self, *args: Any, agreement: ReciprocalAgreement, commitment: Commitment | None = None, **kwargs: Any
    ) -> None:
        if commitment:
            kwargs["initial"] = values_of(commitment)
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = _parties(agreement.area, commitment)  # type: ignore[attr-defined]
        self.fields["lines"].queryset = free_lines(agreement.area, commitment)  # type: ignore[attr-defined]
        self.fields["lines"].label_from_instance = _line  # type: ignore[attr-defined]
        for name in ("amount", "unit"):
            self.fields[name].required = False
            if commitment:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Ask for the unit of an amount, and for the amount of a unit."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("amount") is not None and not given.get("unit") and "unit" not in self.errors:
            self.add_error("unit", "Vul de eenheid in, bijvoorbeeld woningen of hectare.")
        if given.get("unit") and given.get("amount") is None and "amount" not in self.errors:
            self.add_error("amount", "Vul in hoeveel, of laat de eenheid leeg.")
        return given

    def facts(self) -> CommitmentFacts:
        """Return what was filled in; only after is_valid()."""
        names = ("side", "kind", "text", "organisation", "term")
        given = self.cleaned_data
        return CommitmentFacts(**{name: given[name] for name in names}, lines=list(given["lines"]))

    def quantity(self) -> Quantity | None:
        """Return how much it is of, None when that was left empty; only after is_valid()."""
        amount = self.cleaned_data.get("amount")
        return None if amount is None else Quantity(amount, self.cleaned_data["unit"], timezone.localdate())


class QuantityForm(QuantityFields, VersionedForm):
    """Another quantity of a commitment."""

    as_of = LastDayField(label="Sinds", help_text=_DAY, error_messages={"required": f"Vul de dag in. {_DAY}"})
    reason = forms.CharField(
        label="Waarom?", required=False, max_length=300, help_text="Bij een eerste hoeveelheid niet nodig.",
        error_messages={"max_length": "Maak dit korter: hoogstens 300 tekens."},
    )  # fmt: skip

    def quantity(self) -> Quantity:
        """Return what was filled in; only after is_valid()."""
        return Quantity(**{name: self.cleaned_data[name] for name in ("amount", "unit", "as_of", "reason")})


class CommitmentStateForm(PrintedForm, VersionedForm):
    """What became of a commitment."""

    state = chosen("Wat wordt de stand?", [], "Kies een stand")
    state_on = LastDayField(label="Sinds", required=False, help_text=f"Nodig als iets klaar is of vervalt. {_DAY}")
    reason = forms.CharField(
        label="Toelichting", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Nodig als de toezegging niet is nagekomen of vervalt.",
        error_messages={"max_length": "Maak dit korter: hoogstens 500 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, commitment: Commitment, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": commitment.version}
        super().__init__(*args, **kwargs)
        after = followers(CommitmentState, commitment.state)
        choices = [("", "Kies een stand"), *((row.value, row.label) for row in CommitmentState if row in after)]
        self.fields["state"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the day of what ended, and for the reason of what was not done."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("state") in ENDED and not given.get("state_on") and "state_on" not in self.errors:
            self.add_error("state_on", "Vul in op welke dag dit zo werd, bijvoorbeeld 01-07-2026.")
        if given.get("state") in UNDONE and not given.get("reason", "").strip() and "reason" not in self.errors:
            self.add_error("reason", "Schrijf op waarom. Wie dit terugleest, wil dat weten.")
        return given


def values_of(commitment: Commitment) -> dict[str, Any]:
    """Return a commitment as its form shows it."""
    names = ("version", "side", "text", "kind", "term")
    return {
        **{name: getattr(commitment, name) for name in names},
        "organisation": commitment.organisation_id,
        "lines": list(commitment.lines.values_list("pk", flat=True)),
    }


def _parties(area: Area, commitment: Commitment | None) -> Any:
    parties = parties_of(area)
    if commitment and commitment.organisation_id:
        return (parties | Organisation.objects.filter(pk=commitment.organisation_id)).distinct()
    return parties


def _line(line: Any) -> str:
    return f"{line.measure.code}: {euro_words(line.amount)} uit {line.fund}, {line.get_hardness_display().lower()}"
