"""Reading checkpoints for pages: rows with their words ready, so that templates only print."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, User
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointResponsible, Requirement
from deliverables.reminders.enums import ReminderStatus
from novex_portal.toolkit.models import MailStatus
from novex_portal.toolkit.text import dutch

STATUS_KINDS = {
    RequirementStatus.NOT_STARTED: "idle",
    RequirementStatus.RUNNING: "busy",
    RequirementStatus.READY: "good",
}


@dataclass(frozen=True)
class TaskRow:
    """One thing that must be ready: its words and how far it is."""

    pk: UUID
    area: str
    text: str
    status: str
    kind: str
    words: str


@dataclass(frozen=True)
class CheckpointRow:
    """One checkpoint in a list."""

    pk: UUID
    name: str
    kind: str
    place: str
    day: date
    date_words: str
    relative: str
    days: int
    areas: tuple[str, ...]
    slug: str
    tasks: tuple[TaskRow, ...]

    @property
    def ready(self) -> int:
        return sum(task.status == RequirementStatus.READY for task in self.tasks)

    @property
    def progress(self) -> str:
        """2 van 3 onderdelen klaar; alle 3 onderdelen klaar."""
        total = len(self.tasks)
        if not total:
            return "Nog niet gezegd wat klaar moet zijn"
        noun = "onderdeel" if total == 1 else "onderdelen"
        return f"{self.ready} van {total} {noun} klaar"


def checkpoint_rows(found: QuerySet[Checkpoint], *, today: date, areas: Sequence[Area]) -> list[CheckpointRow]:
    """Return rows for a list, soonest first, with what these areas must have ready. Three queries.

    The address of a row lies in the first of these areas: give only areas the reader may enter.
    """
    wanted = Requirement.objects.select_related("area").filter(area__in=areas)
    checkpoints = found.order_by("date", "name").prefetch_related(
        Prefetch("requirements", queryset=wanted.order_by("area__number", "rank", "text")), "areas"
    )
    shown = {area.pk for area in areas}
    return [_row(checkpoint, today, shown) for checkpoint in checkpoints]


def split_by_day(rows: Iterable[CheckpointRow]) -> tuple[list[CheckpointRow], list[CheckpointRow]]:
    """Return what is still to come, soonest first, and what has been, latest first."""
    coming: list[CheckpointRow] = []
    been: list[CheckpointRow] = []
    for row in rows:
        (coming if row.days >= 0 else been).append(row)
    return coming, been[::-1]


def task_row(wanted: Requirement, day: date, today: date) -> TaskRow:
    """Say how far something is; what is not ready after the day says how late it is."""
    kind, words = STATUS_KINDS[RequirementStatus(wanted.status)], str(RequirementStatus(wanted.status).label)
    if wanted.status != RequirementStatus.READY and (late := dutch.late(day, today)):
        kind, words = "error", late
    return TaskRow(wanted.pk, wanted.area.name, wanted.text, wanted.status, kind, words)


def responsibles_of(checkpoint: Checkpoint) -> list[User]:
    """Return who answers for it, by name."""
    duties = CheckpointResponsible.objects.filter(checkpoint=checkpoint).select_related("user")
    return sorted((duty.user for duty in duties), key=str)


def _row(checkpoint: Checkpoint, today: date, shown: set[UUID]) -> CheckpointRow:
    areas: Sequence[Area] = list(checkpoint.areas.all())
    return CheckpointRow(
        pk=checkpoint.pk,
        name=checkpoint.name,
        kind=checkpoint.get_kind_display(),
        place=checkpoint.place,
        day=checkpoint.date,
        date_words=dutch.weekday_date(checkpoint.date),
        relative=dutch.days_until(checkpoint.date, today),
        days=(checkpoint.date - today).days,
        areas=tuple(found.name for found in areas),
        slug=next((found.slug for found in areas if found.pk in shown), ""),
        tasks=tuple(task_row(wanted, checkpoint.date, today) for wanted in checkpoint.requirements.all()),
    )


# --- Reminders of one checkpoint ---------------------------------------------------------------
@dataclass(frozen=True)
class Schedule:
    """One day on which people hear of a checkpoint."""

    day: str
    offset_words: str
    people: int
    kind: str
    words: str


@dataclass(frozen=True)
class ReminderCount:
    """How many reminders of a checkpoint were sent, and how many can still follow its date."""

    sent: int
    waiting: int


def schedule_of(checkpoint: Checkpoint) -> list[Schedule]:
    """Return the days on which reminders go out or went out, and to how many people. One query."""
    sent = Q(status=ReminderStatus.QUEUED, mail__status=MailStatus.SENT)
    dead = Q(mail__status=MailStatus.DEAD)
    found = (
        checkpoint.reminders.values("offset_days")
        .annotate(people=Count("pk"), sent=Count("pk", filter=sent), dead=Count("pk", filter=dead))
        .order_by("-offset_days")
    )
    return [
        Schedule(
            day=dutch.long_date(checkpoint.date - timedelta(days=row["offset_days"])),
            offset_words=offset_words(row["offset_days"]),
            people=row["people"],
            **_schedule_state(row["people"], row["sent"], row["dead"]),
        )
        for row in found
    ]


def reminder_count(checkpoint: Checkpoint) -> ReminderCount:
    """Count what was sent and what still waits."""
    states = Counter(checkpoint.reminders.values_list("mail__status", flat=True))
    sent = states.pop(MailStatus.SENT, 0)
    return ReminderCount(sent=sent, waiting=sum(states.values()))


def offset_words(offset: int) -> str:
    """42 dagen ervoor; de dag zelf; 7 dagen erna."""
    if offset == 0:
        return "de dag zelf"
    unit = "dag" if abs(offset) == 1 else "dagen"
    return f"{abs(offset)} {unit} {'ervoor' if offset > 0 else 'erna'}"


def _schedule_state(people: int, sent: int, dead: int) -> dict[str, str]:
    if dead:
        return {"kind": "error", "words": f"{dead} mislukt"}
    if sent == people:
        return {"kind": "good", "words": "Verstuurd"}
    if sent:
        return {"kind": "busy", "words": f"{sent} van {people} verstuurd"}
    return {"kind": "idle", "words": "Gepland"}


# --- Who can be responsible ----------------------------------------------------------------------
@dataclass(frozen=True)
class Candidate:
    """Somebody who can be made responsible: in these areas, or in all of them (None)."""

    user: User
    label: str
    areas: frozenset[UUID | None]


def candidates(areas: Sequence[Area], *, today: date) -> list[Candidate]:
    """Return the members of these areas and of the programme team, by name. One query."""
    people: dict[UUID, User] = {}
    roles: dict[UUID, list[str]] = {}
    places: dict[UUID, set[UUID | None]] = {}
    members = memberships_on(today).filter(Q(area__in=areas) | Q(role=Role.PROGRAMME_TEAM), user__is_active=True)
    for membership in members.select_related("user"):
        person = membership.user
        where = f", {membership.area.name}" if membership.area and len(areas) > 1 else ""
        people[person.pk] = person
        roles.setdefault(person.pk, []).append(f"{membership.get_role_display().lower()}{where}")
        places.setdefault(person.pk, set()).add(membership.area_id)
    found = [
        Candidate(person, f"{person} ({'; '.join(sorted(roles[pk]))})", frozenset(places[pk]))
        for pk, person in people.items()
    ]
    return sorted(found, key=lambda candidate: candidate.label.lower())
