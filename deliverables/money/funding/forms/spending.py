"""What of a contribution was bound and paid, as one fills it in."""

from typing import Any

from django import forms
from django.utils import timezone

from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.rules.spending import SpentYears, spent_years
from deliverables.money.funding.rules.years import YearsUnclear, read_lines, years_text
from novex_portal.toolkit.forms.base import VersionedForm


def _per_year(label: str, help_text: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=4_000, widget=forms.Textarea(attrs={"rows": 4}), help_text=help_text,
        error_messages={"max_length": "Dit is te lang. Schrijf per regel een jaar en een bedrag."},
    )  # fmt: skip


class SpendingForm(VersionedForm):
    """A line per year for what was bound, and for what was paid."""

    committed = _per_year(
        "Verplicht per jaar", "Vastgelegd in een contract of beschikking. Per regel: 2026: 1.500.000."
    )
    paid = _per_year("Betaald per jaar", "Wat echt is overgemaakt of ingezet. Per regel: 2026: 900.000.")

    def __init__(self, *args: Any, line: FundingLine, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": line.version, **spent_texts(line)}
        super().__init__(*args, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Read both texts; each says itself what is wrong with it."""
        given, read = self.cleaned_data, {}
        for name in ("committed", "paid"):
            try:
                read[name] = read_lines(given.get(name, ""))
                spent_years(read[name], {}, timezone.localdate().year)
            except YearsUnclear as problem:
                self.add_error(name, str(problem))
        if not self.errors:
            given["spent"] = spent_years(read["committed"], read["paid"], timezone.localdate().year)
        return given

    def spent(self) -> SpentYears:
        """Return what was filled in; only after is_valid()."""
        spent: SpentYears = self.cleaned_data["spent"]
        return spent


def spent_texts(line: FundingLine) -> dict[str, str]:
    """Return what was bound and paid as one types it."""
    rows = list(line.spent.all())
    return {
        "committed": years_text((row.year, row.committed) for row in rows if row.committed),
        "paid": years_text((row.year, row.paid) for row in rows if row.paid),
    }
