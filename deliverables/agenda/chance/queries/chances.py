"""What the chance of a deadline is reckoned from, and how it is shown: the gate first, then the answer with its causes."""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any
from uuid import UUID

from django.urls import reverse

from areas.access import may, own_organisations
from areas.enums import Permission
from areas.models import Area, User
from deliverables.agenda.chance.models import ChanceRun, MeasureDriver
from deliverables.agenda.chance.rules import (
    RUNS,
    Estimate,
    Gap,
    gain_words,
    gaps,
    on_the_way,
    percent_words,
    seed_of,
)
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.measures import lead
from deliverables.agenda.plan.models import MeasureDeadline
from deliverables.agenda.plan.queries.plans import AreaPlan, deadline, name_for, plan_of, readable_areas
from deliverables.agenda.plan.rules.plan import Deadline
from deliverables.agenda.versions.models import AgendaVersion
from novex_portal.toolkit.text.dutch import short_date

LEAST_GAIN = 0.5
"""Points below which a cause is not worth naming."""


@dataclass(frozen=True)
class Question:
    """A last day of a measure, with all that the chance of keeping it is reckoned from."""

    row: MeasureDeadline
    plan: AreaPlan
    estimates: dict[str, Estimate]
    version: int
    today: date

    @cached_property
    def deadline(self) -> Deadline:
        return deadline(self.row)

    @cached_property
    def way(self) -> list[str]:
        """The unfinished measures that lead to it."""
        return on_the_way(self.plan.plan, self.deadline)

    @cached_property
    def gaps(self) -> list[Gap]:
        """What stands in the way of an answer. A pin without a reason cannot be: the table refuses it."""
        return gaps(self.plan.plan, self.deadline, self.estimates)

    @property
    def seed(self) -> int:
        """The seed that belongs to this version of the agenda and this moment."""
        moment = self.row.checkpoint_id or self.deadline.day.isoformat()
        return seed_of(f"{self.plan.area.code} {self.version}.0", moment)

    @cached_property
    def asked(self) -> str:
        """The fingerprint of all that goes in: with the same, the answer is the same."""
        plan, way = self.plan.plan, self.way
        begun = any(plan.measures[key].has_begun for key in way)
        parts: list[object] = [RUNS, self.seed, self.deadline.measure, self.deadline.day, self.today if begun else ""]
        for key in way:
            estimate = self.estimates.get(key)
            parts += [plan.measures[key], estimate and (estimate.shortest, estimate.likely, estimate.longest)]
            parts += sorted(estimate.drivers) if estimate else []
        parts += sorted(map(repr, (row for row in plan.relations if {row.before, row.after} <= set(way))))
        return hashlib.sha256("\x1f".join(map(repr, parts)).encode()).hexdigest()

    @property
    def run(self) -> ChanceRun | None:
        """The answer to just this question, when it is there."""
        run: ChanceRun | None = getattr(self.row, "chance_run", None)
        return run if run and run.asked == self.asked and run.answered_at else None

    @property
    def waits(self) -> bool:
        """Whether it can be reckoned, and was not yet."""
        return not self.gaps and self.run is None


@dataclass(frozen=True)
class Missing:
    """A measure that keeps the gate shut; the address where an estimate is given, when the reader may."""

    code: str
    title: str
    url: str


@dataclass(frozen=True)
class Standing:
    """What the page says of one last day."""

    measure: Measure
    when: str
    why: str
    unknown: tuple[str, ...]
    missing: tuple[Missing, ...]
    waits: bool
    words: str
    causes: tuple[str, ...]


def questions_of(area: Area, today: date) -> list[Question]:
    """Return the questions of an area: its last days of measures that still have to be ready. Nine queries."""
    plan = plan_of(area)
    own = MeasureDeadline.objects.filter(measure__area=area).select_related("measure", "checkpoint", "chance_run")
    estimates = _estimates(plan)
    version = AgendaVersion.objects.filter(area=area).order_by("-number").values_list("number", flat=True).first()
    found = [
        Question(row, plan, estimates, version or 0, today)
        for row in own
        if row.measure.code in plan.plan.measures and not plan.plan.measures[row.measure.code].is_done
    ]
    return sorted(found, key=lambda question: (question.deadline.day, question.row.measure.code))


def standings(questions: Iterable[Question], user: User) -> list[Standing]:
    """Return what to show somebody."""
    readable = readable_areas(user)
    return [_standing(question, readable, user) for question in questions]


def estimate_words(measure: Measure) -> str:
    """Return the estimate of a measure for who sees what somebody else saved."""
    if measure.likely is None:
        return "Geen schatting."
    times = (measure.shortest, measure.likely, measure.longest)
    weeks = ", ".join(f"{time.normalize():f}".replace(".", ",") for time in times if time is not None)
    return f"Kortste, waarschijnlijkste en langste tijd in weken: {weeks}. {measure.longest_reason}"


def _standing(question: Question, readable: Collection[UUID], user: User) -> Standing:
    row, measures = question.row, question.plan.measures
    missing = dict.fromkeys(key for gap in question.gaps for key in gap.measures)
    answer = question.run.answer if question.run else {}
    when = short_date(question.deadline.day)
    return Standing(
        measure=measures[row.measure.code],
        when=f"{row.checkpoint.name}, {when}" if row.checkpoint else when,
        why=row.why,
        unknown=tuple(gap.words for gap in question.gaps),
        missing=tuple(_missing(measures[key], readable, user) for key in missing),
        waits=question.waits,
        words=percent_words(answer["percent"]) if answer else "",
        causes=tuple(_cause(cause, answer["percent"]) for cause in answer["causes"]) if answer else (),
    )


def _missing(measure: Measure, readable: Collection[UUID], user: User) -> Missing:
    url = ""
    if _may_estimate(user, measure):
        url = reverse("measure-estimate", args=[measure.area.slug, measure.pk])
    elif measure.area_id in readable:
        url = measure.get_absolute_url()
    return Missing(measure.code, name_for(measure, readable), url)


def _may_estimate(user: User, measure: Measure) -> bool:
    return may(user, measure.area, Permission.EDIT_AGENDA) or lead(measure) in own_organisations(user, measure.area)


def _cause(cause: dict[str, Any], percent: float) -> str:
    alone = cause["name"] in cause["keys"]
    what = f"als {cause['name']} niet uitloopt" if alone else f"als “{cause['name']}” niet tegenzit"
    where = "" if alone else f" ({', '.join(cause['keys'])})"
    return f"{what}{where}: {gain_words(percent, cause['gain'])}"


def _estimates(plan: AreaPlan) -> dict[str, Estimate]:
    drivers: dict[UUID, set[str]] = defaultdict(set)
    links = MeasureDriver.objects.filter(measure__in=[row.pk for row in plan.measures.values()])
    for measure, name in links.values_list("measure_id", "driver__name"):
        drivers[measure].add(name)
    return {
        code: Estimate(float(row.shortest), float(row.likely), float(row.longest), frozenset(drivers[row.pk]))
        for code, row in plan.measures.items()
        if row.shortest is not None and row.likely is not None and row.longest is not None
    }
