"""From a reminder that is due to a mail in the outbox, and back to life when that mail died."""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

from areas.models import User
from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.letters import Letter, cancelled_mail, moved_mail, reminder_mail
from deliverables.reminders.models import Reminder
from deliverables.reminders.queries.letters import letters_for, reminded_of
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.mail.outbox import Draft, queue_mails, retry_mail
from novex_portal.toolkit.mail.writing import Mail
from novex_portal.toolkit.problems import Problem

BATCH = 200


@action(by=By.CLOCK)
def queue_due_reminders(*, now: datetime, limit: int = BATCH) -> int:
    """Turn reminders that are due into mails in the outbox; returns how many it took up.

    Claim, mail and mark are one transaction: killed halfway nothing happened, and a reminder that
    another worker holds, or whose checkpoint is being changed, is left for the next round.
    """
    due = list(
        Reminder.objects.select_for_update(skip_locked=True, of=("self", "checkpoint"))
        .select_related("checkpoint", "recipient")
        .filter(status=ReminderStatus.PLANNED, due_at__lte=now)
        .order_by("due_at")[:limit]
    )
    if not due:
        return 0
    today = timezone.localdate(now)
    letters = letters_for({(row.checkpoint_id, row.recipient_id) for row in due}, today=today)
    drafts: dict[str, Draft] = {}
    for row in due:
        letter = letters.get((row.checkpoint_id, row.recipient_id))
        if letter is not None:
            mail = reminder_mail(letter, today=today)
            drafts[_key(row)] = Draft(row.recipient.email, mail.subject, mail.text, _key(row), mail.html)
    mails = queue_mails(list(drafts.values()))
    for row in due:
        row.status, row.mail = ReminderStatus.QUEUED, mails.get(_key(row))
    Reminder.objects.bulk_update([row for row in due if row.mail], ["status", "mail"])
    # Whoever lost their place since the planning hears nothing.
    Reminder.objects.filter(pk__in=[row.pk for row in due if not row.mail]).delete()
    return len(due)


def announce_move(*, checkpoint: Checkpoint, was: date) -> None:
    """Tell those who were reminded of the old day what the new one is; once per change."""
    _tell(checkpoint, f"moved:{checkpoint.pk}:{checkpoint.version}", lambda letter: moved_mail(letter, was=was))


def announce_cancellation(*, checkpoint: Checkpoint) -> None:
    """Tell those who were reminded that it is off. Call it before the checkpoint goes."""
    _tell(checkpoint, f"cancelled:{checkpoint.pk}", cancelled_mail)


@action
def retry_reminder(*, reminder: Reminder, actor: User) -> None:
    """Send a reminder whose mail died once more. Raises Problem when it did not die."""
    if reminder.mail is None:
        raise Problem("Deze herinnering is nog niet aan de beurt geweest.")
    retry_mail(reminder.mail)


def _tell(checkpoint: Checkpoint, cause: str, write: Callable[[Letter], Mail]) -> None:
    people = reminded_of(checkpoint)
    letters = letters_for({(checkpoint.pk, person.pk) for person in people}, today=timezone.localdate())
    drafts = []
    for person in people:
        if letter := letters.get((checkpoint.pk, person.pk)):
            mail = write(letter)
            drafts.append(Draft(person.email, mail.subject, mail.text, f"{cause}:{person.pk}", mail.html))
    queue_mails(drafts)


def _key(reminder: Reminder) -> str:
    return f"reminder:{reminder.pk}"
