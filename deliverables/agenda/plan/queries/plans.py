"""The agenda of an area as a plan to reckon with: its measures, and those of other areas they are tied to."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from areas.access import areas_visible_to, may
from areas.enums import Permission
from areas.models import Area, User
from deliverables.agenda.dates.rules.days import period
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.measures.queries.measures import measures_of
from deliverables.agenda.plan.enums import DeadlineKind, DependencyState
from deliverables.agenda.plan.models import Dependency, MeasureDeadline
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation

type LastDays = Callable[[Collection[UUID]], Iterable[Deadline]]
_SOURCES: list[LastDays] = []


def also_last_days(source: LastDays) -> None:
    """Let what stands above the agenda add last days to every plan: for areas it gives those of their measures, in one query."""
    if source not in _SOURCES:
        _SOURCES.append(source)


@dataclass(frozen=True)
class AreaPlan:
    """The plan of an area with the rows it was made of, by code; other areas it is tied to are in it whole.

    `plan` leaves out what was dropped, `measures` does not. A row is only for whoever may read its area: see
    `name_for`.
    """

    area: Area
    plan: Plan
    measures: dict[str, Measure]
    dependencies: dict[tuple[str, str, str], Dependency]

    @property
    def own(self) -> list[Measure]:
        """The measures of the area itself, in the order of the agenda, those that were dropped too."""
        return [measure for measure in self.measures.values() if measure.area_id == self.area.pk]

    def dependency(self, relation: Relation) -> Dependency:
        """Return the row a relation was made of."""
        return self.dependencies[relation.before, relation.after, relation.kind]


def plan_of(area: Area) -> AreaPlan:
    """Return the plan of an area. Six queries, however many measures, relations and areas there are."""
    areas = _tied_areas(area)
    measures = {measure.code: measure for measure in measures_of(areas)}
    dependencies = {
        (row.before.code, row.after.code, row.kind): row
        for row in Dependency.objects.filter(after__area__in=areas).select_related("before", "after")
    }
    deadlines = MeasureDeadline.objects.filter(measure__area__in=areas).select_related("measure", "checkpoint")
    last_days = [*map(deadline, deadlines), *(row for source in _SOURCES for row in source(areas))]
    plan = Plan.of(map(planned, measures.values()), map(relation, dependencies.values()), last_days)
    return AreaPlan(area, plan, measures, dependencies)


def planned(measure: Measure) -> Planned:
    """Return a measure as the rules see it; its area is the slug."""
    return Planned(
        key=measure.code,
        start=period(measure.start, measure.start_precision),
        end=period(measure.end, measure.end_precision),
        status=measure.status,
        pinned=measure.is_pinned,
        area=measure.area.slug,
    )


def relation(row: Dependency) -> Relation:
    """Return a dependency as the rules see it."""
    return Relation(row.before.code, row.after.code, row.kind, row.lag, row.unit, row.state)


def deadline(row: MeasureDeadline) -> Deadline:
    """Return a last day as the rules see it: the day itself, or that of the checkpoint."""
    if row.checkpoint:
        words = f"{row.checkpoint.name}: {row.why}"
        return Deadline(row.measure.code, row.checkpoint.date, DeadlineKind.CHECKPOINT, words)
    assert row.day is not None  # noqa: S101  the database sees to it
    return Deadline(row.measure.code, row.day, DeadlineKind.DAY, row.why)


def readable_areas(user: User) -> set[UUID]:
    """Return the areas whose measures the user may read. One query."""
    return {area.pk for area in areas_visible_to(user) if may(user, area, Permission.VIEW_AGENDA)}


def name_for(measure: Measure, readable: Iterable[UUID]) -> str:
    """Return what a measure is called for somebody: not its title when its area is not theirs to read."""
    return measure.title if measure.area_id in readable else f"Een maatregel in {measure.area.name}"


def _tied_areas(area: Area) -> list[UUID]:
    """Return the area and all that are tied to it by dependencies, also through a third."""
    across = (
        Dependency.objects.exclude(state=DependencyState.REJECTED)
        .exclude(before__area=F("after__area"))
        .values_list("before__area", "after__area")
        .distinct()
    )
    ties: dict[UUID, set[UUID]] = defaultdict(set)
    for one, other in across:
        ties[one].add(other)
        ties[other].add(one)
    found, waiting = {area.pk}, [area.pk]
    while waiting:
        for tied in ties[waiting.pop()] - found:
            found.add(tied)
            waiting.append(tied)
    return sorted(found)
