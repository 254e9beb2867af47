"""The dashboard of one area, in seven queries beside the door."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings

from areas.access import permissions
from areas.enums import Permission
from areas.models import Area, User
from coalition.facts import CoalitionFacts
from coalition.queries.facts import coalition_facts
from coalition.relations import relation_meter
from coalition.steps import StepState, furthest_step, step_states
from deliverables.pressure import pressure_meter
from novex_portal.dashboards.queries.asks import Ask, area_asks
from novex_portal.dashboards.queries.changes import Change, latest_changes
from novex_portal.dashboards.queries.moments import Moments, area_moments
from novex_portal.dashboards.queries.profile import AreaProfile, area_profile
from novex_portal.dashboards.queries.support import KindRow, TextRow, kind_rows, text_rows
from novex_portal.toolkit.meters import Meter


@dataclass(frozen=True)
class AreaDashboard:
    """All that stands on the dashboard of an area."""

    profile: AreaProfile
    facts: CoalitionFacts
    steps: tuple[StepState, ...]
    current_step: int
    relations: Meter
    pressure: Meter
    moments: Moments
    kinds: list[KindRow]
    ambitions: list[TextRow]
    articles: list[TextRow]
    changes: list[Change]
    asks: list[Ask]


def area_dashboard(area: Area, user: User, today: date) -> AreaDashboard:
    """Return the dashboard as this user may see it. Seven queries, whatever the data."""
    granted = permissions(user, area)
    facts = coalition_facts(Area.objects.filter(pk=area.pk), today)[area.pk]
    steps = step_states(facts)
    moments = area_moments(area, user, today)
    ambitions, articles = text_rows(area)
    # Who reads conversations on level planningsgroep learns nothing new from a sum of them.
    threshold = 0 if Permission.READ_PLANNING_LEVEL in granted else settings.K_THRESHOLD
    return AreaDashboard(
        profile=area_profile(area),
        facts=facts,
        steps=steps,
        current_step=furthest_step(steps),
        relations=relation_meter(facts),
        pressure=_pressure(moments),
        moments=moments,
        kinds=kind_rows(area, threshold=threshold),
        ambitions=ambitions,
        articles=articles,
        changes=latest_changes(area, may_see_conversations=Permission.VIEW_CONVERSATIONS in granted),
        asks=area_asks(area, user, moments.next, today),
    )


def _pressure(moments: Moments) -> Meter:
    moment = moments.next
    if moment is None:
        return pressure_meter(days_left=None, pieces=0, ready=0, overdue=moments.overdue)
    return pressure_meter(
        days_left=moment.days_left, pieces=len(moment.pieces), ready=moment.ready, overdue=moments.overdue
    )
