"""What a fund contributes to a measure, as one fills it in."""

from typing import Any

from django import forms
from django.db.models import Q

from areas.models import Area, Organisation
from deliverables.agenda.dates.forms import LastDayField
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.choices import parties_of
from deliverables.agenda.plan.models import ExternalCondition
from deliverables.money.amounts.enums import Vat
from deliverables.money.amounts.forms import MoneyField, YearField
from deliverables.money.funding.actions.contributions import Contribution
from deliverables.money.funding.enums import NEEDS_DECISION, Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.rules.years import YearsUnclear, read_years, years_text
from deliverables.money.funds.enums import Side
from deliverables.money.funds.forms import chosen
from deliverables.money.funds.models import Fund
from deliverables.money.funds.queries import funds_for
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm
from novex_portal.toolkit.forms.widgets import QuickSelect

_FIELDS = (
    "fund", "contributor", "amount", "hardness", "price_year", "vat", "side", "cashier", "asked", "decided_on",
    "decided_by", "in_kind", "spend_until", "waits_for_measure", "waits_for_condition", "note",
)  # fmt: skip
_GONE = "Deze keuze is er niet meer. Kies opnieuw uit de lijst."


def _one(label: str, empty: str, help_text: str = "", *, required: bool = False) -> forms.ModelChoiceField:
    messages = {"invalid_choice": _GONE, "invalid_pk_value": _GONE, "required": f"Maak een keuze bij “{label}”."}
    return forms.ModelChoiceField(
        Measure.objects.none(), label=label, required=required, empty_label=empty, help_text=help_text,
        widget=QuickSelect, error_messages=messages,
    )  # fmt: skip


class ContributionForm(OnceForm, VersionedForm):
    """A contribution. In a new one the measure is chosen; afterwards it stays with that measure."""

    measure = _one("Maatregel", "Kies een maatregel", required=True)
    fund = _one("Fonds", "Kies een fonds", required=True)
    side = forms.ChoiceField(
        label="Van wie komt het geld oorspronkelijk?", choices=[("", "Zoals bij het fonds"), *Side.choices], required=False, widget=QuickSelect,
        help_text="Alleen als het anders is, zoals geld van het Rijk dat de regio doorgeeft.",
    )  # fmt: skip
    contributor = _one("Wie betaalt?", "Kies een partij", required=True)
    cashier = _one("Kassier", "Geen aparte kassier", "Wie het geld ontvangt en verantwoordt, als dat een ander is.")
    asked = MoneyField(label="Gevraagd in euro’s", required=False)
    amount = MoneyField(label="Bijdrage in euro’s", help_text="Wat er nu is gezegd, gereserveerd of besloten.")
    hardness = chosen("Hoe zeker is het?", Hardness.choices, "Kies hoe zeker het is")
    decided_by = forms.CharField(
        label="Besluit van", required=False, max_length=150, help_text="Orgaan en stuk, bijvoorbeeld: Beschikking minister van IenW.",
        error_messages={"max_length": "Maak dit korter: hoogstens 150 tekens."},
    )  # fmt: skip
    decided_on = LastDayField(label="Besloten op", required=False, help_text="Bijvoorbeeld 23-10-2026.")
    price_year = YearField(label="Prijspeil")
    vat = forms.ChoiceField(label="Btw", choices=Vat.choices, initial=Vat.UNKNOWN, widget=QuickSelect)
    in_kind = forms.BooleanField(
        label="In natura", required=False, help_text="Uren, grond of spullen, in geld uitgedrukt."
    )
    years = forms.CharField(
        label="Verdeling over jaren", required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Per regel een jaar en een bedrag, zoals 2028: 1.500.000. Of 2028-2030 om gelijk te verdelen.",
    )  # fmt: skip
    spend_until = LastDayField(
        label="Besteden tot en met", required=False, help_text="Alleen als het anders is dan bij het fonds."
    )
    waits_for_measure = _one("Alleen als deze maatregel loopt", "Wacht niet op een maatregel")
    waits_for_condition = _one("Alleen als deze voorwaarde is vervuld", "Wacht niet op iets van buiten")
    note = forms.CharField(
        label="Toelichting", required=False, max_length=2_000, widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"max_length": "Maak dit korter: hoogstens 2.000 tekens."},
    )  # fmt: skip

    def __init__(self, *args: Any, area: Area, line: FundingLine | None = None, **kwargs: Any) -> None:
        if line:
            kwargs["initial"] = values_of(line)
        super().__init__(*args, **kwargs)
        alive = Measure.objects.filter(area=area).exclude(status=MeasureStatus.DROPPED).order_by("code")
        parties, kept = parties_of(area), list(filter(None, (line.contributor_id, line.cashier_id))) if line else []
        rows: dict[str, Any] = {
            "measure": alive,
            "waits_for_measure": alive,
            "fund": funds_for(area),
            "contributor": (parties | Organisation.objects.filter(pk__in=kept)).distinct() if line else parties,
            "waits_for_condition": ExternalCondition.objects.filter(Q(area=area) | Q(area=None)),
        }
        rows["cashier"] = rows["contributor"]
        for name, found in rows.items():
            self.fields[name].queryset = found  # type: ignore[attr-defined]
        if line:
            del self.fields["measure"]
        self.fields["fund"].label_from_instance = _fund  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for the decision of what is granted, and hold the years against the amount."""
        given = self.cleaned_data
        if given.get("hardness") in NEEDS_DECISION:
            if not given.get("decided_by") and "decided_by" not in self.errors:
                self.add_error("decided_by", "Vul in wie dit besloot, bijvoorbeeld: Provinciale Staten.")
            if not given.get("decided_on") and "decided_on" not in self.errors:
                self.add_error("decided_on", "Vul in op welke dag dit is besloten, bijvoorbeeld 23-10-2026.")
        if given.get("waits_for_measure") and given.get("waits_for_condition"):
            self.add_error("waits_for_condition", "Kies één voorwaarde: een maatregel, of iets van buiten.")
        if given.get("amount") is not None and "years" in given:
            try:
                given["years"] = read_years(given["years"], given["amount"])
            except YearsUnclear as problem:
                self.add_error("years", str(problem))
        return given

    def contribution(self) -> Contribution:
        """Return what was filled in; only after is_valid()."""
        return Contribution(**{name: self.cleaned_data[name] for name in _FIELDS}, years=self.cleaned_data["years"])


def values_of(line: FundingLine) -> dict[str, Any]:
    """Return a contribution as its form shows it."""
    side = "" if line.side == line.fund.side else line.side
    found = {name: getattr(line, name) for name in ("version", *_FIELDS)}
    return found | {"side": side, "years": years_text((row.year, row.amount) for row in line.years.all())}


def _fund(fund: Fund) -> str:
    return f"{fund} ({fund.get_side_display()})"
