"""The filter above the network, and the question who can introduce whom."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from areas.models import Area
from areas.parties.enums import OrganisationKind
from coalition.network import Party
from coalition.queries.network import KINDS, Wanted
from novex_portal.toolkit.forms import DutchDateField
from novex_portal.toolkit.widgets import QuickSelect


class NetworkFilter(forms.Form):
    """What the network is narrowed to; a wrong value filters nothing."""

    use_required_attribute = False
    op = DutchDateField(label="Op welke dag", required=False, help_text="Leeg is vandaag.")
    soort = forms.ChoiceField(label="Soort relatie", required=False, widget=QuickSelect)
    partij = forms.ChoiceField(label="Soort partij", required=False, widget=QuickSelect)
    opgave = forms.ChoiceField(label="Opgave", required=False, widget=QuickSelect)
    rond = forms.ChoiceField(label="Rond één partij", required=False, widget=QuickSelect)
    stappen = forms.ChoiceField(
        label="Hoe ver",
        required=False,
        choices=[("1", "Wie zij kent"), ("2", "En wie die kennen")],
        widget=QuickSelect,
    )

    def __init__(self, *args: Any, area: Area, parties: Iterable[Party], today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        challenges = [(str(challenge.pk), challenge.title) for challenge in area.challenges.all()]
        kinds = [(str(kind.label), str(kind.label)) for kind in OrganisationKind]
        self.fields["soort"].choices = [("", "Alle soorten"), *KINDS.items()]  # type: ignore[attr-defined]
        self.fields["partij"].choices = [("", "Alle partijen"), *kinds]  # type: ignore[attr-defined]
        self.fields["opgave"].choices = [("", "Alle opgaven"), *challenges]  # type: ignore[attr-defined]
        self.fields["rond"].choices = [("", "Het hele netwerk"), *_choices(parties)]  # type: ignore[attr-defined]

    def clean_op(self) -> date | None:
        day: date | None = self.cleaned_data["op"]
        if day and not 1900 <= day.year <= 2100:
            raise forms.ValidationError("Vul een datum in tussen 1900 en 2100, bijvoorbeeld 31-10-2026.")
        return day

    def chosen(self) -> Wanted:
        """Return what to show; without a day, today."""
        self.is_valid()
        values = self.cleaned_data
        return Wanted(
            day=values.get("op") or self.today,
            kind=values.get("soort", ""),
            party_kind=values.get("partij", ""),
            challenge=UUID(values["opgave"]) if values.get("opgave") else None,
            centre=UUID(values["rond"]) if values.get("rond") else None,
            steps=int(values.get("stappen") or 1),
        )


class IntroductionForm(forms.Form):
    """From which party to which other somebody wants to be introduced."""

    use_required_attribute = False
    van = forms.ChoiceField(label="Van", widget=QuickSelect)
    naar = forms.ChoiceField(
        label="Naar", widget=QuickSelect, error_messages={"required": "Kies bij wie u voorgesteld wilt worden."}
    )

    def __init__(self, *args: Any, parties: Iterable[Party], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = _choices(parties)
        self.fields["van"].choices = [("", "Kies een partij"), *choices]  # type: ignore[attr-defined]
        self.fields["naar"].choices = [("", "Kies een partij"), *choices]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if values.get("van") and values.get("van") == values.get("naar"):
            self.add_error("naar", "Kies een andere partij dan waar u vandaan komt.")
        return values

    def ends(self) -> tuple[UUID, UUID]:
        """Return from which party to which."""
        return UUID(self.cleaned_data["van"]), UUID(self.cleaned_data["naar"])


def _choices(parties: Iterable[Party]) -> list[tuple[str, str]]:
    return [(str(party.id), party.name) for party in parties]
