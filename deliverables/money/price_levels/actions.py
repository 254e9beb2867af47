"""Price indices: adding one, changing it, taking it away."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import IntegrityError, transaction

from areas.models import User
from deliverables.money.price_levels.models import PriceIndex, PriceSeries
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem

_TAKEN = "Er is al een prijsindex met deze naam. Kies een andere."


@dataclass(frozen=True)
class SeriesFacts:
    """What is filled in of a price index: per year by what prices of the year before are multiplied."""

    name: str
    factors: tuple[tuple[int, Decimal], ...]
    source: str = ""

    def values(self) -> dict[str, object]:
        """Return the columns of its row. Raises Problem without a name or without factors."""
        name = " ".join(self.name.split())
        if not name:
            raise Problem("Vul de naam van de prijsindex in, bijvoorbeeld: Bouwkosten CBS.")
        if not self.factors:
            raise Problem("Vul minstens één jaar met zijn factor in, bijvoorbeeld 2027: 1,025.")
        return {"name": name, "source": self.source.strip()}


@action
def add_price_series(*, actor: User, facts: SeriesFacts, token: UUID | None = None) -> PriceSeries:
    """Add a price index, of all areas. The same token twice makes one; Problem for a name that is taken."""
    if made := PriceSeries.made_with(token, created_by=actor):
        return made
    values = facts.values()
    try:
        with transaction.atomic():
            made = PriceSeries.objects.create(created_by=actor, submission_token=token or uuid7(), **values)
    except IntegrityError as error:
        raise Problem(_TAKEN) from error
    _write_factors(made, facts)
    return made


@action
def change_price_series(*, series: PriceSeries, actor: User, version: int, facts: SeriesFacts) -> PriceSeries:
    """Change a price index. Raises Conflict when somebody changed it since, Problem for a name that is taken."""
    try:
        with transaction.atomic():
            series.write_over(version, **facts.values())
    except IntegrityError as error:
        raise Problem(_TAKEN) from error
    _write_factors(series, facts)
    return series


@action
def remove_price_series(*, series: PriceSeries, actor: User, version: int) -> None:
    """Take a price index away; no amount rests on it. Raises Conflict when somebody changed it since."""
    series.held_at(version).delete()


def _write_factors(series: PriceSeries, facts: SeriesFacts) -> None:
    wanted = dict(facts.factors)
    there = {row.year: row for row in series.factors.all()}
    PriceIndex.objects.filter(pk__in=[row.pk for year, row in there.items() if year not in wanted]).delete()
    for year, factor in wanted.items():
        row = there.get(year)
        if row is None:
            PriceIndex.objects.create(series=series, year=year, factor=factor)
        elif row.factor != factor:
            PriceIndex.objects.filter(pk=row.pk).update(factor=factor)
