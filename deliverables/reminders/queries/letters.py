"""The facts that mails about checkpoints need, gathered for a whole batch at once."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, Membership, User
from deliverables.board_meetings.models import BoardOutcome
from deliverables.board_meetings.queries.meetings import due_before
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.letters import Letter, Promise, Task
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.models import MailStatus
from novex_portal.toolkit.text import dutch

Pair = tuple[UUID, UUID]  # checkpoint, person


def letters_for(pairs: Collection[Pair], *, today: date) -> dict[Pair, Letter]:
    """Return what to tell each person about each checkpoint; nothing for who has no part in it any more.

    Six queries, however many letters; one more when one of them is about a bestuurlijk overleg.
    """
    checkpoints = Checkpoint.objects.prefetch_related("areas", "responsibles", "requirements__area").in_bulk(
        {checkpoint for checkpoint, _ in pairs}
    )
    people = {person for _, person in pairs}
    roles: defaultdict[UUID, list[Membership]] = defaultdict(list)
    for membership in memberships_on(today).filter(user__in=people):
        roles[membership.user_id].append(membership)
    coming = _next_days(checkpoints, people, today)
    letters = {
        (checkpoint, person): _letter(checkpoints[checkpoint], person, roles[person], coming.get((checkpoint, person)))
        for checkpoint, person in pairs
    }
    due = _due_before([row for row in checkpoints.values() if row.kind == CheckpointKind.BOARD_MEETING], today)
    return {
        pair: replace(letter, promises=_promises(due, checkpoints[pair[0]], letter, today))
        for pair, letter in letters.items()
        if letter is not None
    }


def _due_before(meetings: list[Checkpoint], today: date) -> list[BoardOutcome]:
    """Return what must be done in the areas of these overleggen before the last of them. One query, none without any."""
    coming = [row for row in meetings if row.date >= today]
    if not coming:
        return []
    areas = {area.pk: area for row in coming for area in row.areas.all()}
    rows = due_before(list(areas.values()), max(row.date for row in coming))
    return list(rows.exclude(area=None).select_related("checkpoint", "area", "lead"))


def _promises(due: list[BoardOutcome], checkpoint: Checkpoint, letter: Letter, today: date) -> tuple[Promise, ...]:
    """Return what of it is due before this overleg in the areas of a letter."""
    if checkpoint.kind != CheckpointKind.BOARD_MEETING:
        return ()
    return tuple(
        Promise(row.area.name, str(row), row.text, row.lead.name if row.lead else "", _when(row.due_on, today))
        for row in due
        if row.area and row.area.name in letter.areas
        if row.due_on and row.due_on <= checkpoint.date and row.checkpoint_id != checkpoint.pk
    )


def _when(day: date, today: date) -> str:
    return dutch.late(day, today) or f"uiterlijk {dutch.short_date(day)}"


def reminded_of(checkpoint: Checkpoint) -> list[User]:
    """Return the people who have been sent a reminder of this checkpoint already."""
    sent = Reminder.objects.filter(
        checkpoint=checkpoint, status=ReminderStatus.QUEUED, mail__status=MailStatus.SENT
    ).values("recipient")
    return list(User.objects.filter(pk__in=sent, is_active=True))


def _letter(checkpoint: Checkpoint, person: UUID, roles: list[Membership], coming: date | None) -> Letter | None:
    national = any(role.area_id is None for role in roles)
    mine = {role.area_id for role in roles}
    areas = [area for area in checkpoint.areas.all() if national or area.pk in mine]
    if not areas:
        return None
    shown = {area.pk for area in areas}
    tasks = tuple(
        Task(wanted.area.name, wanted.text, wanted.get_status_display(), wanted.status == RequirementStatus.READY)
        for wanted in checkpoint.requirements.all()
        if wanted.area_id in shown
    )
    return Letter(
        name=checkpoint.name,
        kind=checkpoint.kind,
        day=checkpoint.date,
        place=checkpoint.place,
        areas=tuple(area.name for area in areas),
        tasks=tasks,
        is_named=any(duty.user_id == person for duty in checkpoint.responsibles.all()),
        role_words=_role_words(roles, areas),
        link=f"{settings.BASE_URL}{checkpoint.url_in(areas[0])}",
        list_link=f"{settings.BASE_URL}{reverse('checkpoints', args=[areas[0].slug])}",
        next_day=coming,
    )


def _role_words(roles: list[Membership], areas: list[Area]) -> str:
    """gebiedsbeheerder van Zuid-Limburg; lid van de planningsgroep van De Peel."""
    words = {Role.AREA_ADMIN: "gebiedsbeheerder", Role.PLANNING_GROUP: "lid van de planningsgroep"}
    for area in areas:
        for role, phrase in words.items():
            if any(held.area_id == area.pk and held.role == role for held in roles):
                return f"{phrase} van {area.name}"
    return "lid van het portaal"


def _next_days(checkpoints: dict[UUID, Checkpoint], people: set[UUID], today: date) -> dict[Pair, date]:
    """Return the day of the first notice after today, per checkpoint and person."""
    found: dict[Pair, date] = {}
    rows = Reminder.objects.filter(
        checkpoint__in=checkpoints, recipient__in=people, status=ReminderStatus.PLANNED, offset_days__gte=0
    ).values_list("checkpoint", "recipient", "offset_days")
    for checkpoint, person, offset in rows:
        day = checkpoints[checkpoint].date - timedelta(days=offset)
        if day > today and day < found.get((checkpoint, person), date.max):
            found[checkpoint, person] = day
    return found
