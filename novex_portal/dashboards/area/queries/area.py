"""The dashboard of one area, in eight queries beside the door."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from areas.access import limits_for, permissions
from areas.enums import Permission
from areas.models import Area, User
from coalition.planning_group.speaking.rules import heard_legend
from coalition.trail.progress.queries import coalition_facts
from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.relations import relation_meter
from coalition.trail.progress.rules.steps import State, StepState, furthest_step, step_states
from deliverables.agenda.timeline.queries.standing import Standing, standing_of
from deliverables.checkpoints.rules import pressure_meter
from novex_portal.dashboards.area.queries.asks import Ask, area_asks
from novex_portal.dashboards.area.queries.changes import Change, latest_changes
from novex_portal.dashboards.area.queries.moments import Moments, area_moments
from novex_portal.dashboards.area.queries.profile import AreaProfile, area_profile
from novex_portal.dashboards.area.queries.support import KindRow, TextRow, kind_rows, text_rows
from novex_portal.toolkit.few import Limits
from novex_portal.toolkit.meters import Meter

STEP_LOOKS = {State.DONE: ("done", "good"), State.RUNNING: ("running", "busy"), State.IDLE: ("later", "idle")}


@dataclass(frozen=True)
class StepLine:
    """A step with the pages where its evidence stands, as far as this user may open them."""

    step: StepState
    is_current: bool
    evidence: list[tuple[str, str]]

    @property
    def look(self) -> str:
        """The variant of the step in the style sheet."""
        running_now = self.is_current and self.step.state is State.RUNNING
        return "current" if running_now else STEP_LOOKS[self.step.state][0]

    @property
    def words(self) -> str:
        """Afgerond, Loopt, Nog niet gestart; Nu for the furthest step that is not finished."""
        return "Nu" if self.look == "current" else str(self.step.state)

    @property
    def status_kind(self) -> str:
        return STEP_LOOKS[self.step.state][1]


@dataclass(frozen=True)
class AreaDashboard:
    """All that stands on the dashboard of an area."""

    profile: AreaProfile
    facts: CoalitionFacts
    steps: list[StepLine]
    current_step: int
    relations: Meter
    pressure: Meter
    moments: Moments
    kinds: list[KindRow]
    ambitions: list[TextRow]
    articles: list[TextRow]
    backing_legend: str
    changes: list[Change]
    asks: list[Ask]
    limits: Limits
    agenda: Standing | None

    @property
    def hides_numbers(self) -> bool:
        """Whether some kind of party is too small to show its numbers."""
        return any(None in (row.conversations, row.statements) for row in self.kinds)


def area_dashboard(area: Area, user: User, today: date) -> AreaDashboard:
    """Return the dashboard as this user may see it. Eight queries, whatever the data."""
    granted = permissions(user, area)
    facts = coalition_facts(today, area.pk)[area.pk]
    steps = step_states(facts)
    moments = area_moments(area, user, today)
    limits = limits_for(user, area)
    may_read = Permission.READ_PLANNING_LEVEL in granted
    ambitions, articles = text_rows(area, may_read=may_read)
    return AreaDashboard(
        profile=area_profile(area),
        facts=facts,
        steps=_step_lines(area, steps, granted),
        current_step=furthest_step(steps),
        relations=relation_meter(facts),
        pressure=_pressure(moments),
        moments=moments,
        kinds=kind_rows(area, limits),
        ambitions=ambitions,
        articles=articles,
        backing_legend=heard_legend(may_read=may_read),
        changes=latest_changes(area, may_see_conversations=Permission.VIEW_CONVERSATIONS in granted),
        asks=area_asks(area, user, moments.next, today),
        limits=limits,
        agenda=standing_of(area.pk, today) if Permission.VIEW_AGENDA in granted else None,
    )


def _pressure(moments: Moments) -> Meter:
    moment = moments.next
    if moment is None:
        return pressure_meter(days_left=None, pieces=0, ready=0, overdue=moments.overdue)
    return pressure_meter(
        days_left=moment.days_left, pieces=len(moment.pieces), ready=moment.ready, overdue=moments.overdue
    )


# Where the numbers behind a step can be seen: words, URL name, right it takes.
_EVIDENCE = {
    1: (("Planningsgroep", "planning-group", Permission.VIEW_PLANNING_GROUP),),
    2: (
        ("Partijen van het gebied", "parties", Permission.VIEW_PARTIES),
        ("Gesprekken", "conversations", Permission.VIEW_CONVERSATIONS),
    ),
    3: (("Partijen van het gebied", "parties", Permission.VIEW_PARTIES),),
    4: (
        ("Ambities", "ambitions", Permission.VIEW_AMBITIONS),
        ("Akkoord", "agreement", Permission.VIEW_AGREEMENT),
    ),
    5: (("Partijen van het akkoord", "agreement-parties", Permission.VIEW_AGREEMENT),),
}


def _step_lines(area: Area, steps: tuple[StepState, ...], granted: frozenset[Permission]) -> list[StepLine]:
    return [
        StepLine(
            step,
            step.number == furthest_step(steps),
            [
                (words, reverse(name, args=[area.slug]))
                for words, name, need in _EVIDENCE[step.number]
                if need in granted
            ],
        )
        for step in steps
    ]
