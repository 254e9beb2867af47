"""The investment agenda as a workbook: the tables of the rules, and every contribution in full."""

from collections.abc import Iterable

from deliverables.money.amounts.rules.cents import total
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.queries.money import condition_words
from deliverables.money.funding.rules.years import years_text
from deliverables.money.investments.queries.investments import AreaMoney
from deliverables.money.investments.rules.tables import tables_of
from novex_portal.toolkit.files.exports import Value, XlsxFile

LINES, CONVERSION = "Bijdragen", "Omrekening"
_CONVERSION = {"Hoe is omgerekend? De bijdragen zelf staan er in hun eigen prijspeil.": 120}
_COLUMNS = {
    "Code": 10, "Maatregel": 40, "Fonds": 32, "Instrument": 22, "Herkomst": 12, "Betaalt": 28, "Kassier": 24,
    "Gevraagd": 16, "Bijdrage": 16, "Hardheid": 16, "In natura": 10, "Prijspeil": 10, "Btw": 16,
    "Besluit van": 28, "Besloten op": 14, "Besteden tot en met": 14, "Voorwaarde": 32, "Jaren": 24, "Verplicht": 16, "Betaald": 16,
    "Toelichting": 40,
}  # fmt: skip


def workbook_of(money: AreaMoney) -> XlsxFile:
    """Return the workbook, written; who closes its file removes it."""
    tables, told = tables_of(money.investments), money.investments.conversion_sentences
    sheets = {table.name: table.columns for table in tables} | {LINES: _COLUMNS}
    with XlsxFile(sheets | ({CONVERSION: _CONVERSION} if told else {})) as book:
        for table in tables:
            for row in table.rows:
                book.add(table.name, row)
        for cells in _lines(money.lines):
            book.add(LINES, cells)
        for sentence in told:
            book.add(CONVERSION, [sentence])
    return book


def _lines(lines: Iterable[FundingLine]) -> Iterable[list[Value]]:
    for row in lines:
        yield [
            row.measure.code, row.measure.title, row.fund.name, row.fund.get_instrument_display(),
            row.get_side_display(), row.contributor.name, row.cashier.name if row.cashier else "",
            row.asked, row.amount, row.get_hardness_display(), "ja" if row.in_kind else "nee", row.price_year,
            row.get_vat_display(), row.decided_by, row.decided_on, row.last_day, condition_words(row),
            years_text((year.year, year.amount) for year in row.years.all()),
            total(year.committed for year in row.spent.all()), total(year.paid for year in row.spent.all()), row.note,
        ]  # fmt: skip
