"""Reading what waits for what, for somebody who may not read every area."""

from dataclasses import dataclass

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency
from deliverables.agenda.plan.queries.plans import name_for, readable_areas
from deliverables.agenda.plan.rules.checking import ring
from deliverables.agenda.plan.rules.plan import Relation
from deliverables.agenda.plan.rules.words import relation_words

STATE_KINDS: dict[str, str] = {
    DependencyState.PROPOSED: "idle",
    DependencyState.CONFIRMED: "good",
    DependencyState.REJECTED: "attention",
}


def asked_area(dependency: Dependency) -> Area | None:
    """Return the area that answers a proposal: the one that did not make it; None when both are one area."""
    areas = [dependency.before.area, dependency.after.area]
    if areas[0] == areas[1]:
        return None
    return areas[1] if areas[0].pk == dependency.proposed_in_id else areas[0]


def ring_words(before: Measure, after: Measure, reader: User) -> str:
    """Return the ring that would close when `after` waits for `before`, in words for a reader; "" when none does.

    Over all areas: a ring may run through one that the reader does not know. What they may not read has no code.
    """
    ties = Dependency.objects.exclude(state=DependencyState.REJECTED).values_list("before__code", "after__code")
    found = ring((Relation(one, other) for one, other in ties), Relation(before.code, after.code))
    if not found:
        return ""
    rows = Measure.objects.filter(code__in=found).select_related("area")
    readable = readable_areas(reader)
    names = {row.code: row.code if row.area_id in readable else f"een maatregel in {row.area.name}" for row in rows}
    return " → ".join(names[code] for code in found)


@dataclass(frozen=True)
class TiePage:
    """What the pages about one dependency say of it to a reader."""

    before: str
    after: str
    words: str
    own: Measure
    asked: Area | None
    state: tuple[str, str]


def tie_page(dependency: Dependency, area: Area, reader: User) -> TiePage:
    """Return a dependency in words for somebody who reads it from this area. Two queries."""
    readable = readable_areas(reader)
    before, after = dependency.before, dependency.after
    return TiePage(
        before=f"{before.code} {name_for(before, readable)}",
        after=f"{after.code} {name_for(after, readable)}",
        words=relation_words(dependency.kind, dependency.lag, dependency.unit, before.code),
        own=own_side(dependency, area),
        asked=asked_area(dependency),
        state=(STATE_KINDS[dependency.state], dependency.get_state_display()),
    )


def own_side(dependency: Dependency, area: Area) -> Measure:
    """Return the measure of this area in a dependency: the one that waits, when both are of it."""
    after = dependency.after
    return after if after.area_id == area.pk else dependency.before
