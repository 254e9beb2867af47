"""Process money per year."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from areas.models import Area
from deliverables.money.amounts.rules.cents import ZERO, total
from deliverables.money.funding.enums import NEEDS_DECISION, Hardness
from deliverables.money.process_money.models import ProcessMoney


@dataclass(frozen=True)
class ProcessYear:
    """A year with its lines; what was withdrawn stands there and is not added."""

    year: int
    rows: list[ProcessMoney]

    @property
    def counted(self) -> Decimal:
        """All but wishes and what was withdrawn."""
        return total(row.amount for row in self.rows if row.hardness not in (Hardness.WISH, Hardness.WITHDRAWN))

    @property
    def hard(self) -> Decimal:
        """What somebody decided."""
        return total(row.amount for row in self.rows if row.hardness in NEEDS_DECISION)

    @property
    def is_all_hard(self) -> bool:
        return self.counted > ZERO and self.hard == self.counted


def process_money_in(areas: Iterable[Area | UUID]) -> QuerySet[ProcessMoney]:
    """Return the process money of these areas with its funds, the newest year first. One query."""
    rows = ProcessMoney.objects.filter(area__in=list(areas)).select_related("fund", "area")
    return rows.order_by("-year", "created_at", "pk")


def process_years(area: Area) -> list[ProcessYear]:
    """Return the process money of an area per year, the newest first. One query."""
    return [ProcessYear(year, list(rows)) for year, rows in groupby(process_money_in([area]), lambda row: row.year)]
