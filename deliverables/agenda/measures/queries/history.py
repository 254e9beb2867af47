"""Who changed what of a measure, field by field."""

from areas.models import Challenge, Person
from coalition.models import Ambition, Article, Decision
from deliverables.agenda.measures.models import (
    AgendaChapter,
    Measure,
    MeasureAmbition,
    MeasureArticle,
    MeasureChallenge,
    MeasureDecision,
    MeasureParty,
    MeasureProgramme,
)
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_MEASURE = {
    "title": "titel",
    "result": "resultaat",
    "chapter_id": "hoofdstuk",
    "kind": "soort",
    "phase": "fase",
    "start": "begin",
    "start_precision": "begin is een",
    "end": "eind",
    "end_precision": "eind is een",
    "pin_reason": "datums liggen vast",
    "status": "stand",
    "drop_reason": "waarom vervallen",
    "shortest": "kortste tijd in weken",
    "likely": "waarschijnlijkste tijd in weken",
    "longest": "langste tijd in weken",
    "longest_reason": "waardoor het lang kan duren",
}
_PARTY = {"part": "rol", "organisation_id": "partij", "executive_id": "bestuurder", "contact_id": "aanspreekpunt"}
_CALLED = {
    AgendaChapter: "title",
    Article: "title",
    Ambition: "title",
    Challenge: "title",
    Decision: "title",
    Person: "role",
}


def changes_of_measure(measure: Measure) -> list[Change]:
    """Return who changed what of a measure and when, newest first; a fixed number of queries."""
    own = {"measure_id": measure.pk}
    return history(
        [
            Part(Measure, {"id": measure.pk}, _MEASURE),
            Part(MeasureParty, own, _PARTY, _party),
            Part(MeasureArticle, own, {"article_id": "artikel"}, _linked),
            Part(MeasureAmbition, own, {"ambition_id": "ambitie"}, _linked),
            Part(MeasureChallenge, own, {"challenge_id": "opgave"}, _linked),
            Part(MeasureProgramme, own, {"programme_id": "programma"}, _linked),
            Part(MeasureDecision, own, {"decision_id": "besluit"}, _linked),
        ],
        called=_CALLED,
    )


def _party(words: Words) -> str:
    return f"{words['rol']}: {words['partij']}"


def _linked(_words: Words) -> str:
    return "Gekoppeld"
