"""Makers for the actions of the uitvoeringsagenda."""

from typing import Any

from deliverables.agenda.chance.actions import Weeks, estimate_measure
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.actions.around import PartyIn
from deliverables.agenda.measures.actions.chapters import add_chapter, change_chapter
from deliverables.agenda.measures.actions.measures import MeasureData, change_measure, propose_measure
from deliverables.agenda.measures.actions.states import change_measure_status
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure
from deliverables.agenda.moving.actions.moves import enter_dates, move_measure, undo_batch
from deliverables.agenda.moving.actions.proposals import (
    ask_other_areas,
    call_off_requests,
    decline_proposal,
    propose_dates,
    take_over,
    withdraw_proposal,
)
from deliverables.agenda.moving.models import DateProposal, PlanBatch
from deliverables.agenda.moving.queries.preview import Reckoned, reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.actions.conditions import (
    ConditionFacts,
    add_condition,
    change_condition,
    link_condition,
    set_condition_state,
    unlink_condition,
)
from deliverables.agenda.plan.actions.deadlines import add_deadline, change_deadline, remove_deadline
from deliverables.agenda.plan.actions.dependencies import (
    Tie,
    add_dependency,
    answer_dependency,
    change_dependency,
    remove_dependency,
)
from deliverables.agenda.plan.enums import ConditionState, DependencyState
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureDeadline
from deliverables.agenda.reports.actions.reporting import Said, report_status
from deliverables.agenda.reports.enums import Axis, Word
from deliverables.agenda.versions.actions import freeze_agenda, retry_agenda_version
from deliverables.agenda.versions.models import AgendaVersion
from novex_portal.toolkit.models import PdfStatus
from tests.deliverables.agenda.factories import make_condition, make_deadline, make_dependency, make_measure
from tests.factories import make_area
from tests.makers.ground import Ground, Makers

_TIE = Tie("Eerst het ontwerp")


def _measure(ground: Ground) -> Any:
    return make_measure(ground.area, created_by=ground.author)


def _tie(ground: Ground) -> Dependency:
    return make_dependency(_measure(ground), _measure(ground))


def _asked(ground: Ground) -> Dependency:
    elsewhere = make_measure(make_area("elders"), created_by=ground.author)
    return make_dependency(elsewhere, _measure(ground), state=DependencyState.PROPOSED, proposed_in=elsewhere.area)


def _condition(ground: Ground) -> ExternalCondition:
    return make_condition(ground.area, created_by=ground.author)


def _linked(ground: Ground) -> dict[str, Any]:
    measure = _measure(ground)
    return {"condition": make_condition(ground.area, measure), "measure": measure}


def _deadline(ground: Ground) -> MeasureDeadline:
    return make_deadline(_measure(ground), ground.tomorrow)


PLAN: Makers = {
    add_dependency: lambda g: {"area": g.area, "before": _measure(g), "after": _measure(g), "tie": _TIE},
    change_dependency: lambda g: {"dependency": _tie(g), "version": 1, "tie": _TIE},
    answer_dependency: lambda g: {"dependency": _asked(g), "version": 1, "confirms": True},
    remove_dependency: lambda g: {"dependency": _tie(g), "version": 1},
    add_condition: lambda g: {"area": g.area, "facts": ConditionFacts("Stikstofruimte")},
    change_condition: lambda g: {"condition": _condition(g), "version": 1, "facts": ConditionFacts("Netcapaciteit")},
    set_condition_state: lambda g: {"condition": _condition(g), "version": 1, "state": ConditionState.MET},
    link_condition: lambda g: {"condition": _condition(g), "measure": _measure(g)},
    unlink_condition: _linked,
    add_deadline: lambda g: {"measure": _measure(g), "day": g.tomorrow, "why": "Subsidie"},
    change_deadline: lambda g: {"deadline": _deadline(g), "version": 1, "day": g.today, "why": "Subsidie"},
    remove_deadline: lambda g: {"deadline": _deadline(g), "version": 1},
}


def _proposal(ground: Ground) -> dict[str, Any]:
    data = MeasureData(ground.the(AgendaChapter), "Nieuwe maatregel")
    return {"area": ground.area, "data": data, "start": read_date("2027"), "end": read_date("2028")}


def _changed(ground: Ground) -> dict[str, Any]:
    measure = ground.the(Measure)
    parties = [PartyIn(PartyPart.LEAD, ground.signer)]
    data = MeasureData(measure.chapter, "Andere titel", parties=parties)
    return {"measure": measure, "version": 1, "data": data}


MEASURES: Makers = {
    add_chapter: lambda g: {"area": g.area, "title": "Natuur", "letter": "N"},
    change_chapter: lambda g: {
        "chapter": g.the(AgendaChapter),
        "version": 1,
        "title": "Water",
        "letter": "W",
        "place": 1,
    },
    propose_measure: _proposal,
    change_measure: _changed,
    change_measure_status: lambda g: {"measure": g.the(Measure), "version": 1, "status": MeasureStatus.RUNNING},
}
CHANCE: Makers = {
    estimate_measure: lambda g: {"measure": _measure(g), "version": 1, "weeks": Weeks(), "new_driver": "Grond"},
}
REPORTS: Makers = {
    report_status: lambda g: {
        "measure": _measure(g),
        "as_of": g.today,
        "said": [Said(axis, Word.AS_EXPECTED) for axis in Axis],
    },
}


def _failed(ground: Ground) -> dict[str, Any]:
    version = ground.the(AgendaVersion, "agenda_version")
    AgendaVersion.objects.filter(pk=version.pk).update(status=PdfStatus.FAILED, error="Te lang")
    return {"version": version}


VERSIONS: Makers = {
    freeze_agenda: lambda g: {"area": g.area, "reason": "Voor het overleg"},
    retry_agenda_version: _failed,
}
_LATER = Dates(read_date("2029"), read_date("Q2 2030"))
_WHY = "De grond is later vrij."


def _reckoned(ground: Ground) -> Reckoned:
    """A measure that goes to other dates, and one elsewhere that waits for it."""
    own, elsewhere = _measure(ground), make_measure(make_area("elders"), created_by=ground.author)
    make_dependency(own, elsewhere)
    return reckon(own, _LATER)


def _moving(ground: Ground) -> dict[str, Any]:
    found = _reckoned(ground)
    return {"measure": found.measure, "dates": _LATER, "reason": _WHY, "seen": found.mark, "push": True}


def _batch(ground: Ground) -> PlanBatch:
    return move_measure(actor=ground.author, **_moving(ground))


def _date_proposal(ground: Ground, actor: Any = None) -> DateProposal:
    return propose_dates(measure=_measure(ground), actor=actor or ground.author, dates=_LATER, reason=_WHY)


MOVING: Makers = {
    move_measure: _moving,
    enter_dates: lambda g: {
        "area": g.area,
        "reason": "Uit een bestand",
        "moves": [(_measure(g), Dates(read_date("2029"), read_date("2030")), None)],
    },
    undo_batch: lambda g: {"batch": _batch(g)},
    propose_dates: lambda g: {"measure": _measure(g), "dates": _LATER, "reason": _WHY},
    decline_proposal: lambda g: {"proposal": _date_proposal(g), "version": 1, "answer": "Het geld vervalt dan."},
    withdraw_proposal: lambda g: {"proposal": _date_proposal(g, g.actor), "version": 1},
    take_over: lambda g: {"proposal": _date_proposal(g), "dates": _LATER},
    ask_other_areas: lambda g: {"batch": _batch(g), "reckoned": _reckoned(g)},
    call_off_requests: lambda g: {"batch": _batch(g)},
}
MAKERS: Makers = PLAN | MEASURES | CHANCE | REPORTS | VERSIONS | MOVING
