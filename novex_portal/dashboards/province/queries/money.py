"""What areas of a province cost, how sure the money is, and how much of it is the province's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from django.db.models import Count

from areas.models import Area, Organisation
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.rules.cents import ZERO
from deliverables.money.amounts.rules.words import millions
from deliverables.money.funding.queries.money import as_line, contributions_in
from deliverables.money.funding.rules.sums import Sums
from deliverables.money.funds.enums import Side
from deliverables.money.investments.rules.agenda import Part
from deliverables.money.investments.rules.drawing import Piece, bar
from novex_portal.dashboards.funds.queries import money_per_area
from novex_portal.toolkit.meters import counted


@dataclass(frozen=True)
class MoneyRow:
    """The money of an area in one basis, in millions; without a part nobody said anything about money there yet.

    `own` is what of the hard money the province pays from its own purse. The first row of an area has in `unknown` of
    how many measures nobody said what they cost.
    """

    area: Area
    part: Part | None
    own: Decimal
    unknown: int

    @property
    def basis(self) -> str:
        return str(self.part.basis) if self.part else ""

    @cached_property
    def is_mixed(self) -> bool:
        """Whether a measure has money of another basis too, so that nobody can say what is short."""
        return self.part is not None and any(row.coverage.is_mixed for row in self.part.rows)

    @cached_property
    def is_estimated(self) -> bool:
        return self.part is not None and any(row.coverage.estimate is not None for row in self.part.rows)

    @property
    def hard(self) -> str:
        return millions(self.part.total.sums.hard) if self.part else ""

    @property
    def of_the_province(self) -> str:
        return millions(self.own) if self.part else ""

    @property
    def soft(self) -> str:
        return millions(self.part.total.sums.soft) if self.part else ""

    @property
    def conditional(self) -> str:
        return millions(self.part.total.sums.conditional) if self.part else ""

    @property
    def short(self) -> str:
        """What is not hard yet; "" where no estimate says how much that is."""
        if self.part is None or not self.is_estimated:
            return ""
        return "gemengd" if self.is_mixed else millions(self.part.total.short)

    @property
    def estimate(self) -> str:
        return millions(self.part.total.estimate) if self.part and self.is_estimated else "onbekend"

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of its bar, which always fills its cell: how sure, not how much."""
        if self.part is None:
            return []
        whole = self.part.total
        return bar(whole.sums, whole.no_source, whole.sums.counted + whole.no_source)

    @property
    def unknown_words(self) -> str:
        return f"nog geen raming van {counted(self.unknown, 'maatregel', 'maatregelen')}" if self.unknown else ""


@dataclass(frozen=True)
class ProvinceMoney:
    """All rows; a basis they share is said once."""

    rows: list[MoneyRow]

    @property
    def unknown(self) -> int:
        return sum(row.unknown for row in self.rows)

    @property
    def heading(self) -> str:
        """What stands out: that estimates are wanting, as long as they are."""
        if not self.unknown:
            return "Geld per gebied"
        return f"Bij {counted(self.unknown, 'maatregel', 'maatregelen')} ontbreekt de raming"

    @property
    def basis(self) -> str:
        """The basis of all amounts; "" when there are several, which then stands with each."""
        found = {row.basis for row in self.rows if row.basis}
        return found.pop() if len(found) == 1 else ""


def province_money(areas: Sequence[Area], bodies: Iterable[Organisation]) -> ProvinceMoney:
    """Return the money of these areas, which the reader may see. Seven queries at most, however many areas there are."""
    parts = money_per_area(list(areas))
    unknown = _unknown_per_area(areas)
    own = contributions_in(areas).filter(contributor__in=list(bodies), side=Side.REGION)
    paid = [(row.measure.area_id, as_line(row)) for row in own if row.measure.status != MeasureStatus.DROPPED]
    rows = []
    for area in areas:
        asked = unknown.get(area.pk, 0)
        found = [flow.part for flow in parts if flow.area.pk == area.pk]
        for place, part in enumerate(found):
            here = [line for key, line in paid if key == area.pk and line.basis == part.basis]
            rows.append(MoneyRow(area, part, Sums.of(here, part.rule.hard_from).hard, 0 if place else asked))
        if asked and not found:
            rows.append(MoneyRow(area, None, ZERO, asked))
    return ProvinceMoney(rows)


def _unknown_per_area(areas: Sequence[Area]) -> dict[UUID, int]:
    """Return per area of how many measures nobody said what they cost, or that they cost nothing. One query."""
    rows = Measure.objects.filter(area__in=areas, estimates=None).exclude(status=MeasureStatus.DROPPED)
    return dict(rows.order_by().values("area").annotate(number=Count("pk")).values_list("area", "number"))
