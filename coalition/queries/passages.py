"""Reading the marked passages of a report."""

from dataclasses import dataclass

from coalition.models import Conversation, Passage
from coalition.passages import Piece, find, pieces


@dataclass(frozen=True)
class CodedReport:
    """A report cut at its marks, and the passages, each with whether its words still stand there."""

    pieces: list[Piece[Passage]]
    passages: list[tuple[Passage, bool]]


def coded_report(conversation: Conversation) -> CodedReport:
    """Return the report of a conversation with its marks. One query."""
    rows = conversation.passages.select_related("statement__organisation")
    found = [(row, find(conversation.report, row.quote, row.near)) for row in rows]
    placed = [(row, span) for row, span in found if span]
    return CodedReport(pieces(conversation.report, placed), [(row, span is not None) for row, span in found])
