"""Forms about mandates: giving and changing one, and narrowing the register."""

from datetime import date
from typing import Any

from django import forms

from areas.area.models import Area
from areas.mandates.actions import MandateProblem
from areas.mandates.enums import MandateLevel
from areas.mandates.models import Mandate
from areas.mandates.rules import LEVEL_HELP, SOON, MandateState
from areas.parties.models import Organisation
from areas.people.models import Person
from areas.people.queries import OFFERED, holding_on, persons_in
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.problems import Problem

STATES = [
    ("", "Alle mandaten"),
    (MandateState.HOLDS.value, "Geldt nu"),
    (MandateState.ENDING.value, f"Loopt binnen {SOON} dagen af"),
    (MandateState.COMING.value, "Begint nog"),
    (MandateState.ENDED.value, "Verlopen"),
]


class MandateFilter(PortalForm):
    """What the register can be narrowed to; a wrong value filters nothing."""

    mag = forms.ChoiceField(label="Mag", required=False, choices=[("", "Alle niveaus"), *MandateLevel.choices])
    stand = forms.ChoiceField(label="Stand", required=False, choices=STATES)

    def chosen(self) -> dict[str, str]:
        """Return level and state to filter on; empty is no filter."""
        self.is_valid()
        return {"level": self.cleaned_data.get("mag", ""), "state": self.cleaned_data.get("stand", "")}


class TermsForm(VersionedForm):
    """How far a mandate goes, about what, on what basis and until when."""

    level = forms.ChoiceField(
        label="Hoe ver gaat het?",
        choices=MandateLevel.choices,
        widget=DescribedRadioSelect(descriptions=LEVEL_HELP),
        error_messages={"required": "Kies hoe ver het mandaat gaat."},
    )
    subject = forms.CharField(
        label="Waarover",
        max_length=300,
        help_text="Bijvoorbeeld: Grond voor waterberging langs de Geul.",
        error_messages={"required": "Vul in waarover het mandaat gaat, bijvoorbeeld “Grond voor waterberging”."},
    )
    basis = forms.CharField(
        label="Op grond van",
        max_length=300,
        required=False,
        help_text="Bijvoorbeeld: Collegebesluit 2026/12, of Statuten artikel 9. Verplicht bij “Mag binden”, "
        "en als iemand voor een andere organisatie spreekt.",
    )
    valid_from = DutchDateField(label="Eerste dag", help_text="Bijvoorbeeld 01-03-2026.")
    valid_until = DutchDateField(
        label="Laatste dag", required=False, help_text="Laat leeg als het loopt tot de rol eindigt."
    )

    def __init__(self, *args: Any, mandate: Mandate | None = None, **kwargs: Any) -> None:
        names = ("level", "subject", "basis", "valid_from", "valid_until", "version")
        start = {name: getattr(mandate, name) for name in names} if mandate else {}
        kwargs["initial"] = {**start, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)

    def terms(self) -> dict[str, Any]:
        """Return what was filled in, as the actions take it."""
        return {name: self.cleaned_data[name] for name in ("level", "subject", "basis", "valid_from", "valid_until")}

    def refuse(self, problem: Problem, field: str | None = None) -> None:
        """Put what the rules refuse beside the fields it is about."""
        if not isinstance(problem, MandateProblem):
            return super().refuse(problem, field)
        for name, text in problem.faults.items():
            self.add_error(name if name in self.fields else None, text)
        return None


class NewMandateForm(OnceForm, TermsForm):
    """Who gets the mandate, and for which organisation."""

    person = forms.ModelChoiceField(
        label="Wie krijgt het mandaat?",
        queryset=Person.objects.none(),
        empty_label="Kies een persoon in een rol",
        error_messages={
            "required": "Kies wie het mandaat krijgt.",
            "invalid_choice": "Deze persoon heeft nu geen rol bij een partij van dit gebied. Kies een ander.",
        },
    )
    organisation = forms.ModelChoiceField(
        label="Namens welke organisatie?",
        queryset=Organisation.objects.none(),
        required=False,
        empty_label="De eigen organisatie van deze persoon",
        error_messages={"invalid_choice": "Deze organisatie is geen partij van dit gebied. Kies een andere."},
    )
    field_order = ("person", "organisation", "level", "subject", "basis", "valid_from", "valid_until")

    def __init__(self, *args: Any, area: Area, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        persons = persons_in(area).filter(holding_on(today)).order_by("organisation__name", "role", "pk")
        self.is_cut = self._offer("person", persons, _person_label)
        organisations = Organisation.objects.filter(areas=area, merged_into=None).order_by("name")
        self.is_cut |= self._offer("organisation", organisations, str)

    def _offer(self, name: str, everything: Any, label: Any) -> bool:
        """Offer the first so many and what is chosen already; whatever belongs to the area is right."""
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - tells mypy which field it is
        field.queryset = everything
        offered = list(everything[: OFFERED + 1])
        is_cut = len(offered) > OFFERED
        chosen = uuid_or_none(str(self[name].value()))
        if chosen and chosen not in {one.pk for one in offered}:
            offered += list(everything.filter(pk=chosen))
        choices = [(str(one.pk), label(one)) for one in offered[: OFFERED + is_cut]]
        field.widget.choices = [("", field.empty_label or ""), *choices]
        return is_cut


def _person_label(person: Person) -> str:
    return f"{person.organisation}: {person.role}{f' ({person.name})' if person.name else ''}"
