"""What goes on from what, over the years."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from areas.models import Area
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.rules import chain_of


@dataclass(frozen=True)
class Step:
    """One of a line of outcomes that go on from each other."""

    outcome: BoardOutcome
    is_this: bool


def links_between(area: Area | None) -> dict[UUID, UUID | None]:
    """Return of every outcome of an area, or of those of all areas at once, what it goes on from. One query."""
    return dict(BoardOutcome.objects.filter(area=area).values_list("pk", "predecessor"))


def steps_around(outcome: BoardOutcome, areas: Sequence[Area]) -> list[Step]:
    """Return the line an outcome stands in as a reader of these areas may see it, the oldest first. Two queries."""
    keys = chain_of(outcome.pk, links_between(outcome.area))
    found = outcomes_in(areas).filter(pk__in=keys).select_related("checkpoint").in_bulk()
    return [Step(found[key], key == outcome.pk) for key in keys if key in found]
