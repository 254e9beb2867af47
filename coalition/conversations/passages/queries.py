"""Reading the marked passages of a report."""

from dataclasses import dataclass

from coalition.conversations.passages.enums import PassageMark
from coalition.conversations.passages.models import Passage
from coalition.conversations.passages.rules import Piece, Report, pieces
from coalition.conversations.recording.models import Conversation

LEFT_OUT = "[…]"


@dataclass(frozen=True)
class CodedReport:
    """A report cut at its marks, and the passages, each with whether its words still stand there."""

    pieces: list[Piece[Passage]]
    passages: list[tuple[Passage, bool]]


def coded_report(conversation: Conversation) -> CodedReport:
    """Return the report of a conversation with its marks. One query."""
    rows = conversation.passages.select_related("statement__organisation")
    report = Report(conversation.report)
    found = [(row, report.find(row.quote, row.near)) for row in rows]
    placed = [(row, span) for row, span in found if span]
    return CodedReport(pieces(conversation.report, placed), [(row, span is not None) for row, span in found])


def report_to_send(conversation: Conversation) -> str:
    """Return the report without what was marked as somebody's own opinion or as confidential to a company.

    To begin a summary with for somebody outside; the writer still reads it before it goes. One query.
    """
    kept = coded_report(conversation).pieces
    return "".join(LEFT_OUT if _is_private(piece) else piece.text for piece in kept)


def _is_private(piece: Piece[Passage]) -> bool:
    return any(passage.mark in {PassageMark.PERSONAL, PassageMark.COMMERCIAL} for passage in piece.marks)
