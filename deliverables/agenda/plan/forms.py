"""What people fill in about what waits for what, and when something must be ready."""

from typing import Any

from django import forms

from areas.models import Area, Organisation
from deliverables.agenda.dates.forms import PlanDateField
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.actions.conditions import ConditionFacts
from deliverables.agenda.plan.actions.dependencies import Tie
from deliverables.agenda.plan.enums import DependencyKind, LagUnit
from deliverables.agenda.plan.models import LONGEST_LAG, Dependency, ExternalCondition, MeasureDeadline
from deliverables.agenda.plan.queries.choosing import find_measure, find_measure_elsewhere
from deliverables.checkpoints.access import checkpoints_in
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.fields import DescribedRadioSelect, DutchDateField, WholeNumberField
from novex_portal.toolkit.forms.widgets import QuickSelect
from novex_portal.toolkit.problems import Problem

WAITS, IS_WAITED_FOR = "wacht", "gaat-voor"
_LAG = "Vul een heel getal in van -2.000 tot en met 2.000. Onder nul mag: dan begint het eerder."
_KINDS: dict[str, str] = {
    DependencyKind.FINISH_START: "Het meest gewone verband.",
    DependencyKind.START_START: "Beide lopen daarna naast elkaar.",
    DependencyKind.FINISH_FINISH: "Het einde wacht, het begin niet.",
}


class TieForm(VersionedForm):
    """How one measure waits for the other."""

    kind = forms.ChoiceField(
        label="Wat wacht op wat?", choices=DependencyKind.choices, initial=DependencyKind.FINISH_START,
        widget=DescribedRadioSelect(descriptions=_KINDS), error_messages=dict.fromkeys(("required", "invalid_choice"), "Kies wat op wat wacht."),
    )  # fmt: skip
    lag = WholeNumberField(
        label="Tijd ertussen", required=False, initial=0, min_value=-LONGEST_LAG, max_value=LONGEST_LAG,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "size": 6}),
        help_text="0 is meteen erna. Met een min ervoor is eerder.",
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), _LAG),
    )  # fmt: skip
    unit = forms.ChoiceField(
        label="In", choices=LagUnit.choices, initial=LagUnit.DAY, widget=QuickSelect,
        help_text="Werkdagen slaan het weekend en feestdagen over.",
    )  # fmt: skip
    why = forms.CharField(
        label="Waarom wacht de een op de ander?", max_length=200, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op waarom de een op de ander wacht.", "max_length": "Maak dit korter: hoogstens 200 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, dependency: Dependency | None = None, **kwargs: Any) -> None:
        if dependency:
            start = {name: getattr(dependency, name) for name in ("version", "kind", "lag", "unit", "why")}
            kwargs["initial"] = start
        super().__init__(*args, **kwargs)

    def clean_lag(self) -> int:
        return self.cleaned_data["lag"] or 0

    def tie(self) -> Tie:
        """Return what was filled in; only after is_valid()."""
        return Tie(**{name: self.cleaned_data[name] for name in ("why", "kind", "lag", "unit")})


class DependencyForm(OnceForm, TieForm):
    """Which other measure, in this area or another, and how one waits for the other."""

    direction = forms.ChoiceField(
        label="Wie wacht op wie?", initial=WAITS, widget=forms.RadioSelect,
        choices=[(WAITS, "Deze maatregel wacht op de andere"), (IS_WAITED_FOR, "De andere maatregel wacht op deze")],
    )  # fmt: skip
    place = forms.ModelChoiceField(
        Area.objects.none(), label="In welk gebied is de andere maatregel?", empty_label=None, to_field_name="slug", widget=QuickSelect,
        error_messages={"invalid_choice": "Kies een gebied uit de lijst."},
    )  # fmt: skip
    other = forms.CharField(
        label="Welke andere maatregel?", max_length=200,
        widget=forms.TextInput(attrs={"list": "maatregelen", "autocomplete": "off"}),
        help_text="Typ een stukje van de code of de titel. Van een ander gebied typt u de hele code.",
        error_messages={"required": "Vul in welke andere maatregel u bedoelt, bijvoorbeeld ZL-W03."},
    )  # fmt: skip
    field_order = ("direction", "place", "other", "kind", "lag", "unit", "why")

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        self.measure = measure
        kwargs["initial"] = {"place": measure.area.slug, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.fields["place"].queryset = Area.objects.order_by("number")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        place, typed = values.get("place"), values.get("other")
        if place and typed:
            find = find_measure if place == self.measure.area else find_measure_elsewhere
            try:
                values["found"] = find(place, typed)
            except Problem as problem:
                self.add_error("other", str(problem))
        return values

    def pair(self) -> tuple[Measure, Measure]:
        """Return the measure that comes first, and the one that waits for it; only after is_valid()."""
        other: Measure = self.cleaned_data["found"]
        waits = self.cleaned_data["direction"] == WAITS
        return (other, self.measure) if waits else (self.measure, other)


class ConditionForm(OnceForm, VersionedForm):
    """What is waited for, who decides it, and when it is expected."""

    title = forms.CharField(
        label="Voorwaarde", max_length=150, help_text="Bijvoorbeeld: stikstofruimte voor het beekdal.",
        error_messages={"required": "Schrijf op waar het op wacht.", "max_length": "Maak dit korter: hoogstens 150 tekens."},
    )  # fmt: skip
    owner = forms.ModelChoiceField(
        Organisation.objects.none(), label="Wie gaat erover?", required=False, empty_label="Nog niet bekend", widget=QuickSelect,
        error_messages={"invalid_choice": "Kies een partij uit de lijst."},
    )  # fmt: skip
    expected = PlanDateField(label="Wanneer verwacht?", required=False)
    note = forms.CharField(
        label="Toelichting", required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Maak dit korter: hoogstens 4.000 tekens."},
    )  # fmt: skip
    national = forms.BooleanField(label="Geldt voor alle gebieden", required=False)

    def __init__(
        self, *args: Any, area: Area, condition: ExternalCondition | None = None, choose: bool = False, **kwargs: Any
    ) -> None:
        if condition:
            start = {name: getattr(condition, name) for name in ("version", "title", "owner", "expected", "note")}
            kwargs["initial"] = start
        super().__init__(*args, **kwargs)
        if not choose:
            del self.fields["national"]
        parties = Organisation.objects.filter(areas=area, merged_into=None)
        if condition and condition.owner_id:
            parties |= Organisation.objects.filter(pk=condition.owner_id)
        self.fields["owner"].queryset = parties.distinct().order_by("name")  # type: ignore[attr-defined]

    def facts(self) -> ConditionFacts:
        """Return what was filled in; only after is_valid()."""
        return ConditionFacts(**{name: self.cleaned_data[name] for name in ("title", "owner", "expected", "note")})


class ConditionMeasureForm(PortalForm):
    """Which measure of the area waits for a condition."""

    measure = forms.CharField(
        label="Welke maatregel wacht hierop?", max_length=200,
        widget=forms.TextInput(attrs={"list": "maatregelen", "autocomplete": "off"}),
        help_text="Typ een stukje van de code of de titel.",
        error_messages={"required": "Vul in welke maatregel u bedoelt, bijvoorbeeld ZL-W03."},
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, **kwargs: Any) -> None:
        self.area = area
        super().__init__(*args, **kwargs)

    def clean_measure(self) -> Measure:
        try:
            return find_measure(self.area, self.cleaned_data["measure"])
        except Problem as problem:
            raise forms.ValidationError(str(problem)) from problem


class DeadlineForm(OnceForm, VersionedForm):
    """The last day, or the checkpoint, and why."""

    day = DutchDateField(label="Uiterste datum", required=False, help_text="Bijvoorbeeld 31-12-2030.")
    checkpoint = forms.ModelChoiceField(
        Checkpoint.objects.none(), label="Of een ijkmoment", required=False, empty_label="Geen ijkmoment", widget=QuickSelect,
        help_text="Verschuift het ijkmoment, dan schuift deze datum mee.",
        error_messages={"invalid_choice": "Kies een ijkmoment van dit gebied."},
    )  # fmt: skip
    why = forms.CharField(
        label="Waarom moet het dan klaar zijn?", max_length=200, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Schrijf op waarom het dan klaar moet zijn.", "max_length": "Maak dit korter: hoogstens 200 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, measure: Measure, deadline: MeasureDeadline | None = None, **kwargs: Any) -> None:
        if deadline:
            kwargs["initial"] = {name: getattr(deadline, name) for name in ("version", "day", "checkpoint", "why")}
        super().__init__(*args, **kwargs)
        found = checkpoints_in([measure.area]).order_by("date", "name")
        self.fields["checkpoint"].queryset = found  # type: ignore[attr-defined]

    def clean_day(self) -> Any:
        day = self.cleaned_data["day"]
        if day and not EARLIEST <= day <= LATEST:
            raise forms.ValidationError("Kies een datum tussen 2000 en 2100, bijvoorbeeld 31-12-2030.")
        return day

    def clean(self) -> dict[str, Any]:
        values = self.cleaned_data
        if not {"day", "checkpoint"} & set(self.errors) and (not values.get("day")) == (not values.get("checkpoint")):
            self.add_error("day", "Vul een datum in of kies een ijkmoment: één van de twee.")
        return values
