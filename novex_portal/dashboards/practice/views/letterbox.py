"""The letterbox of the practice environment: every mail the portal sent, as its receiver would see it."""

import email
from dataclasses import dataclass
from datetime import datetime
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from novex_portal.toolkit.fragments import render_part, wants_fragment
from novex_portal.toolkit.text.markup import clean, sanitise

SHOWN = 40


@dataclass(frozen=True)
class Letter:
    """One mail in the letterbox; its HTML side went through our allow-list."""

    key: str
    to: str
    subject: str
    sent_at: datetime | None
    text: str
    html: SafeString


@login_not_required
@require_safe
def practice_mail(request: HttpRequest) -> HttpResponse:
    """Show the mails of the practice environment, newest first; elsewhere there is no such page."""
    if not settings.DEMO:
        raise Http404("Deze pagina is er alleen in de oefenomgeving.")
    keys = _keys(settings.MAIL_DIR)
    since = request.GET.get("na")
    context = {
        "letters": [] if wants_fragment(request) else letters(settings.MAIL_DIR),
        "newest": since if since is not None else (keys[0] if keys else "0"),
        "arrived": sum(key > since for key in keys) if since is not None else 0,
    }
    return render_part(request, "dashboards/practice/letterbox.html", "news", context)


def _keys(directory: Path) -> list[str]:
    """Return the names of all mails, newest first: a name sorts by the moment its mail was made."""
    return sorted((path.stem for path in directory.glob("*.eml")), reverse=True)


def letters(directory: Path) -> list[Letter]:
    """Return the newest mails in a directory; files that are no mail are left out."""
    read = (_read(directory / f"{key}.eml") for key in _keys(directory)[:SHOWN])
    return [letter for letter in read if letter is not None]


def _read(path: Path) -> Letter | None:
    try:
        message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
        return Letter(
            key=path.stem,
            to=clean(str(message["To"] or "")),
            subject=clean(str(message["Subject"] or "")),
            sent_at=_moment(message),
            text=clean(_part(message, "plain")),
            html=mark_safe(sanitise(_part(message, "html"))),  # noqa: S308 - that is what sanitise is for
        )
    except (OSError, MessageError, LookupError, ValueError):
        return None


def _part(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    return str(part.get_content()) if part is not None else ""


def _moment(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None
