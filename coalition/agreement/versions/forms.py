"""Forms for freezing a version, and for checking a PDF of one."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from coalition.agreement.versions.enums import VersionKind
from coalition.agreement.versions.queries.proof import MAX_FILE
from coalition.agreement.versions.rules.gate import GATED
from novex_portal.toolkit.forms.base import OnceForm, PortalForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect


class FreezeForm(OnceForm):
    """Why this version is made, and for what."""

    kind = forms.ChoiceField(
        label="Wat voor versie is het?",
        choices=VersionKind.choices,
        initial=VersionKind.CONCEPT,
        required=False,
        widget=DescribedRadioSelect(
            descriptions={
                VersionKind.CONCEPT: "Om in de planningsgroep te bespreken.",
                VersionKind.CONSULTATION: "Om aan partijen voor te leggen, met een termijn om te reageren.",
                VersionKind.DECISION: "Om door de partijen te laten vaststellen: zonder CONCEPT over de bladzijden.",
                VersionKind.FINAL: "De tekst die partijen tekenen, zonder hoe ver elke partij is.",
            }
        ),
    )
    with_provenance = forms.BooleanField(
        label="De herkomst van de artikelen hoort bij dit document",
        required=False,
        initial=True,
        help_text=(
            "Dan staat bij elk artikel en in een bijlage uit welke gesprekken het komt: alleen het soort partij en de "
            "datum. Het document zegt zelf of de herkomst erbij hoort."
        ),
    )
    renumber = forms.BooleanField(
        label="Nummer hoofdstukken en artikelen opnieuw",
        required=False,
        help_text="Anders houdt elk artikel zijn nummer, en heet een ingevoegd artikel bijvoorbeeld 3.2a.",
    )

    label = forms.CharField(
        label="Waarvoor is deze versie?",
        required=False,
        max_length=200,
        help_text="Bijvoorbeeld: voor de bespreking in de stuurgroep van maart.",
    )


class GateForm(OnceForm):
    """Going through the gate, knowing what is open; for a text to sign with the name of the area."""

    label = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    renumber = forms.BooleanField(required=False, widget=forms.HiddenInput)
    with_provenance = forms.BooleanField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(choices=[(kind, kind.label) for kind in GATED], widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    typed = forms.CharField(
        label="Naam van het gebied",
        required=False,
        max_length=200,
        help_text="Typ de naam over: een definitieve versie is de tekst die partijen tekenen.",
    )

    def __init__(self, *args: Any, asks_name: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_name:
            self.fields["typed"].widget = forms.HiddenInput()


class VoidForm(PortalForm):
    """Why a version counts no more."""

    reason = forms.CharField(
        label="Waarom vervalt deze versie?",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1_000,
        help_text="Iedereen die deze versie ziet of haar PDF controleert, leest dit.",
        error_messages={
            "required": "Schrijf op waarom deze versie vervalt.",
            "max_length": "Maak dit korter dan 1.000 tekens.",
        },
    )


class VerifyForm(PortalForm):
    """A PDF to check; it is read and not kept."""

    file = forms.FileField(
        label="PDF van een akkoord",
        help_text="Ten hoogste 20 MB. Het bestand wordt gelezen en niet bewaard.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,application/pdf"}),
        error_messages={"required": "Kies de PDF die u wilt controleren.", "empty": "Dit bestand is leeg."},
    )

    def clean_file(self) -> UploadedFile:
        file: UploadedFile = self.cleaned_data["file"]
        if (file.size or 0) > MAX_FILE:
            raise forms.ValidationError("Dit bestand is groter dan 20 MB.")
        return file
