"""The part of the thermometer that somebody asks for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import AgreementParty, Chapter
from coalition.agreement.positions.queries import ArticleLine, Cell, Thermometer
from coalition.agreement.thermometer.rules import rubs, short_words


@dataclass(frozen=True)
class PartyLine:
    """One article with where one party stands on it."""

    line: ArticleLine
    cell: Cell


@dataclass(frozen=True)
class PrintedLine:
    """One article on paper: a word in each column."""

    line: ArticleLine
    words: list[str]


def narrowed(found: Thermometer, *, chapter: UUID | None, only_rubs: bool) -> Thermometer:
    """Return the thermometer with the articles that are asked for; what it finds of all of them stays. No query."""
    lines = [
        line
        for line in found.lines
        if chapter in {None, line.article.chapter_id} and (not only_rubs or rubs(_signing(line)))
    ]
    return replace(found, lines=lines)


def chapters_of(found: Thermometer) -> list[Chapter]:
    """Return the chapters that have articles, in their order. No query."""
    return list({line.article.chapter_id: line.article.chapter for line in found.lines}.values())


def one_party(found: Thermometer, mine: Collection[UUID], asked: UUID | None) -> AgreementParty | None:
    """Return the party that is looked at by itself: the one asked for, else one's own, else the first."""
    by_id = {party.organisation_id: party for party in found.parties}
    first = next((party for party in found.parties if party.organisation_id in mine), None)
    return (by_id.get(asked) if asked else None) or first or next(iter(found.parties), None)


def lines_of(lines: Iterable[ArticleLine], party: AgreementParty | None) -> list[PartyLine]:
    """Return where one party stands on each of these articles."""
    return [PartyLine(line, cell) for line in lines for cell in line.cells if cell.party == party]


def printed_chapters(found: Thermometer, parties: Sequence[AgreementParty]) -> list[tuple[Chapter, list[PrintedLine]]]:
    """Return each chapter with its articles, and a word for each of these parties."""
    columns = {party.pk for party in parties}
    printed: dict[Chapter, list[PrintedLine]] = {}
    for line in found.lines:
        words = [short_words(cell.position) for cell in line.cells if cell.party.pk in columns]
        printed.setdefault(line.article.chapter, []).append(PrintedLine(line, words))
    return list(printed.items())


def _signing(line: ArticleLine) -> list[Cell]:
    return [cell for cell in line.cells if cell.party.role == PartyRole.SIGNATORY]
