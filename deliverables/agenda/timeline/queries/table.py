"""The agenda as the rows of a file."""

from collections.abc import Iterator
from datetime import date

from areas.models import Area
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import MeasureParty
from deliverables.agenda.measures.rules.grouping import Wanted, chosen
from deliverables.agenda.timeline.queries.sheet import Sheet, sheet_of
from novex_portal.toolkit.files.exports import Value

HEADINGS = (
    "Code",
    "Titel",
    "Hoofdstuk",
    "Soort",
    "Fase",
    "Begin",
    "Eind",
    "Stand",
    "Vraagt aandacht",
    "Trekker",
    "Partners",
    "Financiers",
    "Bevoegd gezag",
    "Resultaat",
    "Wacht op",
)


def agenda_table(area: Area, today: date, wanted: Wanted) -> Iterator[list[Value]]:
    """Yield a line per measure somebody wants to see, in the order of the agenda."""
    sheet = sheet_of(area, today)
    return (_line(sheet, row.key) for row in chosen(sheet.facts, wanted))


def _line(sheet: Sheet, code: str) -> list[Value]:
    measure = sheet.measures[code]
    parties = sheet.parties.get(measure.pk, [])
    waits = sorted({row.before for row in sheet.plan.plan.into.get(code, ())})
    return [
        code,
        measure.title,
        measure.chapter.title,
        measure.get_kind_display(),
        measure.get_phase_display(),
        str(measure.starts),
        str(measure.ends),
        measure.get_status_display(),
        " ".join(remark.sentence for remark in sheet.remarks.get(code, ())),
        *(_named(parties, part) for part in PartyPart),
        measure.result,
        ", ".join(waits),
    ]


def _named(parties: list[MeasureParty], part: str) -> str:
    return "; ".join(row.organisation.name for row in parties if row.part == part)
