"""A mail from its two templates: the same words as plain text and as HTML."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.template.loader import render_to_string

from novex_portal.toolkit.mail.outbox import queue_mail
from novex_portal.toolkit.text.dutch import NBSP


@dataclass(frozen=True)
class Mail:
    """What one mail says, whoever it goes to."""

    subject: str
    text: str
    html: str


def write_mail(template: str, subject: str, context: Mapping[str, object]) -> Mail:
    """Write a mail with `template`.txt and `template`.html; both may use its `subject`."""
    subject = subject.replace(NBSP, " ")
    context = {**context, "subject": subject}
    text = render_to_string(f"{template}.txt", context).replace(NBSP, " ").strip() + "\n"
    return Mail(subject, text, render_to_string(f"{template}.html", context))


def queue_written_mail(
    template: str,
    *,
    to: str,
    subject: str,
    context: Mapping[str, object],
    dedupe_key: str,
    wipe_after_sending: bool = False,
) -> None:
    """Owe somebody the mail that `write_mail` makes of a template. Part of the caller's transaction, as `queue_mail`."""
    mail = write_mail(template, subject, context)
    queue_mail(
        to=to,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        dedupe_key=dedupe_key,
        wipe_after_sending=wipe_after_sending,
    )
