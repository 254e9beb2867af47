"""Reading the points the parties do not agree on, with where each of them stands."""

from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import parties_of
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand


@dataclass(frozen=True)
class PositionRow:
    """A party and what it said of a point, if it did."""

    party: AgreementParty
    position: OpenPointStand | None


@dataclass(frozen=True)
class PointRow:
    """A point with every party of the akkoord."""

    point: OpenPoint
    positions: list[PositionRow]

    @property
    def spoken(self) -> int:
        """How many parties said where they stand."""
        return sum(row.position is not None for row in self.positions)


def open_points_of(agreement: Agreement) -> QuerySet[OpenPoint]:
    """Return the points that are not settled, oldest first, with the positions of parties. Two queries."""
    return _with_positions(agreement.open_points.filter(settled_on=None))


def point_rows(agreement: Agreement, *, settled: bool) -> list[PointRow]:
    """Return the open points, or the settled ones, each with all parties. Three queries."""
    points = _with_positions(agreement.open_points.filter(settled_on__isnull=not settled))
    parties = list(parties_of(agreement))
    return [_row(point, parties) for point in points]


def _with_positions(points: QuerySet[OpenPoint]) -> QuerySet[OpenPoint]:
    positions = OpenPointStand.objects.select_related("organisation")
    return (
        points.select_related("article__chapter")
        .prefetch_related(Prefetch("stands", positions))
        .order_by("created_at", "id")
    )


def _row(point: OpenPoint, parties: list[AgreementParty]) -> PointRow:
    said = {position.organisation_id: position for position in point.stands.all()}
    return PointRow(point, [PositionRow(party, said.get(party.organisation_id)) for party in parties])
