"""What keeps the numbers of chapters and articles in a row.

Every change locks the akkoord's row first, so that two people cannot give out one number, and a
version is frozen of one moment.
"""

from uuid import UUID

from coalition.models import Agreement, Article, Chapter
from novex_portal.toolkit.problems import Conflict

GONE = "Dit staat niet meer in het akkoord: iemand anders heeft het intussen verwijderd."


def lock(agreement: UUID) -> Agreement:
    """Return the akkoord with its row locked until the transaction ends."""
    return Agreement.objects.select_for_update(no_key=True).get(pk=agreement)


def move[Row: (Chapter, Article)](rows: list[Row], row: Row, places: int) -> None:
    """Change places with a neighbour; rows come in their order. Raises Conflict when the row is gone."""
    here = next((index for index, other in enumerate(rows) if other.pk == row.pk), None)
    if here is None:
        raise Conflict(GONE)
    there = here + places
    if 0 <= there < len(rows):
        rows[here], rows[there] = rows[there], rows[here]
        number_rows(rows)


def number_rows[Row: (Chapter, Article)](rows: list[Row]) -> None:
    """Number the rows from 1; uniqueness is checked at commit."""
    changed = []
    for number, row in enumerate(rows, start=1):
        if row.number != number:
            row.number = number
            changed.append(row)
    if changed:
        type(changed[0])._default_manager.bulk_update(changed, ["number"])
