"""Reading the points the parties do not agree on, with where each of them stands."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.queries import parties_of
from coalition.agreement.open_points.models import OpenPoint, OpenPointStand
from coalition.planning_group.speaking.rules import standing


@dataclass(frozen=True)
class PositionRow:
    """A party and what is known of it on a point: what counts, and what stands beside that."""

    party: AgreementParty
    position: OpenPointStand | None
    beside: tuple[OpenPointStand, ...] = ()


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
    rows = [(party, stands_of(point, party.organisation_id)) for party in parties]
    return PointRow(point, [PositionRow(party, next(iter(known), None), tuple(known[1:])) for party, known in rows])


def stands_of(point: OpenPoint, organisation: UUID) -> list[OpenPointStand]:
    """Return what is known of where a party stands on a point: what counts first."""
    return standing(row for row in point.stands.all() if row.organisation_id == organisation)
