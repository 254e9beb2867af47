"""Citing a place in the text of an article: "tweede lid, regel 7". Pure.

Lines are counted as the working copy prints them: broken at `LINE_WIDTH` signs, so that a number means the same on
every paper.
"""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from novex_portal.toolkit.law_text.labels import labels_of

LINE_WIDTH = 84
"""Signs on a line of the working copy."""


def broken(row: str) -> list[str]:
    """Break a line as it is printed, what goes on in line with the words after a label; an empty one is not printed."""
    indent = row[: len(row) - len(row.lstrip())]
    label, _, _ = row.strip().partition(" ")
    hanging = indent + " " * (len(label) + 1) if labels_of(row.strip()) else indent
    return textwrap.wrap(row, LINE_WIDTH, subsequent_indent=hanging) if row.strip() else []


@dataclass(frozen=True)
class _Row:
    """A line of the text: from which sign on, where it stands, and the number of its first printed line."""

    start: int
    place: str
    number: int
    text: str


class Cited:
    """The lines of a text, to be cited; `first` is the number of its first printed line."""

    def __init__(self, placed: Sequence[tuple[str, str]], first: int = 1) -> None:
        self._rows: list[_Row] = []
        self.text = "\n".join(text for _, text in placed)
        start = 0
        for place, text in placed:
            self._rows.append(_Row(start, place, first, text))
            start += len(text) + 1
            first += len(broken(text))

    def cite(self, start: int, end: int) -> str:
        """Return where the signs from `start` until `end` stand: "tweede lid, onder b, regel 7 tot en met 9"."""
        if not self._rows:
            return ""
        row = self._row(start)
        first, last = self._number(start), self._number(max(start, end - 1))
        lines = f"regel {first}" if first == last else f"regel {first} tot en met {last}"
        return ", ".join(filter(None, [row.place, lines]))

    def _row(self, at: int) -> _Row:
        return next(row for row in reversed(self._rows) if row.start <= at)

    def _number(self, at: int) -> int:
        row = self._row(at)
        printed, left = broken(row.text), at - row.start - (len(row.text) - len(row.text.lstrip()))
        for further, line in enumerate(printed):
            left -= len(line.strip()) + 1
            if left < 0:
                return row.number + further
        return row.number + max(0, len(printed) - 1)
