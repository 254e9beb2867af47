"""Reading reminders: one's own, and the log of what was delivered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, User
from deliverables.checkpoints.models import CheckpointArea
from deliverables.checkpoints.queries import offset_words
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.text import dutch

PER_PAGE = 50
_PLANNED = Q(status=ReminderStatus.PLANNED)
_SENT = Q(status=ReminderStatus.QUEUED, mail__status=MailStatus.SENT)
_UNDERWAY = Q(status=ReminderStatus.QUEUED, mail__status=MailStatus.QUEUED)
_DEAD = Q(mail__status=MailStatus.DEAD)
FILTERS: dict[str, tuple[str, Q]] = {
    "": ("Alles tot vandaag", ~_PLANNED),
    "mislukt": ("Mislukt", _DEAD),
    "onderweg": ("Onderweg", _UNDERWAY),
    "verstuurd": ("Verstuurd", _SENT),
    "gepland": ("Gepland", _PLANNED),
}


@dataclass(frozen=True)
class ReminderRow:
    """One reminder, with its state in words."""

    pk: UUID
    checkpoint: str
    url: str
    recipient: str
    day: str
    offset_words: str
    kind: str
    words: str
    detail: str
    can_retry: bool


@dataclass(frozen=True)
class ComingMails:
    """A checkpoint somebody will hear of, and the days on which."""

    checkpoint: str
    url: str
    date_words: str
    days: list[str]

    @property
    def day_words(self) -> str:
        """28 november 2026, 4 december 2026 en 5 december 2026."""
        return " en ".join(filter(None, [", ".join(self.days[:-1]), *self.days[-1:]]))


@dataclass(frozen=True)
class LogCount:
    """How the delivery of reminders goes, in numbers."""

    planned: int
    underway: int
    sent: int
    dead: int


def my_coming(user: User, areas: Sequence[Area], *, limit: int = 70) -> list[ComingMails]:
    """Return what the user will still be reminded of, per checkpoint, soonest first.

    Addresses lie in these areas.
    """
    found: dict[UUID, ComingMails] = {}
    for row in _loaded(user.reminders.filter(_PLANNED), areas).order_by("due_at")[:limit]:
        day = row.checkpoint.date
        fresh = ComingMails(row.checkpoint.name, _url(row), dutch.weekday_date(day), [])
        found.setdefault(row.checkpoint_id, fresh).days.append(dutch.long_date(_local_day(row.due_at)))
    return list(found.values())


def my_sent(user: User, areas: Sequence[Area], *, limit: int = 20) -> list[ReminderRow]:
    """Return what the user was reminded of, latest first; addresses lie in these areas."""
    return [_row(row) for row in _loaded(user.reminders.exclude(_PLANNED), areas).order_by("-due_at")[:limit]]


def log_count(log: QuerySet[Reminder]) -> LogCount:
    """Count the reminders of a log by how far they are. One query."""
    numbers = log.order_by().aggregate(
        planned=Count("pk", filter=_PLANNED),
        underway=Count("pk", filter=_UNDERWAY),
        sent=Count("pk", filter=_SENT),
        dead=Count("pk", filter=_DEAD),
    )
    return LogCount(**numbers)


def log_page(
    log: QuerySet[Reminder], areas: Sequence[Area], *, state: str, number: str
) -> "tuple[Page[Reminder], list[ReminderRow]]":
    """Return a page of the log and its rows: the latest first, what is planned soonest first."""
    found = _loaded(log.filter(FILTERS.get(state, FILTERS[""])[1]), areas)
    order = ["due_at", "pk"] if state == "gepland" else ["-due_at", "pk"]
    page = Paginator(found.order_by(*order), PER_PAGE).get_page(number)
    return page, [_row(row) for row in page.object_list]


def _loaded(rows: QuerySet[Reminder], areas: Sequence[Area]) -> QuerySet[Any]:
    """Add what a row needs; `slug` is the first of these areas the checkpoint holds for."""
    first = CheckpointArea.objects.filter(checkpoint=OuterRef("checkpoint"), area__in=areas).order_by("area__number")
    return (
        rows.select_related("checkpoint", "recipient", "mail")
        .annotate(slug=Subquery(first.values("area__slug")[:1]))
        .defer("mail__text", "mail__html")
    )


def _row(reminder: Any) -> ReminderRow:
    kind, words, detail = reminder_state(reminder)
    return ReminderRow(
        pk=reminder.pk,
        checkpoint=reminder.checkpoint.name,
        url=_url(reminder),
        recipient=str(reminder.recipient),
        day=dutch.short_date(_local_day(reminder.due_at)),
        offset_words=offset_words(reminder.offset_days),
        kind=kind,
        words=words,
        detail=detail,
        can_retry=kind == "error",
    )


def _url(reminder: Any) -> str:
    return reverse("checkpoint", args=[reminder.slug, reminder.checkpoint_id]) if reminder.slug else ""


def reminder_state(reminder: Reminder) -> tuple[str, str, str]:
    """Return kind, word and explanation of how far a reminder is."""
    mail = reminder.mail
    if reminder.status == ReminderStatus.PLANNED:
        return "idle", "Gepland", ""
    if mail is None:
        return "idle", "Niet meer bekend", ""
    if mail.status == MailStatus.SENT and mail.sent_at:
        tries = f", na {mail.attempts} pogingen" if mail.attempts > 1 else ""
        return "good", "Verstuurd", f"op {_moment(mail.sent_at)}{tries}"
    if mail.status == MailStatus.DEAD:
        return "error", "Mislukt", f"{mail.error} {_tries(mail)}."
    if mail.attempts and mail.error:
        return (
            "attention",
            "Wordt opnieuw geprobeerd",
            f"{mail.error} {_tries(mail)}, weer {_moment(mail.next_try_at)}.",
        )
    return "busy", "Wordt verstuurd", ""


def _tries(mail: OutgoingMail) -> str:
    return "1 keer geprobeerd" if mail.attempts == 1 else f"{mail.attempts} keer geprobeerd"


def _moment(value: datetime) -> str:
    local = timezone.localtime(value)
    return f"{dutch.short_date(local.date())} om {dutch.clock(local)}"


def _local_day(value: datetime) -> date:
    return timezone.localtime(value).date()
