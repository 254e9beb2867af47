"""What people fill in about a fund."""

from typing import Any

from django import forms

from areas.models import Area, Organisation
from deliverables.agenda.dates.forms import LastDayField
from deliverables.agenda.measures.queries.choices import parties_of
from deliverables.money.funds.actions import FundFacts
from deliverables.money.funds.enums import Instrument, Side
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_FIELDS = ("name", "side", "instrument", "owner", "spend_until", "source")


def chosen(label: str, choices: Any, empty: str, **options: Any) -> forms.ChoiceField:
    """Return a select in which nothing is chosen beforehand."""
    words = f"Maak een keuze bij “{label}”."
    messages = dict.fromkeys(("required", "invalid_choice"), words)
    return forms.ChoiceField(
        label=label, choices=[("", empty), *choices], widget=QuickSelect, error_messages=messages, **options
    )


class FundForm(OnceForm, VersionedForm):
    """A fund of the area; the regieteam makes those of all areas."""

    name = forms.CharField(
        label="Naam", max_length=150,
        error_messages={"required": "Vul de naam van het fonds in, bijvoorbeeld: SPUK beekdalherstel.", "max_length": "Maak de naam korter: hoogstens 150 tekens."},
    )  # fmt: skip
    side = chosen("Van wie is het geld?", Side.choices, "Kies een herkomst")
    instrument = chosen("Hoe komt het?", Instrument.choices, "Kies een instrument")
    owner = forms.ModelChoiceField(
        Organisation.objects.none(), label="Wie gaat erover?", required=False, empty_label="Nog niet bekend",
        widget=QuickSelect, error_messages={"invalid_choice": "Kies een partij van dit gebied."},
    )  # fmt: skip
    spend_until = LastDayField(
        label="Besteden tot en met", required=False,
        help_text="Loopt een maatregel langer door, dan waarschuwt het portaal. Bijvoorbeeld 31-12-2030.",
    )  # fmt: skip
    source = forms.CharField(
        label="Bron", required=False, max_length=300, help_text="Waar dit staat, bijvoorbeeld een Kamerbrief of regeling.",
        error_messages={"max_length": "Maak de bron korter: hoogstens 300 tekens."},
    )  # fmt: skip
    national = forms.BooleanField(label="Alle gebieden kunnen uit dit fonds putten", required=False)

    def __init__(self, *args: Any, area: Area, fund: Fund | None = None, choose: bool = False, **kwargs: Any) -> None:
        if fund:
            kwargs["initial"] = {name: getattr(fund, name) for name in ("version", *_FIELDS)}
        super().__init__(*args, **kwargs)
        owners = parties_of(area)
        if fund and fund.owner_id:
            owners = owners | Organisation.objects.filter(pk=fund.owner_id)
        self.fields["owner"].queryset = owners.distinct()  # type: ignore[attr-defined]
        if not choose:
            del self.fields["national"]

    def facts(self) -> FundFacts:
        """Return what was filled in; only after is_valid()."""
        return FundFacts(**{name: self.cleaned_data[name] for name in _FIELDS})
