"""Finding marked words in a report, and cutting the report at them. Pure: no ORM, no clock."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise

MAX_QUOTE = 5_000
MOST = 500
"""So many places of the same words are looked at."""


@dataclass(frozen=True)
class Span:
    """From a character of the report up to another one."""

    start: int
    end: int


@dataclass(frozen=True)
class Piece[Key: Hashable]:
    """A part of the report with the marks that lie over it; together the pieces are the report."""

    text: str
    marks: tuple[Key, ...] = ()


def find(report: str, quote: str, near: int = 0) -> Span | None:
    """Return where the words stand, of several places the nearest to `near`; None when they do not.

    A browser hands selected text over with other spaces and line ends than it has: those do not count.
    """
    words = quote.split()
    if not words:
        return None
    wanted = re.compile(r"\s+".join(re.escape(word) for word in words))
    found = []
    for hit in wanted.finditer(report):
        found.append(Span(*hit.span()))
        if len(found) == MOST:
            break
    return min(found, key=lambda span: abs(span.start - near), default=None)


def pieces[Key: Hashable](report: str, spans: Iterable[tuple[Key, Span]]) -> list[Piece[Key]]:
    """Cut the report at the edges of the marks, which may overlap. No character is lost or doubled."""
    marked = [(key, span) for key, span in spans if 0 <= span.start < span.end <= len(report)]
    edges = sorted({0, len(report), *(edge for _, span in marked for edge in (span.start, span.end))})
    return [
        Piece(report[start:end], tuple(key for key, span in marked if span.start <= start and end <= span.end))
        for start, end in pairwise(edges)
    ]


def lines_around(report: str, span: Span) -> str:
    """Return the whole lines in which the words stand: who spoke is often said before them."""
    start = report.rfind("\n", 0, span.start) + 1
    end = report.find("\n", span.end)
    return report[start : end if end >= 0 else len(report)]
