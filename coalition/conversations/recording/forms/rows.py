"""The rows of the conversation form that repeat: participants, statements, action items."""

from collections.abc import Mapping
from typing import Any

from django import forms

from areas.models import Challenge
from areas.parties.enums import OrganisationKind
from coalition.conversations.statements.enums import Stance, Urgency
from novex_portal.toolkit.forms.base import PortalForm
from novex_portal.toolkit.forms.fields import DutchDateField
from novex_portal.toolkit.forms.widgets import QuickRadios, QuickSelect
from novex_portal.toolkit.text.names import tidy_name

KINDS = [("", "Kies een soort"), *OrganisationKind.choices]
ROWS_OF_TEXT = {"rows": 3}
IN_A_ROW = {"class": "choices--row"}


class RowForm(PortalForm):
    """One row; a row in which none of the `typed` fields is filled in does not count."""

    typed: tuple[str, ...] = ()

    def __init__(self, *args: Any, number: int, challenges: Mapping[str, Challenge], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "empty_permitted": True, "use_required_attribute": False})
        self.number = number
        self.challenges = challenges

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed in this row."""
        values = (self[name].value() for name in self.typed)
        return not any(str(value or "").strip() for value in values)

    def has_changed(self) -> bool:
        return not self.is_blank

    def clean_organisation(self) -> str:
        return tidy_name(self.cleaned_data["organisation"])


class ParticipantForm(RowForm):
    """An organisation at the table and the role of who spoke for it."""

    typed = ("organisation", "role")

    organisation = forms.CharField(
        label="Organisatie",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "organisations", "autocomplete": "off", "data-organisation": ""}),
    )
    kind = forms.ChoiceField(
        label="Soort partij",
        choices=KINDS,
        widget=QuickSelect,
        help_text="Deze organisatie is nieuw in het portaal.",
    )
    role = forms.CharField(
        label="Rol", max_length=150, required=False, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].error_messages["required"] = f"Vul bij deelnemer {self.number} de organisatie in."
        self.needs_kind = False

    def full_clean(self) -> None:
        """The kind is asked of an organisation that is new, and of no other."""
        name = str(self["organisation"].value() or "").strip()
        self.fields["kind"].required = self.needs_kind
        self.fields["kind"].error_messages["required"] = (
            f"“{name}” is nieuw in het portaal. Kies wat voor soort partij dit is."
        )
        super().full_clean()
        self.fields["kind"].required = True


class StatementForm(RowForm):
    """What one organisation said on one challenge."""

    typed = ("position", "interest")

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    organisation = forms.CharField(
        label="Van wie?",
        max_length=200,
        widget=forms.TextInput(attrs={"list": "participants", "autocomplete": "off", "data-participant": ""}),
    )
    challenge = forms.ChoiceField(label="Over welke opgave?", widget=QuickSelect)
    position = forms.CharField(
        label="Standpunt", help_text="Wat wil deze partij?", max_length=20_000, widget=forms.Textarea(ROWS_OF_TEXT)
    )
    interest = forms.CharField(
        label="Belang",
        help_text="Waarom wil deze partij dat?",
        max_length=20_000,
        widget=forms.Textarea(ROWS_OF_TEXT),
    )
    stance = forms.ChoiceField(
        label="Houding tegenover de opgave", choices=Stance.choices, widget=QuickRadios(IN_A_ROW)
    )
    urgency = forms.TypedChoiceField(
        label="Urgentie",
        choices=Urgency.choices,
        coerce=int,
        initial=Urgency.MEDIUM,
        widget=QuickRadios(IN_A_ROW),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where = f"bij uitspraak {self.number}"
        offered = [(pk, challenge.title) for pk, challenge in self.challenges.items()]
        self.fields["challenge"].choices = [("", "Kies een opgave"), *offered]  # type: ignore[attr-defined]
        for name, message in {
            "organisation": f"Kies {where} van wie de uitspraak is.",
            "challenge": f"Kies {where} over welke opgave die gaat.",
            "position": f"Vul het standpunt in {where}, bijvoorbeeld: water vasthouden kan, als de grond bruikbaar blijft.",
            "interest": f"Vul het belang in {where}, bijvoorbeeld: zekerheid over grond voor de volgende generatie.",
            "stance": f"Kies {where} welke houding de partij heeft.",
            "urgency": f"Kies {where} hoe dringend het is.",
        }.items():
            self.fields[name].error_messages["required"] = message

    def clean_challenge(self) -> Challenge | None:
        return self.challenges.get(self.cleaned_data["challenge"])


class ActionForm(RowForm):
    """What was agreed: what, who, when."""

    typed = ("what", "owner")

    id = forms.UUIDField(required=False, widget=forms.HiddenInput)
    what = forms.CharField(label="Afspraak", max_length=300)
    owner = forms.CharField(
        label="Wie", max_length=150, widget=forms.TextInput(attrs={"list": "owners", "autocomplete": "off"})
    )
    due_on = DutchDateField(label="Uiterlijk op")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where = f"bij afspraak {self.number}"
        for name, message in {
            "what": f"Vul {where} in wat er is afgesproken.",
            "owner": f"Vul {where} in wie het doet. Bent u dat zelf, vul dan “ik” in.",
            "due_on": f"Vul {where} in wanneer het klaar is, bijvoorbeeld 01-12-2026.",
        }.items():
            self.fields[name].error_messages["required"] = message
        self.fields["due_on"].error_messages["invalid"] = (
            f"De datum {where} klopt niet. Vul een bestaande datum in, bijvoorbeeld 01-12-2026."
        )

    def clean_due_on(self) -> Any:
        day = self.cleaned_data["due_on"]
        if day and not 1990 <= day.year <= 2100:
            raise forms.ValidationError(f"Vul bij afspraak {self.number} een datum in tussen 1990 en 2100.")
        return day
