"""Of which measures a new word is asked before a checkpoint, and of whom.

The contact of the party that has the lead is asked, as long as that person may report; else who writes the agenda.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from areas.access import PERMISSIONS, active_memberships, memberships_on
from areas.enums import Permission
from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.reports.rules import ASKED_BEFORE, is_asked
from deliverables.checkpoints.models import CheckpointArea
from novex_portal.toolkit.text import dutch

WRITERS = frozenset(role for role, granted in PERMISSIONS.items() if Permission.EDIT_AGENDA in granted)
"""The roles that write the agenda, and so answer for a measure nobody else is asked about."""
_AT_WORK = (MeasureStatus.PLANNED, MeasureStatus.RUNNING, MeasureStatus.STOPPED)


@dataclass(frozen=True)
class Moment:
    """A checkpoint before which is asked how measures go."""

    pk: UUID
    name: str
    day: date


@dataclass(frozen=True)
class Asked:
    """A measure of which a new word is asked; `contact` is who alone is asked, None when that is who writes the agenda."""

    measure: UUID
    code: str
    title: str
    area: Area
    moment: Moment
    last: date | None
    contact: UUID | None

    @property
    def url(self) -> str:
        """Where it is said."""
        return reverse("measure-report", args=[self.area.slug, self.measure])

    def age_on(self, today: date) -> str:
        """How old what was said is: "49 dagen oud"."""
        if self.last is None:
            return "nog nooit gemeld"
        days = (today - self.last).days
        return f"stand van {dutch.short_date(self.last)}, {days} {'dag' if days == 1 else 'dagen'} oud"


def asked_of(user: User, today: date) -> list[Asked]:
    """Return what the user is asked, each measure once with the first checkpoint, in the order of their codes.

    One query; another when a checkpoint is near in an area where the user can be asked.
    """
    seats = [(seat.area_id, seat) for seat in active_memberships(user) if seat.area_id]
    writes = {area for area, seat in seats if seat.role in WRITERS}
    places = writes | {area for area, seat in seats if seat.organisation_id}
    found: dict[UUID, Asked] = {}
    for row in asked(today, places) if places else ():
        if row.contact == user.pk or (row.contact is None and row.area.pk in writes):
            found.setdefault(row.measure, row)
    return sorted(found.values(), key=lambda row: row.code)


def asked(today: date, areas: Iterable[UUID] | None = None) -> list[Asked]:
    """Return all that is asked today, in these areas or in all, by checkpoint. Two queries at most."""
    moments = _moments(today, areas)
    if not moments:
        return []
    return sorted(
        (
            Asked(row.pk, row.code, row.title, row.area, moment, row.last, row.contact)
            for row in _measures(today, moments)
            for moment in moments[row.area_id]
            if is_asked(row.last, moment.day, today)
        ),
        key=lambda found: (found.moment.day, found.moment.name, found.code),
    )


def writers_of(areas: Iterable[UUID], today: date) -> dict[UUID, set[UUID]]:
    """Return per area who writes its agenda today. One query."""
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for area, user in memberships_on(today).filter(area__in=areas, role__in=WRITERS).values_list("area", "user"):
        found[area].add(user)
    return found


def _moments(today: date, areas: Iterable[UUID] | None) -> dict[UUID, list[Moment]]:
    """Return per area the checkpoints that are near. One query."""
    near = CheckpointArea.objects.filter(
        checkpoint__date__range=(today, today + timedelta(days=ASKED_BEFORE)),
        **({} if areas is None else {"area__in": areas}),
    )
    found: dict[UUID, list[Moment]] = defaultdict(list)
    for area, pk, name, day in near.values_list("area", "checkpoint", "checkpoint__name", "checkpoint__date").order_by(
        "checkpoint__date", "checkpoint__name"
    ):
        found[area].append(Moment(pk, name, day))
    return dict(found)


def _measures(today: date, areas: Iterable[UUID]) -> QuerySet[Any]:
    """Return the measures at work in these areas, each with its newest day (`last`) and who is asked (`contact`)."""
    reports = StatusReport.objects.filter(measure=OuterRef("pk")).order_by("-as_of")
    seat = memberships_on(today).filter(
        Q(organisation=OuterRef("organisation")) | Q(role__in=WRITERS),
        user=OuterRef("contact__user"),
        area=OuterRef("measure__area"),
    )
    in_function = Q(contact__valid_until=None) | Q(contact__valid_until__gte=today)
    lead = MeasureParty.objects.filter(
        in_function, Exists(seat), measure=OuterRef("pk"), part=PartyPart.LEAD, contact__user__is_active=True
    )
    return (
        Measure.objects.filter(area__in=areas, status__in=_AT_WORK)
        .exclude(kind=MeasureKind.PROGRAMME)
        .select_related("area")
        .annotate(last=Subquery(reports.values("as_of")[:1]), contact=Subquery(lead.values("contact__user")[:1]))
    )
