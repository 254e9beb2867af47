"""The investment agenda as tables to the cent: what the workbook holds and what stands on paper. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from deliverables.money.funding.rules.spending import Spending
from deliverables.money.funding.rules.sums import Sums
from deliverables.money.funds.enums import Side
from deliverables.money.investments.rules.agenda import Investments, Part, Row
from novex_portal.toolkit.text import dutch

type Cell = str | Decimal | None

MEASURES, ORIGINS, YEARS, ASKED = "Per maatregel", "Per herkomst", "Per jaar", "Gevraagd en gekregen"
SPENT, SPENT_YEARS = "Verplicht en betaald", "Verplicht en betaald per jaar"
TOTAL, NOT_SPREAD = "Samen", "niet verdeeld"
_SUMS = {"Hard": 16, "Zacht": 16, "Voorwaardelijk": 16, "Wens": 16}


@dataclass(frozen=True)
class Table:
    """A table: its name, its columns with their width in letters, and its rows; the last ones are totals."""

    name: str
    columns: dict[str, int]
    rows: list[list[Cell]]

    @property
    def bases(self) -> list[str]:
        """On which bases its amounts are said; the first cell of a row says which."""
        return list(dict.fromkeys(str(row[0]) for row in self.rows))

    def on_paper(self, basis: str) -> "Paper":
        """Return the rows of one basis as they stand on paper, where the basis is said once, above them."""
        rows = [row[1:] for row in self.rows if row[0] == basis]
        numbers = [any(isinstance(cell, Decimal) for cell in column) for column in zip(*rows, strict=True)]
        heads = [(name, _kind(name, number)) for name, number in zip(list(self.columns)[1:], numbers, strict=True)]
        return Paper(basis, heads, [[(_words(cell), isinstance(cell, Decimal)) for cell in row] for row in rows])


@dataclass(frozen=True)
class Paper:
    """A table on paper: its heads, each with what it is, and its rows, each cell with whether it is a number."""

    basis: str
    heads: list[tuple[str, str]]
    rows: list[list[tuple[str, bool]]]


def tables_of(agenda: Investments) -> list[Table]:
    """Return all of it. Every row says of which basis it is, and every basis has its own total."""
    measures = {"Prijspeil en btw": 28, "Code": 10, "Maatregel": 40, "Raming": 16, **_SUMS}
    measures |= {"Tekort": 16, "Tekort als alles doorgaat": 16, "Nog geen bron": 16, "Over": 16}
    spent = {
        "Prijspeil en btw": 28,
        "Code": 10,
        "Maatregel": 40,
        "Hard": 16,
        "Verplicht": 16,
        "Nog niet verplicht": 16,
    }
    spent |= {"Betaald": 16, "Meer verplicht dan hard": 16}
    return [
        Table(MEASURES, measures, [row for part in agenda.parts for row in _measures(part)]),
        Table(ORIGINS, _columns("Herkomst"), [row for part in agenda.parts for row in _origins(part)]),
        Table(YEARS, _columns("Jaar"), [row for part in agenda.parts for row in _years(part)]),
        Table(SPENT, spent, [row for part in agenda.parts for row in _spent(part)]),
        Table(
            SPENT_YEARS,
            {"Prijspeil en btw": 28, "Jaar": 24, "Verplicht": 16, "Betaald": 16},
            [row for part in agenda.parts for row in _spent_years(part)],
        ),
        Table(
            ASKED,
            {"Prijspeil en btw": 28, "Fonds": 40, "Herkomst": 12, "Gevraagd": 16, "Gekregen": 16, "Verschil": 16, "Besluit": 20},
            [row for part in agenda.parts for row in _asked(part)],
        ),
    ]  # fmt: skip


def _columns(first: str) -> dict[str, int]:
    return {"Prijspeil en btw": 28, first: 24, **_SUMS}


def _measures(part: Part) -> Iterable[list[Cell]]:
    for row in part.rows:
        yield [str(part.basis), row.key, row.title, *_of_row(row)]
    if part.rows:
        whole = part.total
        short: list[Cell] = [whole.short, whole.short_if_all, whole.no_source, whole.over]
        if any(row.coverage.is_mixed for row in part.rows):
            short = [None] * 4  # what is short of a mixed basis cannot be said
        yield [str(part.basis), "", TOTAL, whole.estimate, *_of_sums(whole.sums), *short]


def _of_row(row: Row) -> list[Cell]:
    found = row.coverage
    over = None if found.short is None else found.over
    return [found.estimate, *_of_sums(found.sums), found.short, found.short_if_all, found.no_source, over]


def _of_sums(sums: Sums) -> list[Cell]:
    return [sums.hard, sums.soft, sums.conditional, sums.wish]


def _origins(part: Part) -> Iterable[list[Cell]]:
    for side, sums in part.by_side.items():
        yield [str(part.basis), str(Side(side).label), *_of_sums(sums)]
    yield [str(part.basis), TOTAL, *_of_sums(part.total.sums)]


def _years(part: Part) -> Iterable[list[Cell]]:
    for year, sums in part.by_year.items():
        yield [str(part.basis), NOT_SPREAD if year is None else str(year), *_of_sums(sums)]
    yield [str(part.basis), TOTAL, *_of_sums(part.total.sums)]


def _spent(part: Part) -> Iterable[list[Cell]]:
    if not part.spending.is_any:  # nobody keeps it here: a table of noughts would say that nothing was spent
        return
    for row in part.rows:
        if row.spending.hard or row.spending.is_any:
            yield [str(part.basis), row.key, row.title, *_of_spending(row.spending)]
    yield [str(part.basis), "", TOTAL, *_of_spending(part.spending)]


def _of_spending(found: Spending) -> list[Cell]:
    return [found.hard, found.committed, found.left, found.paid, found.beyond]


def _spent_years(part: Part) -> Iterable[list[Cell]]:
    for year, (committed, paid) in part.spent_by_year.items():
        yield [str(part.basis), str(year), committed, paid]
    if part.spending.is_any:
        yield [str(part.basis), TOTAL, part.spending.committed, part.spending.paid]


def _asked(part: Part) -> Iterable[list[Cell]]:
    for row in part.asked:
        words = "nog geen besluit" if row.is_open else ""
        yield [str(part.basis), row.fund, str(Side(row.side).label), row.asked, row.granted, row.difference, words]


def _kind(name: str, is_number: bool) -> str:
    return "number" if is_number else "code" if name == "Code" else "what" if name in {"Maatregel", "Fonds"} else ""


def _words(cell: Cell) -> str:
    return "–" if cell is None else dutch.number(cell, 2) if isinstance(cell, Decimal) else cell
