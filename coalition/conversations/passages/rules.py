"""Finding marked words in a report, and cutting the report at them. Pure: no ORM, no clock."""

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise

MAX_QUOTE = 5_000
MOST = 500
"""So many places of the same words are looked at."""
_WORD = re.compile(r"\S+")


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


class Report:
    """A report that words are looked up in; make it once for all passages of a report."""

    def __init__(self, report: str) -> None:
        spans = [match.span() for match in _WORD.finditer(report)]
        self._starts = [start for start, _ in spans]
        self._words = " ".join(report[start:end] for start, end in spans)
        # Where the words begin once every gap is one space.
        self._closed_up = [0, *accumulate(end - start + 1 for start, end in spans)][: len(spans)]

    def find(self, quote: str, near: int = 0) -> Span | None:
        """Return where the words stand, of several places the nearest to `near`; None when they do not.

        A browser hands selected text over with other spaces and line ends than it has: those do not count.
        """
        wanted = " ".join(quote.split())
        found = [self._span(place, len(wanted)) for place in islice(self._places(wanted), MOST)]
        return min(found, key=lambda span: abs(span.start - near), default=None)

    def _places(self, wanted: str) -> Iterator[int]:
        # A search for text, not a pattern: words that repeat themselves would be tried again from each of them.
        place = self._words.find(wanted) if wanted else -1
        while place >= 0:
            yield place
            place = self._words.find(wanted, place + len(wanted))

    def _span(self, place: int, length: int) -> Span:
        return Span(self._in_report(place), self._in_report(place + length - 1) + 1)

    def _in_report(self, place: int) -> int:
        word = bisect_right(self._closed_up, place) - 1
        return self._starts[word] + place - self._closed_up[word]


def find(report: str, quote: str, near: int = 0) -> Span | None:
    """Return where the words of one quote stand in a report, as `Report.find` does."""
    return Report(report).find(quote, near)


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
