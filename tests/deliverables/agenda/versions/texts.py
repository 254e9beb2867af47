"""Frozen agendas for tests of what is pure."""

from datetime import UTC, date, datetime
from typing import Any

from deliverables.agenda.versions.rules.snapshot import AgendaText, ChapterText, MeasureText

FROZEN_AT = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def make_measure_text(code: str = "ZL-W01", **fields: Any) -> MeasureText:
    values = {
        "id": code,
        "code": code,
        "title": f"Maatregel {code}",
        "result": "Het dal krijgt ruimte.",
        "kind": "actie",
        "phase": "nvt",
        "start": date(2027, 1, 4),
        "start_precision": "dag",
        "end": date(2027, 12, 31),
        "end_precision": "dag",
        "status": "gepland",
        **fields,
    }
    return MeasureText(**values)


def make_agenda_text(*measures: MeasureText, number: int = 1, **fields: Any) -> AgendaText:
    values = {
        "area": "Zuid-Limburg",
        "area_slug": "zuid-limburg",
        "number": number,
        "reason": "",
        "checkpoint": "",
        "frozen_at": FROZEN_AT,
        "frozen_by": "Planningsgroep, provincie Limburg",
        "chapters": (ChapterText("W", "Water en bodem", measures),),
        **fields,
    }
    return AgendaText(**values)
