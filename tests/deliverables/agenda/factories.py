"""Rows of the uitvoeringsagenda for tests, and the worked example of the rules as rows."""

from datetime import date
from itertools import count
from typing import Any

from areas.imports.enums import ImportStatus
from areas.models import Area, Organisation, User
from deliverables.agenda.exchange.models import AgendaImport
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure, MeasureParty
from deliverables.agenda.plan.enums import DependencyKind, DependencyState
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureCondition, MeasureDeadline
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.reports.models import StatusReport
from novex_portal.toolkit.ids import uuid7
from tests.factories import make_user

_counter = count(1)


def make_chapter(area: Area, letter: str = "W", **fields: Any) -> AgendaChapter:
    values = {"title": f"Hoofdstuk {letter}", "position": ord(letter) - 64, **fields}
    return AgendaChapter.objects.get_or_create(area=area, letter=letter, defaults=values)[0]


def make_measure(
    area: Area,
    code: str = "",
    *,
    start: date = date(2027, 1, 4),
    end: date = date(2027, 12, 31),
    lead: Organisation | None = None,
    **fields: Any,
) -> Measure:
    """Make a planned measure; `code` is its letter and number, such as "W03"."""
    code = code or f"W{next(_counter) + 100}"
    values = {"title": f"Maatregel {code}", "status": MeasureStatus.PLANNED, **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    chapter = values.pop("chapter", None) or make_chapter(area, code[0])
    full = f"{area.code}-{code}"
    measure = Measure.objects.create(area=area, chapter=chapter, code=full, start=start, end=end, **values)
    if lead:
        MeasureParty.objects.create(measure=measure, organisation=lead, part=PartyPart.LEAD)
    return measure


def make_dependency(
    before: Measure, after: Measure, kind: str = DependencyKind.FINISH_START, **fields: Any
) -> Dependency:
    values = {"why": "Eerst het een, dan het ander", "state": DependencyState.CONFIRMED, **fields}
    values.setdefault("proposed_by", before.created_by)
    values.setdefault("proposed_in", after.area)
    return Dependency.objects.create(before=before, after=after, kind=kind, **values)


def make_deadline(measure: Measure, day: date | None = None, **fields: Any) -> MeasureDeadline:
    values = {"why": "Zo is het afgesproken", "created_by": measure.created_by, **fields}
    return MeasureDeadline.objects.create(measure=measure, day=day, **values)


def make_condition(area: Area | None, *measures: Measure, **fields: Any) -> ExternalCondition:
    """Make a condition of the area, or of all areas, for which these measures wait."""
    values = {"title": f"Voorwaarde {next(_counter)}", **fields}
    values.setdefault("created_by", User.objects.first() or make_user())
    condition = ExternalCondition.objects.create(area=area, **values)
    MeasureCondition.objects.bulk_create(MeasureCondition(condition=condition, measure=row) for row in measures)
    return condition


def make_reports(measure: Measure, as_of: date, word: str = Word.AS_EXPECTED, **fields: Any) -> list[StatusReport]:
    """Report one word on all three lines at once."""
    values = {"reason": "" if word == Word.AS_EXPECTED else "De vergunning duurt langer", **fields}
    values.setdefault("reported_by", measure.created_by)
    at_once = {"measure": measure, "as_of": as_of, "word": word, "submission_token": uuid7(), **values}
    return [StatusReport.objects.create(axis=axis, **at_once) for axis in Axis]


def make_example(area: Area, other: Area) -> dict[str, Measure]:
    """Make the worked example of the rules as rows: six measures in the area and one in the other, by their code."""
    dates = {
        "W01": (date(2026, 1, 12), date(2026, 12, 18)),
        "W02": (date(2027, 1, 4), date(2028, 6, 30)),
        "N01": (date(2027, 4, 5), date(2029, 3, 30)),
        "L01": (date(2026, 9, 1), date(2027, 8, 31)),
        "W03": (date(2028, 9, 4), date(2030, 12, 20)),
        "W05": (date(2028, 9, 4), date(2031, 2, 28)),
    }
    made = {code: make_measure(area, code, start=start, end=end) for code, (start, end) in dates.items()}
    made["P04"] = make_measure(other, "P04", start=date(2028, 10, 2), end=date(2029, 12, 31))
    make_dependency(made["W01"], made["W02"])
    make_dependency(made["W02"], made["N01"], "SS", lag=3, unit="maand")
    make_dependency(made["L01"], made["N01"], "SS")
    make_dependency(made["W02"], made["W03"], lag=20, unit="werkdag")
    make_dependency(made["W03"], made["W05"], "FF", lag=2, unit="maand")
    make_dependency(made["W03"], made["P04"], "SS")
    make_deadline(made["W05"], date(2031, 2, 28))
    make_deadline(made["W03"], date(2030, 12, 31))
    return made


def make_agenda_import(author: User, area: Area, **fields: Any) -> AgendaImport:
    """Make a file with measures as it is once its one line was checked, past the action."""
    line = {"number": 2, "name": "Aanleg berging", "action": "new", "words": ["Komt erbij."], "changes": []}
    values = {
        "file_name": "agenda.csv",
        "rows": [{"number": 2, "values": {"titel": "Aanleg berging"}}],
        "outcome": [line],
        "counts": {"total": 1, "new": 1},
        "status": ImportStatus.CHECKED,
        **fields,
    }
    return AgendaImport.objects.create(area=area, uploaded_by=author, **values)
