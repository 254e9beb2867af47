"""Forms by which is written down who stands behind a version."""

from typing import Any

from django import forms
from django.utils import timezone

from areas.models import Area, Organisation
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.approval.queries import board_meetings, parties_of
from deliverables.perspective.sections.forms import moment_words
from novex_portal.toolkit.forms.base import OnceForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.printed import PrintedForm
from novex_portal.toolkit.forms.widgets import QuickSelect


def _day(label: str) -> DutchDateField:
    return DutchDateField(
        label=label,
        help_text="Bijvoorbeeld 17-11-2026",
        error_messages={
            "required": "Vul de datum in, bijvoorbeeld 17-11-2026.",
            "invalid": "Vul een bestaande datum in, bijvoorbeeld 17-11-2026.",
        },
    )


class ApprovalForm(PrintedForm, OnceForm):
    """Which half approved, when, and where that is written."""

    half = forms.ChoiceField(
        label="Welke helft van het duo keurde goed?",
        choices=Half.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies welke helft van het duo goedkeurde."},
    )
    approved_on = _day("Wanneer?")
    note = forms.CharField(
        label="Waar blijkt dat uit?",
        max_length=300,
        help_text="Bijvoorbeeld: brief van 17 november 2026, of verslag van het duo-overleg. Geen namen.",
        error_messages={
            "required": "Schrijf op waar de goedkeuring blijkt, bijvoorbeeld: brief van 17 november 2026."
        },
    )


class WithdrawalForm(PrintedForm):
    """When an approval was taken back, and why."""

    withdrawn_on = _day("Ingetrokken op")
    reason = forms.CharField(
        label="Waarom is de goedkeuring ingetrokken?",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Schrijf op waarom de goedkeuring is ingetrokken."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"withdrawn_on": timezone.localdate()}
        super().__init__(*args, **kwargs)


class _MomentField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Any) -> str:
        return moment_words(obj)


class EndorsementForm(PrintedForm, OnceForm):
    """Which bestuurlijk overleg said what of a version."""

    checkpoint = _MomentField(
        Checkpoint.objects.none(),
        label="Bestuurlijk overleg",
        empty_label="Kies een overleg",
        widget=QuickSelect,
        error_messages={
            "required": "Kies een overleg.",
            "invalid_choice": "Dit overleg is er niet meer. Kies een ander.",
        },
    )
    wording = forms.ChoiceField(
        label="Wat zei het overleg van deze versie?",
        choices=Wording.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Kies wat het overleg van deze versie zei."},
    )
    note = forms.CharField(
        label="Hoe is het gezegd?",
        required=False,
        max_length=300,
        help_text="Bijvoorbeeld: onderschreven als basis voor de uitvoeringsagenda.",
    )

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["checkpoint"].queryset = board_meetings(area)  # type: ignore[attr-defined]


class AdoptionForm(PrintedForm, OnceForm):
    """Which party adopted a version, by which body."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Partij",
        empty_label="Kies een partij",
        widget=QuickSelect,
        error_messages={
            "required": "Kies een partij.",
            "invalid_choice": "Deze partij is er niet meer. Kies een andere.",
        },
    )
    body = forms.CharField(
        label="Welk orgaan besloot?",
        max_length=150,
        help_text="Bijvoorbeeld: Gedeputeerde Staten, of de gemeenteraad.",
        error_messages={"required": "Vul in welk orgaan besloot, bijvoorbeeld: Gedeputeerde Staten."},
    )
    decided_on = _day("Wanneer?")
    note = forms.CharField(label="Waar blijkt dat uit?", required=False, max_length=300)

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = parties_of(area)  # type: ignore[attr-defined]
