"""A price index as one fills it in, and the choice to convert by one."""

from typing import Any
from urllib.parse import urlencode

from django import forms

from deliverables.money.amounts.forms import YearField
from deliverables.money.price_levels.actions import SeriesFacts
from deliverables.money.price_levels.models import PriceSeries
from deliverables.money.price_levels.queries import as_series
from deliverables.money.price_levels.rules import Conversion, FactorsUnclear, factors_text, read_factors
from novex_portal.toolkit.forms.base import OnceForm, PortalForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_GONE = "Deze prijsindex is er niet meer. Kies opnieuw."


class SeriesForm(OnceForm, VersionedForm):
    """A name, a source, and a factor per year."""

    name = forms.CharField(
        label="Naam", max_length=100, help_text="Bijvoorbeeld: Bouwkosten CBS.",
        error_messages={"required": "Vul de naam van de prijsindex in, bijvoorbeeld: Bouwkosten CBS.", "max_length": "Maak de naam korter: hoogstens 100 tekens."},
    )  # fmt: skip
    source = forms.CharField(
        label="Bron", required=False, max_length=300, help_text="Waar de factoren staan, met de datum.",
        error_messages={"max_length": "Maak de bron korter: hoogstens 300 tekens."},
    )  # fmt: skip
    factors = forms.CharField(
        label="Factor per jaar", max_length=4_000, widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Per regel een jaar en waarmee de prijzen van het jaar ervoor zijn vermenigvuldigd, zoals 2027: 1,025.",
        error_messages={"required": "Vul minstens één jaar met zijn factor in, bijvoorbeeld 2027: 1,025."},
    )  # fmt: skip

    def __init__(self, *args: Any, series: PriceSeries | None = None, **kwargs: Any) -> None:
        if series:
            kwargs["initial"] = {name: getattr(series, name) for name in ("version", "name", "source")}
            kwargs["initial"]["factors"] = factors_text(as_series(series).factors)
        super().__init__(*args, **kwargs)

    def clean_factors(self) -> tuple[Any, ...]:
        try:
            return tuple(read_factors(self.cleaned_data["factors"]).items())
        except FactorsUnclear as problem:
            raise forms.ValidationError(str(problem)) from problem

    def facts(self) -> SeriesFacts:
        """Return what was filled in; only after is_valid()."""
        return SeriesFacts(**{name: self.cleaned_data[name] for name in ("name", "factors", "source")})


class ConvertForm(PortalForm):
    """To which price level, and by which index; an address holds it, so that it can be sent on."""

    naar = YearField(label="Naar prijspeil")
    reeks = forms.ChoiceField(
        label="Met prijsindex", widget=QuickSelect, error_messages={"invalid_choice": _GONE, "required": _GONE}
    )

    def __init__(self, *args: Any, rows: list[PriceSeries], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = {str(row.pk): row for row in rows}
        self.fields["reeks"].choices = [(key, str(row)) for key, row in self.rows.items()]  # type: ignore[attr-defined]

    @property
    def query(self) -> str:
        """How an address goes on that shows the same price level; "" for amounts as they were written down."""
        return urlencode({name: self.cleaned_data[name] for name in ("naar", "reeks")}) if self.conversion else ""

    @property
    def conversion(self) -> Conversion | None:
        """What was chosen; None when nothing was, or what is not there."""
        if not self.is_valid():
            return None
        return Conversion(as_series(self.rows[self.cleaned_data["reeks"]]), self.cleaned_data["naar"])
