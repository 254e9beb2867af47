"""Reading what became of what was agreed: the newest word on each."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import CharField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from deliverables.board_meetings.enums import OPEN, OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeReport

_NEWEST = OutcomeReport.objects.filter(outcome=OuterRef("pk")).order_by("-as_of", "-reported_at").values("state")[:1]


def with_state(rows: QuerySet[BoardOutcome]) -> QuerySet[Any]:
    """Return the outcomes, each with its `state`: the newest word on it, or that it is new. No query of its own."""
    return rows.annotate(state=Coalesce(Subquery(_NEWEST), Value(OutcomeState.NEW), output_field=CharField()))


def still_open(rows: QuerySet[Any]) -> QuerySet[Any]:
    """Return those with a `state` that something still has to be done about; see `rules.is_open`."""
    return rows.filter(state__in=OPEN).exclude(kind=OutcomeKind.NOTED)


def newest_report(outcome: BoardOutcome) -> OutcomeReport | None:
    """Return the newest word on an outcome. One query."""
    return outcome.reports.order_by("-as_of", "-reported_at").first()


def newest_reports(outcomes: Iterable[UUID]) -> dict[UUID, OutcomeReport]:
    """Return the newest word on each of these outcomes. One query."""
    rows = OutcomeReport.objects.filter(outcome__in=list(outcomes)).select_related("organisation")
    newest = rows.order_by("outcome_id", "-as_of", "-reported_at").distinct("outcome_id")
    return {row.outcome_id: row for row in newest}
