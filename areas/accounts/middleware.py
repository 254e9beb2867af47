"""How long a session lasts, and who must have a second factor before anything else."""

import time
from collections.abc import Callable
from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY, logout
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import ResolverMatch

from areas.access import needs_second_factor

GetResponse = Callable[[HttpRequest], HttpResponseBase]

SIGNED_IN_AT = "signed_in_at"
SEEN_AT = "seen_at"
HAS_SECOND_FACTOR = "has_second_factor"
_STAMP_EVERY = 60  # seconds; a session is not written at every request

# Asked for by a script of ours while nobody touches the page: no sign of life.
_IDLE_PAGES = frozenset({"session-state", "version-status"})
# Where somebody without a second factor may go: to make one, to leave, and what anybody may read.
_OPEN_PAGES = frozenset(
    {
        "account_logout",
        "account_reauthenticate",
        "account_email",
        "session-state",
    }
)


class SessionLimits:
    """Ends a session after half an hour of silence, and twelve hours after signing in whatever happens."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        # Without the cookie there is no session to read, and none should be made.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or SESSION_KEY not in request.session:
            return
        now = time.time()
        if is_over(request.session.get(SIGNED_IN_AT), request.session.get(SEEN_AT), now):
            logout(request)
            messages.info(request, "U deed een tijd niets en bent uitgelogd. Log opnieuw in om verder te gaan.")
        else:
            stamp(request, now)


def is_over(signed_in_at: float | None, seen_at: float | None, now: float) -> bool:
    """Tell whether a session that began and was last used then (POSIX seconds) has ended by now."""
    too_long = signed_in_at is not None and now - signed_in_at >= settings.SESSION_MAX_SECONDS
    too_quiet = seen_at is not None and now - seen_at >= settings.SESSION_IDLE_SECONDS
    return too_long or too_quiet


def stamp(request: HttpRequest, now: float) -> None:
    """Note that somebody is there, at most once a minute and not for what a script asks by itself."""
    match = request.resolver_match
    if match is not None and match.url_name in _IDLE_PAGES:
        return
    if SIGNED_IN_AT not in request.session:
        request.session[SIGNED_IN_AT] = now
    if now - request.session.get(SEEN_AT, 0) >= _STAMP_EVERY:
        request.session[SEEN_AT] = now


class SecondFactor:
    """Keeps who can reach conversations at the enrolment pages until they have a second factor."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponseBase], *_: Any
    ) -> HttpResponseBase | None:
        # The practice environment has nothing to protect and must open with one click.
        if settings.DEMO or not request.user.is_authenticated:
            return None
        if is_open_page(request.resolver_match, view) or has_second_factor(request):
            return None
        if not needs_second_factor(request.user):
            return None
        messages.info(request, "Stel eerst een tweede inlogstap in. Daarna kunt u bij de gesprekken van uw gebied.")
        return redirect("mfa_index")


def is_open_page(match: ResolverMatch | None, view: Callable[..., HttpResponseBase]) -> bool:
    """Tell whether a page is for who has no second factor yet: enrolment, leaving, and public pages."""
    name = (match.url_name if match else "") or ""
    return name in _OPEN_PAGES or name.startswith("mfa_") or not getattr(view, "login_required", True)


def has_second_factor(request: HttpRequest) -> bool:
    """Tell whether the user has a second factor; asks the database until the session knows.

    Any change of factors ends the user's other sessions and makes this one forget, so what a
    session knows is true: it was opened with the second factor, or made it.
    """
    if not request.session.get(HAS_SECOND_FACTOR):
        if not is_mfa_enabled(request.user):
            return False
        request.session[HAS_SECOND_FACTOR] = True
    return True
