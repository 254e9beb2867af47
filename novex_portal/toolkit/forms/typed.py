"""Gets back what somebody typed from a request that failed, so that no error page loses it."""

import re
from dataclasses import dataclass
from itertools import count
from urllib.parse import SplitResult, parse_qsl, urlsplit

from django.core.exceptions import BadRequest, RequestDataTooBig, SuspiciousOperation
from django.http import HttpRequest
from django.http.request import UnreadablePostError

from novex_portal.toolkit.text.markup import clean

MAX_ECHO = 20_000_000  # bytes; beyond this nobody typed it
MAX_FIELDS = 5_000
_SECRET = re.compile(r"pass|wacht|token|secret|geheim|otp|code|credential|key|csrf|signature", re.IGNORECASE)


@dataclass(frozen=True)
class Field:
    """One posted value; text a person typed has a number, from 1, anything else travels along unseen."""

    name: str
    value: str
    number: int

    @property
    def rows(self) -> int:
        """Height that lets most of the text be seen at once."""
        return max(2, min(14, len(self.value) // 70 + self.value.count("\n") + 1))


def came_from_here(request: HttpRequest) -> bool:
    """Whether the browser says that a page of this portal sent the request.

    Only then is anything given back: else another site could put its text on ours, or have a
    visitor send its form with our token.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site == "same-origin"
    origin = address(request.headers.get("Origin", ""))
    return bool(origin.netloc) and origin.netloc == request.META.get("HTTP_HOST")


def address(text: str) -> SplitResult:
    """Take an address from a header apart; what is none, such as http://[, is empty."""
    try:
        return urlsplit(text)
    except ValueError:
        return urlsplit("")


def typed_fields(request: HttpRequest, *, unread: bool = False) -> list[Field]:
    """Return the posted fields in their order, without anything secret; empty when there is nothing to keep.

    `unread`: Django refused to read the form because of its size.
    """
    if request.method != "POST" or request.path.startswith("/accounts/") or not came_from_here(request):
        return []
    numbers = count(1)
    return [
        Field(name, clean(value), next(numbers) if _is_prose(value) else 0)
        for name, value in _pairs(request, unread)
        if value and not _SECRET.search(name)
    ]


def _is_prose(value: str) -> bool:
    return bool(re.search(r"\s", value.strip())) or len(value) > 60


def _pairs(request: HttpRequest, unread: bool) -> list[tuple[str, str]]:
    if not unread:
        try:
            return [(name, value) for name, values in request.POST.lists() for value in values]
        except (UnreadablePostError, SuspiciousOperation, BadRequest):
            pass
    body = _raw_body(request).decode("utf-8", "replace")
    try:
        return parse_qsl(body, keep_blank_values=True, max_num_fields=MAX_FIELDS)
    except ValueError:
        return []


def _raw_body(request: HttpRequest) -> bytes:
    """Return a form body that Django refused to read because of its size."""
    if request.content_type != "application/x-www-form-urlencoded":
        return b""
    try:
        return request.body
    except RequestDataTooBig:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
        return request.read(length) if length <= MAX_ECHO else b""
    except UnreadablePostError:
        return b""
