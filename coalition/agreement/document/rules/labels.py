"""The numbers people read: 1, 2, 3 until a version is out, and then 2a for what comes after 2. Pure: no ORM, no clock.

A number that was in a version keeps to its chapter or article until a version gives out new ones, so
that "artikel 3.2" means the same in every letter written since. A number of something removed is not
given to anything else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Numbered:
    """One row in its place; `label` counts when it is fixed."""

    label: str
    is_fixed: bool


def labels(rows: Sequence[Numbered], highest: int, gone: Collection[str] = ()) -> list[str]:
    """Return the number of every row, in their order; `highest` is the last one a version gave out, 0 when none did.

    `gone` are numbers that versions gave to what was taken out since.
    """
    if not highest:
        return [str(place) for place in range(1, len(rows) + 1)]
    taken = {row.label for row in rows if row.is_fixed}.union(gone)
    last_fixed = max((place for place, row in enumerate(rows) if row.is_fixed), default=-1)
    given, base, following = [], "0", highest
    for place, row in enumerate(rows):
        if row.is_fixed:
            given.append(row.label)
            base = row.label.rstrip(LETTERS)
        elif place > last_fixed:
            following += 1
            given.append(str(following))
        else:
            given.append(_free(base, taken))
            taken.add(given[-1])
    return given


def highest_of(given: Sequence[str]) -> int:
    """Return the highest number in labels, without letters; 0 when there is none."""
    return max((int(label.rstrip(LETTERS) or 0) for label in given), default=0)


def _free(base: str, taken: set[str]) -> str:
    """2a, 2b, and after 2z 2za: the first that nothing has."""
    suffix = ""
    while True:
        for letter in LETTERS:
            if f"{base}{suffix}{letter}" not in taken:
                return f"{base}{suffix}{letter}"
        suffix += "z"


def article_number(chapter: str, article: str) -> str:
    """3.2: the second article of chapter 3; 3.2a is what came after it since."""
    return f"{chapter}.{article}"
