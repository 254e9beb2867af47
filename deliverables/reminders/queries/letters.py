"""The facts that mails about checkpoints need, gathered for a whole batch at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.urls import reverse

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, Membership, User
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.letters import Letter, Task
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.models import MailStatus

Pair = tuple[UUID, UUID]  # checkpoint, person


def letters_for(pairs: Collection[Pair], *, today: date) -> dict[Pair, Letter]:
    """Return what to tell each person about each checkpoint; nothing for who has no part in it any more.

    Six queries, however many letters.
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
    return {pair: letter for pair, letter in letters.items() if letter is not None}


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
