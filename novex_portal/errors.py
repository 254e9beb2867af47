"""Pages for when something goes wrong. They say so in plain words and give the typed text back.

Nothing of a request's content is logged here. The pages for 500, 503 and 507 need no database.
"""

import logging
import sys

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template import loader
from kombu.exceptions import OperationalError as BrokerError
from redis.exceptions import ConnectionError as RedisConnectionError
from redis.exceptions import TimeoutError as RedisTimeoutError

from novex_portal.runtime import disk
from novex_portal.toolkit.context import MENU
from novex_portal.toolkit.forms.typed import came_from_here, typed_fields

logger = logging.getLogger(__name__)
_TOO_LARGE = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)
_DOWN = (OperationalError, InterfaceError, RedisConnectionError, RedisTimeoutError, BrokerError)


def error_page(request: HttpRequest, status: int, *, reason: str = "", template: str = "") -> HttpResponse:
    """Return our page for this status, with the text that was posted and a way to send it again.

    Rendered without request context, so that it needs no session and no database.
    """
    fields = typed_fields(request, unread=status == 413)
    htmx = request.headers.get("HX-Request") == "true"
    context = {
        "demo": settings.DEMO,
        "theme_css": bool(settings.THEME_CSS),
        "main_menu": [(label, url, "") for label, url in MENU],
        "reason": reason,
        "fields": fields,
        "action": request.get_full_path() if fields else "",
        "csrf_token": get_token(request) if fields and came_from_here(request) else "",
        "from_here": came_from_here(request),
    }
    html = loader.render_to_string(template or f"errors/{status}.html", context)
    response = HttpResponse(html, status=status)
    response["Cache-Control"] = "no-store"
    if htmx:
        # A part of the page stays as it is, with its text; the script says what happened.
        response["HX-Reswap"] = "none"
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when more was sent than we take."""
    return error_page(request, 413 if isinstance(exception, _TOO_LARGE) else 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the reason the door gave."""
    return error_page(request, 403, reason=str(exception or ""))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404; says the same about what does not exist and what is not yours."""
    return error_page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500; 507 when a disk is full, 503 when the database or the cache cannot be reached."""
    failure: BaseException | None = sys.exc_info()[1]
    if disk.is_full(failure):
        return error_page(request, 507)
    while failure is not None:
        if isinstance(failure, _DOWN):
            response = error_page(request, 503)
            response["Retry-After"] = "30"
            return response
        failure = failure.__cause__
    return error_page(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 when the form's token is old; the text can be sent again with a fresh one (htmx: in a header)."""
    response = error_page(request, 403, template="errors/csrf.html")
    if request.headers.get("HX-Request") == "true" and came_from_here(request):
        response["X-CSRFToken"] = get_token(request)
    return response


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for a form sent after the session ended: sign in again and nothing is lost."""
    return error_page(request, 401)
