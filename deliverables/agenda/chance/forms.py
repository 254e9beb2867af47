"""How long the rest of a measure takes."""

from decimal import Decimal
from typing import Any

from django import forms
from django.db.models import Q

from deliverables.agenda.chance.actions import Weeks
from deliverables.agenda.chance.models import Driver
from deliverables.agenda.measures.models import Measure
from novex_portal.toolkit.forms.base import VersionedForm
from novex_portal.toolkit.forms.fields import DutchAmountField

_LONGEST = 1_040
_TIMES = ("shortest", "likely", "longest")


class WeeksField(DutchAmountField):
    """A number of weeks, with at most one decimal: 12, or 2,5."""

    def __init__(self, **kwargs: Any) -> None:
        words = "Vul een aantal weken in, bijvoorbeeld 12 of 2,5."
        super().__init__(
            required=False,
            decimal_places=1,
            max_digits=5,
            min_value=0,
            max_value=_LONGEST,
            error_messages={
                "invalid": words,
                "min_value": words,
                "max_value": "Langer dan 1.040 weken, twintig jaar, kan niet.",
                "max_decimal_places": "Gebruik hoogstens één cijfer na de komma, bijvoorbeeld 2,5.",
                "max_digits": "Langer dan 1.040 weken, twintig jaar, kan niet.",
                "max_whole_digits": "Langer dan 1.040 weken, twintig jaar, kan niet.",
            },
            **kwargs,
        )

    def prepare_value(self, value: Any) -> Any:
        if isinstance(value, Decimal):
            return f"{value.normalize():f}".replace(".", ",")
        return value


class EstimateForm(VersionedForm):
    """Three times in weeks, why it can take long, and what it shares its bad luck with."""

    shortest = WeeksField(label="Kortste tijd, in weken")
    likely = WeeksField(label="Waarschijnlijkste tijd, in weken")
    longest = WeeksField(label="Langste tijd, in weken")
    longest_reason = forms.CharField(
        label="Waardoor kan het zo lang duren?", required=False, max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Maak dit korter: hoogstens 300 tekens."},
    )  # fmt: skip
    drivers = forms.ModelMultipleChoiceField(
        Driver.objects.none(), label="Oorzaken van uitloop", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Maatregelen met dezelfde oorzaak lopen samen uit, of samen niet.",
        error_messages={"invalid_choice": "Kies een oorzaak uit de lijst."},
    )  # fmt: skip
    new_driver = forms.CharField(
        label="Een andere oorzaak", required=False, max_length=60,
        error_messages={"max_length": "Maak dit korter: hoogstens 60 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, measure: Measure, **kwargs: Any) -> None:
        start = {name: getattr(measure, name) for name in ("version", "longest_reason", *_TIMES)}
        kwargs["initial"] = {**start, "drivers": measure.drivers.all()}
        super().__init__(*args, **kwargs)
        drivers = Driver.objects.filter(Q(area=None) | Q(area=measure.area_id))
        self.fields["drivers"].queryset = drivers.order_by("name")  # type: ignore[attr-defined]

    def weeks(self) -> Weeks:
        """Return what was filled in; only after is_valid()."""
        return Weeks(**{name: self.cleaned_data[name] for name in (*_TIMES, "longest_reason")})
