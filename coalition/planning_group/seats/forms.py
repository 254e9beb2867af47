"""Forms for seats in the planning group."""

from typing import Any

from django import forms
from django.db.models.functions import Lower
from django.utils import timezone

from areas.models import Area, Membership, Organisation, Person
from coalition.planning_group.seats.enums import PlanningFunction
from coalition.planning_group.seats.models import Seat
from coalition.planning_group.seats.queries import persons_without_seat
from novex_portal.toolkit.forms.base import PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedCheckboxes, DutchDateField
from novex_portal.toolkit.forms.widgets import QuickSelect

_HELP: dict[str, str] = {
    PlanningFunction.PLANNING: "Weet wat wanneer gebeurt, en houdt de volgorde in het oog.",
    PlanningFunction.MOBILISING: "Krijgt mensen, geld en tijd los.",
    PlanningFunction.CONNECTING: "Brengt partijen bij elkaar die elkaar nodig hebben.",
    PlanningFunction.RECORDING: "Schrijft op wat er besloten is, en door wie.",
    PlanningFunction.MONITORING: "Kijkt met alle partijen hoe ver het is.",
}


class FunctionsForm(VersionedForm):
    """Which of the five functions somebody carries."""

    functions = forms.MultipleChoiceField(
        label="Functies in de planningsgroep",
        choices=PlanningFunction.choices,
        widget=DescribedCheckboxes(descriptions=_HELP),
        help_text="Kies er een of meer.",
        error_messages={"required": "Kies ten minste één functie."},
    )

    def __init__(self, *args: Any, seat: Seat | None = None, **kwargs: Any) -> None:
        if seat is not None:
            start = {"functions": [row.function for row in seat.functions.all()], "version": seat.version}
            kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)


class SeatForm(FunctionsForm):
    """A new seat: for a known person, or for a role at a party of the area that is not known yet."""

    version = None  # type: ignore[assignment]
    person = forms.ModelChoiceField(
        Person.objects.none(),
        label="Iemand die al in het portaal staat",
        required=False,
        help_text="Of vul hieronder een organisatie en een functie in.",
        empty_label="Niemand uit deze lijst",
        widget=QuickSelect,
        error_messages={"invalid_choice": "Deze persoon hoort niet bij dit gebied, of heeft al een plek."},
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label="Organisatie",
        required=False,
        empty_label="Kies een organisatie",
        widget=QuickSelect,
        help_text="Staat de organisatie er niet bij? Voeg haar dan eerst toe bij de partijen.",
        error_messages={"invalid_choice": "Deze organisatie hoort niet bij dit gebied. Kies een andere."},
    )
    role = forms.CharField(
        label="Functie bij die organisatie",
        required=False,
        max_length=150,
        help_text="Geen naam, maar wat iemand is. Bijvoorbeeld: dijkgraaf.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    valid_from = DutchDateField(label="Vanaf", help_text="De eerste dag in de planningsgroep.")
    field_order = ["person", "organisation", "role", "functions", "valid_from"]

    def __init__(self, *args: Any, area: Area, member: Membership | None = None, **kwargs: Any) -> None:
        today = timezone.localdate()
        start: dict[str, Any] = {"valid_from": today}
        if member is not None:
            start |= {"organisation": member.organisation_id, "role": str(member.user)}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        persons = persons_without_seat(area, today)
        organisations = Organisation.objects.filter(areas=area, merged_into__isnull=True).order_by(Lower("name"))
        self.fields["person"].queryset = persons  # type: ignore[attr-defined]
        self.fields["person"].label_from_instance = _person_words  # type: ignore[attr-defined]
        self.fields["organisation"].queryset = organisations  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for one of the two ways to say who it is, and not both."""
        values: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors.keys() & {"person", "organisation", "role"}:
            return values
        person, organisation, role = (values.get(name) for name in ("person", "organisation", "role"))
        if person and (organisation or role):
            self.add_error("person", "Kies iemand uit deze lijst, of vul een organisatie en functie in. Niet allebei.")
        elif not person and not organisation and not role:
            self.add_error("person", "Kies wie een plek krijgt, of vul een organisatie en functie in.")
        elif not person and not organisation:
            self.add_error("organisation", "Kies bij welke organisatie deze functie hoort.")
        elif not person and not role:
            self.add_error("role", "Vul de functie in, bijvoorbeeld: dijkgraaf.")
        return values


def _person_words(person: Person) -> str:
    name = f" ({person.name})" if person.name else ""
    return f"{person.organisation.name}: {person.role}{name}"


class EndSeatForm(PortalForm):
    """The last day of a seat."""

    valid_until = DutchDateField(
        label="Laatste dag", help_text="Op deze dag telt de plek nog mee. Bijvoorbeeld 31-10-2022."
    )

    def __init__(self, *args: Any, seat: Seat, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"valid_until": seat.valid_until or timezone.localdate()})
        super().__init__(*args, **kwargs)
