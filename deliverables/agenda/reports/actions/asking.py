"""Asking by mail how measures go, before a checkpoint."""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from areas.models import User
from deliverables.agenda.reports.queries.asking import Asked, Moment, asked, writers_of
from deliverables.agenda.reports.rules import ASKED_BEFORE
from deliverables.reminders.rules import notice
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.mail.outbox import Draft, queue_mails
from novex_portal.toolkit.mail.writing import write_mail
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.text import dutch

MOST_NAMED = 30
"""So many measures stand in one mail; the page "Mijn werk" has them all."""

type Letters = dict[tuple[Moment, UUID], list[Asked]]


@action(by=By.CLOCK)
def ask_for_status(*, now: datetime) -> int:
    """Owe one mail per checkpoint to everybody who is asked how measures go; return how many are new.

    Repeatable: who was asked before a checkpoint is not asked again, whatever is added. Seven queries at most.
    """
    today = timezone.localdate(now)
    due = [
        row for row in asked(today) if notice(row.moment.day, ASKED_BEFORE, hour=settings.REMINDER_HOUR).due_at <= now
    ]
    letters = _letters(due, writers_of({row.area.pk for row in due}, today)) if due else {}
    keys = {key: _key(*key) for key in letters}
    written = set(OutgoingMail.objects.filter(dedupe_key__in=keys.values()).values_list("dedupe_key", flat=True))
    fresh = {key: letters[key] for key in letters if keys[key] not in written}
    people = User.objects.filter(is_active=True).in_bulk({person for _, person in fresh})
    drafts = [
        _draft(moment, people[person], rows, keys[moment, person], now)
        for (moment, person), rows in fresh.items()
        if person in people
    ]
    queue_mails(drafts)
    return len(drafts)


def _letters(due: list[Asked], writers: dict[UUID, set[UUID]]) -> Letters:
    """Return what each person is asked before each checkpoint."""
    found: Letters = defaultdict(list)
    for row in due:
        for person in {row.contact} if row.contact else writers.get(row.area.pk, set()):
            found[row.moment, person].append(row)
    return dict(found)


def _key(moment: Moment, person: UUID) -> str:
    return f"ask-status:{moment.pk}:{person}"


def _draft(moment: Moment, person: User, rows: list[Asked], key: str, now: datetime) -> Draft:
    today = timezone.localdate(now)
    context = {
        "moment": moment,
        "when": f"{dutch.weekday_date(moment.day)} ({dutch.days_until(moment.day, today)})",
        "rows": [
            {"name": f"{row.code} {row.title}", "age": row.age_on(today), "url": f"{settings.BASE_URL}{row.url}"}
            for row in rows[:MOST_NAMED]
        ],
        "more": len(rows) - MOST_NAMED,
        "why": _why(rows),
        "link": f"{settings.BASE_URL}/",
    }
    subject = f"Hoe staat het met {_measures(rows)}? {moment.name} is op {dutch.long_date(moment.day)}"
    mail = write_mail("deliverables/agenda/reports/mail/ask", subject, context)
    return Draft(person.email, mail.subject, mail.text, key, mail.html)


def _why(rows: list[Asked]) -> str:
    contact = "U bent het aanspreekpunt van de trekker."
    writer = "Er is geen aanspreekpunt dat het portaal kan vragen. U schrijft mee aan de uitvoeringsagenda."
    return " ".join(dict.fromkeys(contact if row.contact else writer for row in rows))


def _measures(rows: list[Asked]) -> str:
    return rows[0].code if len(rows) == 1 else f"{len(rows)} maatregelen"
