"""Where somebody starts: what waits for them, over all their areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, Min, OuterRef
from django.urls import reverse

from areas.access import active_memberships, areas_visible_to, permissions
from areas.enums import Permission, Role
from areas.models import Area, AreaOrganisation, User
from coalition.analysis.stakes.queries import silent_since
from coalition.conversations.drafts.queries import DraftRow, drafts_of
from coalition.conversations.recording.enums import ActionStatus
from coalition.conversations.right_of_reply.enums import ReplyStatus
from coalition.conversations.right_of_reply.queries import replies_received
from coalition.models import ActionItem
from coalition.planning_group.action_items.queries import footing, show_action
from deliverables.agenda.moving.queries.questions import Question, questions_for
from deliverables.agenda.reports.queries.asking import asked_of
from deliverables.board_meetings.queries.asking import due_of
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, Requirement
from deliverables.reminders.enums import REMINDER_OFFSETS
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.text import dutch

SHOWN_ACTIONS = 10
SHOWN_ASKED = 10
SHOWN_MOMENTS = 5
SHOWN_PROMISED = 10
SHOWN_REPLIES = 5
SHOWN_SILENT = 5


@dataclass(frozen=True)
class ActionLine:
    what: str
    area: str
    due_words: str
    is_late: bool
    url: str
    done_url: str  # where it is ticked off


@dataclass(frozen=True)
class MomentLine:
    """A checkpoint to come; it waits for me when I am reminded of it and something is not ready."""

    name: str
    date: date
    left: str
    url: str
    waits_for_me: bool


@dataclass(frozen=True)
class SilentLine:
    """A party that weighs much, and that nobody spoke with for long."""

    name: str
    area: str
    words: str
    url: str


@dataclass(frozen=True)
class ReplyLine:
    """What a party answered when it was asked for wederhoor on a conversation of mine."""

    party: str
    area: str
    is_confirmed: bool
    words: str
    url: str


@dataclass(frozen=True)
class AreaLine:
    """One of my areas, with the roles I hold there and what I can begin."""

    name: str
    slug: str
    roles: str
    may_log: bool


@dataclass(frozen=True)
class AskedLine:
    """A measure of which I am asked how it goes, before a checkpoint."""

    name: str
    words: str
    url: str


@dataclass(frozen=True)
class Asking:
    """What I am asked of measures: those shown, and how many there are."""

    rows: list[AskedLine]
    total: int


@dataclass(frozen=True)
class PromisedLine:
    """What was agreed at a bestuurlijk overleg and is due before the next one."""

    name: str
    text: str
    words: str
    is_late: bool
    where: str  # of whom and in which area
    url: str


@dataclass(frozen=True)
class Promised:
    """What is asked of my party, or where I keep the list: those shown, and how many there are."""

    rows: list[PromisedLine]
    total: int


@dataclass(frozen=True)
class Home:
    drafts: Sequence[DraftRow]
    actions: list[ActionLine]
    moments: list[MomentLine]
    areas: list[AreaLine]
    replies: list[ReplyLine]
    silent: list[SilentLine]
    asked: Asking
    questions: list[Question]
    promised: Promised

    @property
    def has_work(self) -> bool:
        """Whether anything waits for this person."""
        lists = (
            self.drafts,
            self.actions,
            self.replies,
            self.silent,
            self.asked.rows,
            self.questions,
            self.promised.rows,
        )
        return any(lists) or any(moment.waits_for_me for moment in self.moments)


def landing(user: User) -> str:
    """Return the address of the page that says most to somebody with one task; empty for all others."""
    seats = active_memberships(user)
    roles = {seat.role for seat in seats}
    places = {seat.area.slug for seat in seats if seat.area}
    if roles == {Role.EXECUTIVE} and len(places) == 1:
        return reverse("area", args=[*places])
    if roles == {Role.PROGRAMME_TEAM}:
        return reverse("overview")
    if roles == {Role.AUDITOR}:
        return reverse("read-log")
    return ""


def home(user: User, today: date) -> Home:
    """Return what waits for the user. Seven queries; two fewer for who does not record conversations.

    One more when a checkpoint is near and the user can be asked how measures go; two more for who writes an agenda, and
    one for who works for a party in an area, or writes down what is agreed at its bestuurlijke overleggen.
    """
    areas = [area for area in areas_visible_to(user) if Permission.VIEW_AREA in permissions(user, area)]
    return Home(
        drafts=drafts_of(user),
        actions=_actions(user, areas, today),
        moments=_moments(user, areas, today),
        areas=[_area_line(user, area) for area in areas],
        replies=_replies(user, [area for area in areas if Permission.LOG_CONVERSATION in permissions(user, area)]),
        silent=_silent([area for area in areas if Permission.VIEW_ANALYSIS in permissions(user, area)], today),
        asked=_asked(user, today),
        questions=questions_for([area for area in areas if Permission.EDIT_AGENDA in permissions(user, area)]),
        promised=_promised(user, today),
    )


def _replies(user: User, areas: list[Area]) -> list[ReplyLine]:
    if not areas:
        return []
    found = replies_received(user).filter(conversation__area__in=areas)[:SHOWN_REPLIES]
    return [
        ReplyLine(
            row.organisation.name,
            row.conversation.area.name,
            row.status == ReplyStatus.CONFIRMED,
            row.get_status_display(),
            reverse("right-of-reply-answer", args=[row.conversation.area.slug, row.pk]),
        )
        for row in found
    ]


def _silent(areas: list[Area], today: date) -> list[SilentLine]:
    """Return the parties that weigh much on an opgave and were not spoken with for long. One query."""
    if not areas:
        return []
    parties = AreaOrganisation.objects.filter(area__in=areas).select_related("area")
    found = silent_since(parties, today, settings.SILENT_DAYS).filter(weighs_much=True)
    return [
        SilentLine(
            row.organisation.name,
            row.area.name,
            f"{counted((today - row.last).days, 'dag', 'dagen')} geleden" if row.last else "nog nooit gesproken",
            reverse("party", args=[row.area.slug, row.organisation_id]),
        )
        for row in found[:SHOWN_SILENT]
    ]


def _asked(user: User, today: date) -> Asking:
    found = asked_of(user, today)
    rows = [
        AskedLine(f"{row.code} {row.title}", f"Voor {row.moment.name}: {row.age_on(today)}", row.url)
        for row in found[:SHOWN_ASKED]
    ]
    return Asking(rows, len(found))


def _promised(user: User, today: date) -> Promised:
    found = due_of(user, today)
    rows = []
    for row in found[:SHOWN_PROMISED]:
        words, is_late = row.words_on(today)
        rows.append(PromisedLine(row.name, row.text, words, is_late, ", ".join((row.lead, row.area)), row.url))
    return Promised(rows, len(found))


def _actions(user: User, areas: list[Area], today: date) -> list[ActionLine]:
    """Return what the user agreed to do in the areas they are still a member of."""
    places = {area.pk: area for area in areas}
    items = ActionItem.objects.filter(owner_user=user, status=ActionStatus.OPEN, area__in=areas)
    rows = items.order_by(F("due_on").asc(nulls_last=True), "pk").values_list(
        "area", "pk", "what", "due_on", "conversation", footing(user.pk)
    )
    return [_action(user, places[area], row, today) for area, *row in rows[:SHOWN_ACTIONS]]


def _action(user: User, area: Area, row: Sequence[Any], today: date) -> ActionLine:
    pk, what, due, conversation, on = row
    late = dutch.late(due, today) if due else ""
    words = late or (f"{dutch.days_until(due, today).capitalize()}, voor {dutch.long_date(due)}" if due else "")
    shown = show_action(user, area, what=what, conversation=conversation, on=on)
    done_url = reverse("action-item-status", args=[area.slug, pk])
    return ActionLine(shown.what, area.name, words, bool(late), shown.url, done_url)


def _moments(user: User, areas: list[Area], today: date) -> list[MomentLine]:
    asked = Requirement.objects.filter(checkpoint=OuterRef("pk"), area__in=areas)
    rows = (
        Checkpoint.objects.filter(area_links__area__in=areas, date__gte=today)
        .values_list("pk", "name", "date")
        .annotate(
            slug=Min("area_links__area__slug"),
            reminded=Exists(Reminder.objects.filter(checkpoint=OuterRef("pk"), recipient=user)),
            waiting=Exists(asked.exclude(status=RequirementStatus.READY)),
        )
        .order_by("date", "name")
    )
    return [
        MomentLine(
            name,
            day,
            dutch.days_until(day, today),
            reverse("checkpoint", args=[slug, pk]),
            reminded and waiting and (day - today).days <= max(REMINDER_OFFSETS),
        )
        for pk, name, day, slug, reminded, waiting in rows[:SHOWN_MOMENTS]
    ]


def _area_line(user: User, area: Area) -> AreaLine:
    seats = [seat for seat in active_memberships(user) if seat.area_id in (None, area.pk)]
    roles = dict.fromkeys(str(Role(seat.role).label) for seat in seats)
    return AreaLine(area.name, area.slug, ", ".join(roles), Permission.LOG_CONVERSATION in permissions(user, area))
