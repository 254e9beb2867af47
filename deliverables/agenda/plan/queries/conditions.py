"""Conditions from outside as their pages show them: who goes about it, when, and which measures wait."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from areas.models import Area
from deliverables.agenda.dates.rules.days import period
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.models import ExternalCondition, MeasureCondition
from deliverables.agenda.plan.rules.checking import Verdict
from deliverables.agenda.plan.rules.conditions import in_time

_NO_LONGER = (MeasureStatus.DROPPED, MeasureStatus.DONE)


@dataclass(frozen=True)
class Waiting:
    """A measure that waits for a condition, and whether it comes in time; `verdict` is None while nobody knows."""

    measure: Measure
    verdict: Verdict | None

    @property
    def status(self) -> tuple[str, str]:
        """Return kind and words, for the tag `status`."""
        words = {
            Verdict.FITS: ("good", "Op tijd"),
            Verdict.TIGHT: ("attention", "Krap"),
            Verdict.CLASHES: ("error", "Te laat"),
        }
        return words[self.verdict] if self.verdict else ("idle", "Onbekend")


@dataclass(frozen=True)
class ConditionRow:
    """A condition with the measures of the area that wait for it."""

    condition: ExternalCondition
    waiting: list[Waiting]

    @property
    def expected(self) -> str:
        """When it is expected, in words."""
        return str(self.condition.expected or "onbekend")

    @property
    def status(self) -> tuple[str, str]:
        """Return kind and words: what it is too late or tight for, else its state."""
        if self.condition.state != ConditionState.OPEN:
            kind = "good" if self.condition.state == ConditionState.MET else "idle"
            return kind, self.condition.get_state_display()
        for verdict, kind, words in (
            (Verdict.CLASHES, "error", "Te laat voor"),
            (Verdict.TIGHT, "attention", "Krap voor"),
        ):
            if codes := [row.measure.code for row in self.waiting if row.verdict is verdict]:
                more = f" en {len(codes) - 1} meer" if len(codes) > 1 else ""
                return kind, f"{words} {codes[0]}{more}"
        return ("idle", "Open, op tijd") if self.waiting and self.condition.expected else ("idle", "Open")


def condition_rows(area: Area) -> list[ConditionRow]:
    """Return what the area may wait for: its own conditions and those of all areas, open ones first. Two queries."""
    found = ExternalCondition.objects.select_related("owner", "area").filter(Q(area=area) | Q(area=None))
    waiting = waiting_for(area, found)
    rows = [ConditionRow(row, waiting.get(row.pk, [])) for row in found]
    return sorted(rows, key=lambda row: (row.condition.state != ConditionState.OPEN, row.condition.title))


def condition_row(area: Area, condition: ExternalCondition) -> ConditionRow:
    """Return one condition with the measures of the area that wait for it. One query."""
    return ConditionRow(condition, waiting_for(area, [condition]).get(condition.pk, []))


def waiting_for(area: Area, conditions: Iterable[ExternalCondition]) -> dict[object, list[Waiting]]:
    """Return per condition the measures of the area that still wait for it, by code. One query."""
    links = MeasureCondition.objects.filter(condition__in=conditions, measure__area=area)
    links = links.exclude(measure__status__in=_NO_LONGER).select_related("measure__area", "condition")
    found: dict[object, list[Waiting]] = defaultdict(list)
    for link in links.order_by("measure__code"):
        found[link.condition_id].append(Waiting(link.measure, _verdict(link.condition, link.measure)))
    return found


def conditions_of(measure: Measure) -> list[tuple[ExternalCondition, Waiting]]:
    """Return what a measure waits for outside the agenda, with whether it comes in time. One query."""
    links = MeasureCondition.objects.filter(measure=measure).select_related("condition__owner")
    return [
        (link.condition, Waiting(measure, _verdict(link.condition, measure)))
        for link in links.order_by("condition__title")
    ]


def _verdict(condition: ExternalCondition, measure: Measure) -> Verdict | None:
    """Judge the start; what has begun waits for nothing outside any more."""
    if measure.status in (MeasureStatus.RUNNING, MeasureStatus.STOPPED, *_NO_LONGER):
        return Verdict.FITS
    expected = condition.expected.period if condition.expected else None
    return in_time(condition.state, expected, period(measure.start, measure.start_precision))
