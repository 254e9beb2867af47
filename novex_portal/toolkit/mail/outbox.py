"""The outbox: the only way a mail leaves the portal.

`queue_mail` writes a row in the transaction of its cause. The worker claims one row at a time,
sends it and marks it. A worker that is killed in between leaves a claim that runs out, so a mail
is sent at least once, and twice at most once per killed worker (with the same Message-ID).
"""

import logging
import re
import smtplib
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.errors import MessageError
from typing import Any

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from kombu.exceptions import OperationalError

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.mail.building import build_message
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.problems import Problem

log = logging.getLogger(__name__)
_WORD = re.compile(r"\S+")
_LINKS = ("https://", "http://", "/accounts/", "/uitnodiging")

RETRY_MINUTES = (1, 5, 30, 120)
"""How long to wait after the first, second, third and fourth failed try; the fifth is the last."""
MAX_ATTEMPTS = len(RETRY_MINUTES) + 1
LEASE = timedelta(minutes=3)
"""How long a claim holds; longer than the time limit of the task that sends."""
BATCH = 100
"""Mails per task: a long queue is taken in turns with other work."""
ROUND_SECONDS = 60
"""A slow server ends the round in time: the task's own limit would cut a mail in two."""


@dataclass(frozen=True)
class Draft:
    """A mail to be queued; `dedupe_key` names its cause, so that one cause gives one mail."""

    to: str
    subject: str
    text: str
    dedupe_key: str
    html: str = ""
    wipe_after_sending: bool = False


@dataclass
class Delivery:
    """What one round of sending did."""

    sent: int = 0
    failed: int = 0
    dead: int = 0


def queue_mail(
    *, to: str, subject: str, text: str, dedupe_key: str, html: str = "", wipe_after_sending: bool = False
) -> None:
    """Owe somebody a mail. Part of the caller's transaction; a second call with the key does nothing."""
    queue_mails([Draft(to, subject, text, dedupe_key, html, wipe_after_sending)])


def queue_mails(drafts: list[Draft]) -> dict[str, OutgoingMail]:
    """Owe several mails in one statement; returns the row of every dedupe key, new or not."""
    rows = [
        OutgoingMail(
            id=uuid7(),
            dedupe_key=draft.dedupe_key,
            to=draft.to,
            subject=" ".join(draft.subject.split())[:300],
            text=draft.text,
            html=draft.html,
            wipe_after_sending=draft.wipe_after_sending,
        )
        for draft in drafts
    ]
    OutgoingMail.objects.bulk_create(rows, ignore_conflicts=True)
    if rows:
        transaction.on_commit(wake_sender, robust=True)
    return {
        mail.dedupe_key: mail
        for mail in OutgoingMail.objects.filter(dedupe_key__in=[row.dedupe_key for row in rows]).defer("text", "html")
    }


def wake_sender() -> None:
    """Ask the worker to send now. Only a courtesy: the sweep finds the rows without it too."""
    from novex_portal.celery import app  # late: a command that sends nothing need not load Celery

    # Nobody's page waits for a broker that is down: one try, one second.
    options = app.conf.broker_transport_options | {"max_retries": 1, "interval_start": 0, "interval_max": 0}
    try:
        with app.connection_for_write(transport_options=options, connect_timeout=1) as broker:
            app.send_task("novex_portal.toolkit.tasks.deliver_mail", connection=broker, retry=False, expires=60)
    except (OperationalError, OSError):
        log.warning("broker not reachable; the next sweep sends the mail")


def deliver_due(*, limit: int = BATCH) -> Delivery:
    """Send the mails that are due, each claimed first; safe with any number of workers at once."""
    done = Delivery()
    connection = mailers.default
    end = time.monotonic() + ROUND_SECONDS
    try:
        for _ in range(limit):
            mail = _claim_next(timezone.now()) if time.monotonic() < end else None
            if mail is None:
                break
            connection = _send(mail, connection, done)
    finally:
        _close(connection)
    return done


def retry_mail(mail: OutgoingMail) -> None:
    """Give a dead mail its tries back. Raises Problem when it is not dead, or was emptied."""
    revived = OutgoingMail.objects.filter(pk=mail.pk, status=MailStatus.DEAD).exclude(text="")
    now = timezone.now()
    if not revived.update(status=MailStatus.QUEUED, attempts=0, next_try_at=now, claimed_until=None):
        raise Problem("Dit bericht is niet mislukt, of de inhoud is gewist. Opnieuw versturen kan niet.")
    transaction.on_commit(wake_sender, robust=True)


def _claim_next(now: datetime) -> OutgoingMail | None:
    """Claim the mail that waits longest; its try counts from here, also if the worker dies."""
    free = Q(claimed_until__isnull=True) | Q(claimed_until__lt=now)
    with transaction.atomic():
        mail = (
            OutgoingMail.objects.select_for_update(skip_locked=True)
            .filter(free, status=MailStatus.QUEUED, next_try_at__lte=now)
            .order_by("next_try_at")
            .first()
        )
        if mail is not None:
            mail.attempts += 1
            mail.claimed_until = now + LEASE
            mail.save(update_fields=["attempts", "claimed_until"])
    return mail


def _send(mail: OutgoingMail, connection: BaseEmailBackend, done: Delivery) -> BaseEmailBackend:
    """Try a claimed mail once and mark it; returns a connection the next mail can use."""
    if mail.attempts > MAX_ATTEMPTS:
        _mark_failed(mail, "De verzending is telkens afgebroken.", permanent=True, done=done)
        return connection
    try:
        message = build_message(mail_id=mail.pk, to=mail.to, subject=mail.subject, text=mail.text, html=mail.html)
        connection.open()
        connection.send_messages([message])
    except (OSError, ValueError, MessageError) as error:  # SMTPException is an OSError; the others: no valid mail
        _mark_failed(mail, explain(error), permanent=is_permanent(error), done=done)
        _close(connection)
        return mailers.default
    _mark_sent(mail)
    done.sent += 1
    return connection


def _close(connection: BaseEmailBackend) -> None:
    try:
        connection.close()
    except OSError:
        log.info("the mail server hung up first")


def _mark_sent(mail: OutgoingMail) -> None:
    mail.status, mail.sent_at, mail.claimed_until, mail.error = MailStatus.SENT, timezone.now(), None, ""
    if mail.wipe_after_sending:
        mail.text = mail.html = ""
    mail.save(update_fields=["status", "sent_at", "claimed_until", "error", "text", "html"])


def _mark_failed(mail: OutgoingMail, reason: str, *, permanent: bool, done: Delivery) -> None:
    mail.error, mail.claimed_until = reason, None
    if permanent or mail.attempts >= MAX_ATTEMPTS:
        mail.status = MailStatus.DEAD
        if mail.wipe_after_sending:
            mail.text = mail.html = ""
        done.dead += 1
    else:
        mail.next_try_at = timezone.now() + timedelta(minutes=RETRY_MINUTES[mail.attempts - 1])
        done.failed += 1
    mail.save(update_fields=["status", "error", "claimed_until", "next_try_at", "text", "html"])
    log.warning("mail %s not sent at try %d: %s", mail.pk, mail.attempts, reason)


# --- What went wrong, in words ---------------------------------------------------------------


def is_permanent(error: Exception) -> bool:
    """Whether trying again is of no use: the address is wrong, or the server refuses this mail for good.

    A refusal of ourselves (our password, our sender address) can be repaired, so it is not.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(500 <= code < 600 for code, _ in error.recipients.values())
    if isinstance(error, smtplib.SMTPDataError):
        return 500 <= error.smtp_code < 600
    return not isinstance(error, OSError)


def explain(error: Exception) -> str:
    """Return the reason for people, at most 300 characters, without passwords, links or line ends."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, answer = next(iter(error.recipients.values()))
        reason = f"De mailserver neemt geen post aan voor dit adres ({code}: {_words(answer)})."
    elif isinstance(error, smtplib.SMTPAuthenticationError):
        reason = f"De mailserver weigert de inloggegevens van het portaal ({error.smtp_code})."
    elif isinstance(error, smtplib.SMTPResponseException):
        reason = f"De mailserver weigert het bericht ({error.smtp_code}: {_words(error.smtp_error)})."
    elif isinstance(error, smtplib.SMTPException):
        reason = f"Het gesprek met de mailserver brak af ({type(error).__name__})."
    elif isinstance(error, OSError):
        reason = f"De mailserver is niet bereikbaar ({type(error).__name__})."
    else:
        reason = "Dit is geen geldig e-mailadres."
    return _without_secrets(reason)[:300]


def _words(answer: bytes | str) -> str:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else str(answer)
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())[:200]


def _without_secrets(text: str) -> str:
    """Servers quote what they refuse: take out links (they can sign somebody in) and our password."""
    text = _WORD.sub(lambda word: "[link]" if any(sign in word[0] for sign in _LINKS) else word[0], text)
    mailer: dict[str, Any] = settings.MAILERS["default"]
    options = mailer.get("OPTIONS", {})
    for name in ("password", "username"):
        if secret := str(options.get(name) or ""):
            text = text.replace(secret, "…")
    return text
