"""The points of an agenda: read from what came with a form, put in order. Pure: no ORM, no clock."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

MOST = 60
"""More points than anybody can treat in one meeting."""
LONGEST = 300
FREE = "vrij"


@dataclass(frozen=True)
class AgendaPoint:
    """One point: its words, what made it one, and its id when it stands on the agenda already."""

    title: str
    kind: str = FREE
    subject: UUID | None = None
    pk: UUID | None = None


def as_text(point: AgendaPoint) -> str:
    """Return a point as the value of one box that can be ticked."""
    return f"{point.kind}:{point.subject or ''}:{point.title}"


def from_text(text: str, kinds: Iterable[str]) -> AgendaPoint:
    """Read what `as_text` wrote; what is none becomes a point of one's own."""
    kind, _, rest = text.partition(":")
    subject, found, title = rest.partition(":")
    if kind not in set(kinds) or not found:
        return AgendaPoint(text)
    return AgendaPoint(title, kind, as_id(subject))


def as_id(text: str) -> UUID | None:
    """Read an id; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


def tidy(points: Iterable[AgendaPoint]) -> list[AgendaPoint]:
    """Return the points that say something, in one spelling of spaces."""
    found = (replace(point, title=" ".join(point.title.split())) for point in points)
    return [point for point in found if point.title]


def moved[Item](items: Sequence[Item], place: int, steps: int) -> list[Item]:
    """Return the items with one of them some steps further (or back); over the edge it stays at the edge."""
    rest = list(items)
    if not 0 <= place < len(rest):
        return rest
    item = rest.pop(place)
    rest.insert(max(0, place + steps), item)
    return rest


def without[Item](items: Sequence[Item], place: int) -> list[Item]:
    """Return the items but one."""
    return [item for number, item in enumerate(items) if number != place]
