"""What people fill in of where a body of a party is with an agreement."""

from typing import Any

from django import forms

from areas.models import Organisation
from coalition.agreement.document.enums import PartyStatus
from deliverables.agenda.measures.queries.choices import parties_of
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.stances.actions import StanceFacts
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.money.funds.forms import LastDayField, chosen
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.uploads import FileToKeep
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.states import followers

_FIELDS = ("status", "expected_on", "decided_on", "reservation", "letter")


class StanceFields(PrintedForm):
    """How far it is, when it decides or did, and under which reservation."""

    status = chosen("Hoe ver?", PartyStatus.choices, "Kies een stand")
    decided_on = LastDayField(
        label="Besloten op", required=False, help_text="Nodig als het is vastgesteld of getekend."
    )
    expected_on = LastDayField(
        label="Besluit verwacht op", required=False, help_text="Bijvoorbeeld de dag van de vergadering: 12-03-2027."
    )
    reservation = forms.CharField(
        label="Voorbehoud", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Maak dit korter: hoogstens 2.000 tekens."},
    )  # fmt: skip
    letter = FileToKeep(label="Brief bij het voorbehoud", required=False)

    def clean(self) -> dict[str, Any]:
        """Ask for the day of a decision, and for the words of a reservation with a letter."""
        given: dict[str, Any] = super().clean() or self.cleaned_data
        if given.get("status") in DECIDED and not given.get("decided_on") and "decided_on" not in self.errors:
            self.add_error("decided_on", "Vul in op welke dag dit is besloten, bijvoorbeeld 17-11-2026.")
        if given.get("letter") and not given.get("reservation", "").strip() and "reservation" not in self.errors:
            self.add_error("reservation", "Een brief hoort bij een voorbehoud. Schrijf op wat het voorbehoud is.")
        return given

    def facts(self) -> StanceFacts:
        """Return what was filled in; only after is_valid()."""
        drop = bool(self.cleaned_data.get("drop_letter"))
        return StanceFacts(**{name: self.cleaned_data[name] for name in _FIELDS}, drop_letter=drop)


class NewStanceForm(StanceFields, OnceForm):
    """Where a body of a party is that was not written down yet."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label="Partij", empty_label="Kies een partij", widget=QuickSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies een partij van dit gebied."),
    )  # fmt: skip
    body = forms.CharField(
        label="Orgaan", max_length=100, help_text="Wie besluit, bijvoorbeeld: Gedeputeerde Staten.",
        error_messages={"required": "Vul het orgaan in, bijvoorbeeld: Gedeputeerde Staten.", "max_length": "Maak het orgaan korter: hoogstens 100 tekens."},
    )  # fmt: skip

    field_order = ("organisation", "body", *_FIELDS, "token")

    def __init__(self, *args: Any, agreement: ReciprocalAgreement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = parties_of(agreement.area)  # type: ignore[attr-defined]


class StanceForm(StanceFields, VersionedForm):
    """Where it is now; only steps that may follow can be chosen."""

    drop_letter = forms.BooleanField(label="Haal de brief weg", required=False)

    def __init__(self, *args: Any, stance: AgreementStance, **kwargs: Any) -> None:
        names = ("version", "status", "expected_on", "decided_on", "reservation")
        kwargs["initial"] = {name: getattr(stance, name) for name in names}
        super().__init__(*args, **kwargs)
        after = {stance.status, *followers(PartyStatus, stance.status)}
        self.fields["status"].choices = [  # type: ignore[attr-defined]
            (row.value, row.label) for row in PartyStatus if row in after
        ]
        if not stance.letter_id:
            del self.fields["drop_letter"]
