"""The areas side by side: how far each is, and what comes next."""

from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    FETCH_RAISE,
    BooleanField,
    Count,
    ExpressionWrapper,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce, JSONObject

from areas.access import areas_visible_to, permissions
from areas.area.models import AreaProvince
from areas.enums import Permission
from areas.models import Area, User
from coalition.trail.progress.queries import coalition_facts
from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.relations import relation_meter
from coalition.trail.progress.rules.steps import step_states
from deliverables.agenda.timeline.queries.standing import Standing, standings
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.models import CheckpointArea, Requirement
from deliverables.checkpoints.rules import pressure_meter
from novex_portal.dashboards.overview.rules import AgendaFacts, AreaRow, NextMoment
from novex_portal.toolkit.compiled import Compiled


def overview_rows(user: User, today: date) -> list[AreaRow]:
    """Return the areas whose dashboard the user may see, by number. Four queries."""
    visible = areas_visible_to(user).fetch_mode(FETCH_RAISE)
    facts = coalition_facts(today)
    around = {area: rest for area, *rest in _ask_around(today=today)}
    agendas = standings(today)
    return [
        _row(area, facts[area.pk], around[area.pk], today, agendas.get(area.pk))
        for area in visible
        if Permission.VIEW_AREA in permissions(user, area)
    ]


def _row(area: Area, facts: CoalitionFacts, around: list[Any], today: date, agenda: Standing | None) -> AreaRow:
    provinces, upcoming, last, overdue = around
    moment = _next_moment(upcoming, today) if upcoming else None
    return AreaRow(
        number=area.number,
        name=area.name,
        slug=area.slug,
        latitude=area.latitude,
        longitude=area.longitude,
        provinces=tuple(provinces),
        facts=facts,
        steps=step_states(facts),
        relations=relation_meter(facts),
        pressure=pressure_meter(
            days_left=moment.days if moment else None,
            pieces=moment.pieces if moment else 0,
            ready=moment.ready if moment else 0,
            overdue=overdue,
        ),
        next=moment,
        last=last,
        overdue=overdue,
        agenda=_agenda(agenda) if agenda and agenda.sums.total else None,
    )


def _agenda(found: Standing) -> AgendaFacts:
    return AgendaFacts(found.sums.total, found.needing, tuple(moment.words for moment in found.endangered))


def _next_moment(found: dict[str, Any], today: date) -> NextMoment:
    day = date.fromisoformat(found["day"])
    return NextMoment(found["name"], day, (day - today).days, found["pieces"] or 0, found["ready"] or 0)


def _around(today: date) -> QuerySet[Any]:
    """Of every area its provinces, its next checkpoint, the day of the last one, and what is late from before.

    A moment of the area's own does not push aside the checkpoint that all areas work towards.
    """
    here = CheckpointArea.objects.filter(area=OuterRef("pk"))
    upcoming = (
        here.filter(checkpoint__date__gte=today)
        .alias(is_own=ExpressionWrapper(Q(checkpoint__kind=CheckpointKind.OWN), BooleanField()))
        .order_by("is_own", "checkpoint__date", "checkpoint__name")
    )
    asked = Requirement.objects.filter(area=OuterRef("area"), checkpoint=OuterRef("checkpoint"))
    pieces = _count(asked, "area")
    ready = _count(asked.filter(status=RequirementStatus.READY), "area")
    passed = here.filter(checkpoint__date__lt=today).exclude(checkpoint__kind=CheckpointKind.OWN)
    late = Requirement.objects.filter(area=OuterRef("pk"), checkpoint__date__lt=today).exclude(
        status=RequirementStatus.READY
    )
    return Area.objects.order_by().values_list(
        "pk",
        ArraySubquery(
            AreaProvince.objects.filter(area=OuterRef("pk")).order_by("province__name").values("province__name")
        ),
        Subquery(
            upcoming.values(
                json=JSONObject(name="checkpoint__name", day="checkpoint__date", pieces=pieces, ready=ready)
            )[:1]
        ),
        Subquery(passed.order_by().values("area").annotate(last=Max("checkpoint__date")).values("last")),
        Coalesce(_count(late, "area"), 0),
    )


def _count(rows: QuerySet[Any], per: str) -> Subquery:
    counted = rows.order_by().values(per).annotate(number=Count("pk")).values("number")
    return Subquery(counted, output_field=IntegerField())


_ask_around = Compiled(_around, today=date)
