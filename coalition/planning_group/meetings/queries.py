"""Reading meetings: the list, one meeting with all that belongs to it, and who could be there."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower
from django.urls import reverse

from areas.models import Area, Person, User
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.recording.models import ActionItem
from coalition.planning_group.action_items.access import visible_actions
from coalition.planning_group.decisions.models import Decision
from coalition.planning_group.meetings.enums import AgendaKind, MeetingStatus
from coalition.planning_group.meetings.models import AgendaItem, Meeting
from coalition.planning_group.meetings.rules import AgendaPoint
from coalition.planning_group.seats.models import Seat
from novex_portal.toolkit.states import followers
from novex_portal.toolkit.text import dutch

PAGE_SIZE = 25
SIGNS = {MeetingStatus.PLANNED: "busy", MeetingStatus.HELD: "good", MeetingStatus.CANCELLED: "idle"}
# The button that leads to a status.
STEPS = {
    MeetingStatus.HELD: "Het overleg is geweest",
    MeetingStatus.PLANNED: "Terug naar gepland",
    MeetingStatus.CANCELLED: "Afgelast",
}
ACTION_SIGNS = {ActionStatus.OPEN: "busy", ActionStatus.DONE: "good", ActionStatus.DROPPED: "idle"}


@dataclass(frozen=True)
class PointRow:
    """One point of an agenda."""

    pk: UUID
    number: int
    title: str
    outcome: str
    kind: str  # where it came from; empty for a point of one's own
    url: str  # to what made it one


@dataclass(frozen=True)
class ActionRow:
    """What was agreed to do."""

    pk: UUID
    what: str
    who: str
    due: date | None
    late: str
    status: str
    sign: str


@dataclass(frozen=True)
class MeetingView:
    """One meeting with all that belongs to it."""

    points: list[PointRow]
    attendees: list[Person]
    actions: list[ActionRow]
    decisions: list[Decision]

    @property
    def treated(self) -> int:
        """How many points have an outcome."""
        return sum(bool(point.outcome) for point in self.points)


def meeting_page(area: Area, number: str) -> "Page[Any]":
    """Return a page of the meetings, latest first, each with its counts. Two queries."""
    meetings = Meeting.objects.filter(area=area).annotate(
        points=Count("agenda", distinct=True),
        agreed=Count("action_items", distinct=True, filter=Q(action_items__conversation=None)),
        decided=Count("decisions", distinct=True),
    )
    page: Page[Any] = Paginator(meetings.order_by("-held_on", "-starts_at", "-pk"), PAGE_SIZE).get_page(number)
    page.object_list = [(meeting, SIGNS[MeetingStatus(meeting.status)]) for meeting in page.object_list]
    return page


type Links = Callable[[Area, Collection[UUID]], Mapping[UUID, str]]
"""Where subjects of another wing stand, for those of these ids that are in the area."""


def no_links(area: Area, pks: Collection[UUID]) -> Mapping[UUID, str]:
    """Point nowhere: on paper there is nothing to follow."""
    return {}


def meeting_view(meeting: Meeting, user: User, today: date, *, links: Links = no_links) -> MeetingView:
    """Return a meeting as the planning group reads it: a fixed number of queries, however much it holds.

    `links` finds what the points wait for beyond the planning group, such as the akkoord.
    """
    return MeetingView(
        points=_points(meeting, user, links),
        attendees=list(_in_order(meeting.attendees.all())),
        actions=_actions(meeting, today),
        decisions=list(meeting.decisions.order_by("number")),
    )


def next_steps(meeting: Meeting) -> list[tuple[str, str]]:
    """Return each status that may follow, with the words of its button."""
    allowed = followers(MeetingStatus, meeting.status)
    return [(status.value, words) for status, words in STEPS.items() if status in allowed]


def points_of(meeting: Meeting) -> list[AgendaPoint]:
    """Return the agenda as a form changes it. One query."""
    return [AgendaPoint(item.title, item.kind, item.subject_id, item.pk) for item in meeting.agenda.all()]


def possible_attendees(meeting: Meeting) -> QuerySet[Person]:
    """Return who can be ticked: who had a seat on that day, and who was written down already."""
    day = meeting.held_on
    seats = Seat.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=day), area=meeting.area_id, valid_from__lte=day
    )
    found = Person.objects.filter(
        Q(pk__in=seats.values("person")) | Q(pk__in=meeting.attendees.values("pk")), merged_into=None
    )
    return _in_order(found)


def _in_order(persons: QuerySet[Person]) -> QuerySet[Person]:
    return persons.select_related("organisation").order_by(Lower("organisation__name"), Lower("role"), "pk")


def _points(meeting: Meeting, user: User, links: Links) -> list[PointRow]:
    items = list(meeting.agenda.all())
    urls = _urls(meeting.area, user, items, links)
    return [
        PointRow(
            pk=item.pk,
            number=number,
            title=item.title,
            outcome=item.outcome,
            kind="" if item.kind == AgendaKind.FREE else str(item.get_kind_display()),
            url=urls.get(item.subject_id, "") if item.subject_id else "",
        )
        for number, item in enumerate(items, 1)
    ]


def _urls(area: Area, user: User, items: Iterable[AgendaItem], links: Links) -> dict[UUID, str]:
    """Return where each subject stands that is (still) in this area and that the user may open. Four queries."""
    subjects: dict[str, list[UUID]] = {kind: [] for kind in AgendaKind.values}
    for item in items:
        if item.subject_id:
            subjects[item.kind].append(item.subject_id)
    waiting = subjects[AgendaKind.WAITING_POSITION]
    decisions = Decision.objects.filter(area=area, pk__in=waiting).values_list("pk", flat=True)
    return {
        **{pk: reverse("party", args=[area.slug, pk]) for pk in subjects[AgendaKind.SILENT_PARTY]},
        **{pk: reverse("checkpoint", args=[area.slug, pk]) for pk in subjects[AgendaKind.CHECKPOINT]},
        **{pk: reverse("decision", args=[area.slug, pk]) for pk in decisions},
        **links(area, waiting),
        **_action_urls(area, user, subjects[AgendaKind.OVERDUE_ACTION]),
    }


def _action_urls(area: Area, user: User, pks: list[UUID]) -> dict[UUID, str]:
    items = ActionItem.objects.filter(visible_actions(user, area), area=area, pk__in=pks)
    readable = conversations_for(user, area).filter(action_items__in=pks).values_list("pk", flat=True)
    may_open = set(readable)
    found = {}
    for pk, conversation in items.values_list("pk", "conversation"):
        if conversation is None:
            found[pk] = reverse("action-item-edit", args=[area.slug, pk])
        elif conversation in may_open:
            found[pk] = reverse("conversation", args=[area.slug, conversation])
    return found


def _actions(meeting: Meeting, today: date) -> list[ActionRow]:
    """What was agreed at the meeting itself; what belongs to a conversation stands there."""
    items = meeting.action_items.filter(conversation=None).select_related("owner_person__organisation")
    return [
        ActionRow(
            pk=item.pk,
            what=item.what,
            who=str(item.owner_person or item.owner),
            due=item.due_on,
            late=dutch.late(item.due_on, today) if item.due_on and item.status == ActionStatus.OPEN else "",
            status=str(item.get_status_display()),
            sign=ACTION_SIGNS[ActionStatus(item.status)],
        )
        for item in items.order_by("due_on", "pk")
    ]
