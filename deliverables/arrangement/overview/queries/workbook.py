"""The agreements of an area as a workbook."""

from deliverables.arrangement.overview.rules.sheet import Sheet
from deliverables.arrangement.overview.rules.tables import tables_of
from novex_portal.toolkit.files.exports import XlsxFile


def workbook_of(sheet: Sheet) -> XlsxFile:
    """Return the workbook, written; who closes its file removes it."""
    tables = tables_of(sheet)
    with XlsxFile({table.name: table.columns for table in tables}) as book:
        for table in tables:
            for row in table.rows:
                book.add(table.name, row)
    return book
