"""What a mail of the portal looks like on the wire, and where it goes when there is no mail server."""

import os
import re
from collections.abc import Sequence
from email.policy import SMTP
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend

_SAFE_NAME = re.compile(r"[^A-Za-z0-9-]")


def message_id(mail_id: UUID) -> str:
    """Return the Message-ID of a mail: the same at every try, so that a repeat is known as one."""
    return f"<{mail_id}@{urlsplit(settings.BASE_URL).hostname or 'portaal.invalid'}>"


def build_message(*, mail_id: UUID, to: str, subject: str, text: str, html: str) -> EmailMultiAlternatives:
    """Return one mail to one address, with its text and (when there is any) its HTML side."""
    message = EmailMultiAlternatives(
        subject=" ".join(subject.split()),
        body=text,
        from_email=settings.EMAIL_FROM,
        to=[to],
        headers={
            "Message-ID": message_id(mail_id),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )
    if html:
        message.attach_alternative(html, "text/html")
    return message


class LetterboxBackend(BaseEmailBackend):
    """Writes each mail to a file of its own, named after its Message-ID: a repeat replaces itself.

    The practice environment's way of sending; its letterbox page reads these files.
    """

    def __init__(self, *, file_path: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.directory = Path(file_path)

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        self.directory.mkdir(parents=True, exist_ok=True)
        for number, message in enumerate(email_messages):
            written = message.message(policy=SMTP)
            name = str(written["Message-ID"]).strip("<>").partition("@")[0]
            path = self.directory / f"{_SAFE_NAME.sub('-', name)}.eml"
            making = path.with_name(f".{path.name}.{os.getpid()}.{number}")
            making.write_bytes(written.as_bytes())
            making.replace(path)
        return len(email_messages)
