"""The items that are open while a text is read, and where among them a label fits. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from novex_portal.toolkit.law_text.labels import BULLET, LETTER, Label
from novex_portal.toolkit.law_text.lines import SPRINGS_IN
from novex_portal.toolkit.law_text.tree import Block, Item, Role


@dataclass(slots=True)
class Last:
    """The last label of a family in a list, where it stood, and how high it ranks there."""

    label: Label
    column: int
    rank: float


@dataclass(slots=True)
class Opened:
    """An open item, or the text itself, with the last label of each family in it."""

    item: Item | None
    children: list[Block]
    rank: float = 0.0
    last: dict[str, Last] = field(default_factory=dict)

    @property
    def column(self) -> int:
        return self.item.column if self.item else 0

    @property
    def is_member(self) -> bool:
        return self.item is not None and self.item.role == "member"

    @property
    def has_list(self) -> bool:
        return any(isinstance(child, Item) for child in self.children)


def nexts(opened: Sequence[Opened], column: int, labels: Sequence[Label]) -> list[tuple[int, int, Label]]:
    """Return in which lists a label is the next: how far away they stand, how deep, and read as what."""
    found = [
        (abs(column - last.column), depth, label)
        for depth, one in enumerate(opened)
        for label in labels
        if (last := one.last.get(label.family)) and label.follows(last.label)
    ]
    if any(label.is_first for label in labels) and _springs_beyond_all(opened, column):
        return [row for row in found if row[0] < SPRINGS_IN]
    return found


def later(opened: Sequence[Opened], column: int, labels: Sequence[Label]) -> list[tuple[int, int, Label]]:
    """Return in which lists a label comes later than the last one, as `nexts` does."""
    return [
        (abs(column - last.column), depth, label)
        for depth, one in enumerate(opened)
        for label in labels
        if (last := one.last.get(label.family)) and label.is_beyond(last.label)
    ]


def level(opened: Sequence[Opened], column: int, label: Label, rank: float) -> tuple[int, bool, list[str]]:
    """Return how deep a list begins, whether by springing in, and what of lower rank it closes in its own column."""
    depth, lower = len(opened) - 1, list[str]()
    while depth:
        one = opened[depth]
        if column >= one.column + SPRINGS_IN:
            return depth, True, lower
        if one.column < column + SPRINGS_IN:
            other_bullets = one.item and one.item.family != label.family and one.rank == rank
            if one.rank < rank or (other_bullets and label.family.startswith(BULLET)):
                return depth, False, lower
            if one.rank > rank and one.item:
                lower.append(one.item.label)
        depth -= 1
    return 0, False, lower


def _springs_beyond_all(opened: Sequence[Opened], column: int) -> bool:
    return len(opened) > 1 and all(column >= one.column + SPRINGS_IN for one in opened[1:])


def role_of(label: Label, parent: Opened) -> Role:
    if label.family.startswith(BULLET):
        return "point"
    if label.family == LETTER:
        return "part"
    if label.family in {"deg", "roman"}:
        return "subpart"
    return "member" if parent.item is None else "part" if parent.is_member else "subpart"
