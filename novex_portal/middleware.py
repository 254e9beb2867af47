"""What holds for every request: clean input, where it comes from, what may be kept, who may be asked to sign in."""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import quote, urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.utils.cache import add_never_cache_headers, patch_vary_headers

from novex_portal import errors
from novex_portal.toolkit.files.uploads import MOST_SENT
from novex_portal.toolkit.forms.typed import address, typed_fields
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import UNWANTED, clean

GetResponse = Callable[[HttpRequest], HttpResponseBase]

_OFF = (
    "accelerometer", "autoplay",
    "browsing-topics", "camera", "display-capture", "encrypted-media", "fullscreen", "gamepad", "geolocation",
    "gyroscope", "hid", "idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "screen-wake-lock", "serial", "storage-access", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS_POLICY = ", ".join(
    [f"{feature}=()" for feature in _OFF] + ["publickey-credentials-create=(self)", "publickey-credentials-get=(self)"]
)


class CleanInput:
    """Takes NUL and other characters no database can hold out of query strings and forms."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "%" in request.META.get("QUERY_STRING", ""):
            request.GET = cleaned(request.GET)  # type: ignore[assignment]
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> None:
        if request.method == "POST":
            request.POST = cleaned(request.POST)  # type: ignore[assignment]


def cleaned(data: QueryDict) -> QueryDict:
    """Return data itself when nothing is wrong with it, else a copy in which the text is clean."""
    pairs = [(name, value) for name, values in data.lists() for value in values]
    if not any(UNWANTED.search(word) for pair in pairs for word in pair):
        return data
    copy = QueryDict(mutable=True)
    for name, value in pairs:
        copy.appendlist(clean(name), clean(value))
    copy._mutable = False
    return copy


MOST_UPLOADED = MOST_SENT + 512 * 1024  # a file at its largest, and the rest of its form
_PATIENCE = 60  # seconds, and bytes, that a file which is refused may still take to come in
_MOST_DRAINED = 250_000_000


class UploadLimit:
    """Refuses a form with a file that is too large before anything of it is kept.

    A browser reads no answer while it still sends, so what it sends is thrown away as it comes in: for
    who is signed in. Nothing of it touches memory or disk, and others get their answer at once.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method == "POST" and request.content_type == "multipart/form-data":
            length = request.META.get("CONTENT_LENGTH") or "0"
            if length.isdigit() and int(length) > MOST_UPLOADED:
                if request.user.is_authenticated:
                    _throw_away(request, min(int(length), _MOST_DRAINED))
                return errors.error_page(request, 413, template="errors/413_file.html")
        return self.get_response(request)


def _throw_away(request: HttpRequest, most: int) -> None:
    deadline = time.monotonic() + _PATIENCE
    left = most
    try:
        while left > 0 and time.monotonic() < deadline and (piece := request.read(min(left, 65_536))):
            left -= len(piece)
    except OSError:  # who sends it gave up
        return


class FetchMetadata:
    """Refuses what another site makes a browser send, except following a link to a page."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.headers.get("Sec-Fetch-Site") == "cross-site":
            follows_link = request.method in {"GET", "HEAD"} and request.headers.get("Sec-Fetch-Mode") == "navigate"
            if not follows_link:
                return errors.forbidden(request, PermissionError("Deze opdracht kwam van een andere website."))
        return self.get_response(request)


class Headers:
    """Adds the headers Django does not: nothing of a signed-in page is kept anywhere."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        patch_vary_headers(response, ["HX-Request"])
        if "Cache-Control" not in response.headers and _is_personal(request):
            add_never_cache_headers(response)
        if _signed_out_just_now(request):
            response["Clear-Site-Data"] = '"cache", "storage"'
        return response


def _is_personal(request: HttpRequest) -> bool:
    """Whether somebody is signed in; asks only if something asked before, so that it costs no query."""
    user = getattr(request, "_cached_user", None)
    return user is not None and user.is_authenticated


def _signed_out_just_now(request: HttpRequest) -> bool:
    match = request.resolver_match
    return request.method == "POST" and match is not None and match.url_name == "account_logout"


class SignInRequired(LoginRequiredMiddleware):
    """Every page asks to sign in; a form that comes after the session ended does not lose its text."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:  # type: ignore[override]
        if request.method == "POST" and (typed_fields(request) or _is_htmx(request)):
            return errors.signed_out(request)
        return super().handle_no_permission(request, view_func)


class HtmxSignIn:
    """A redirect to the sign-in page moves the whole page, never ends up inside a part of it."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not _is_htmx(request) or response.status_code != 302:
            return response
        target = response.headers.get("Location", "")
        if not urlsplit(target).path.startswith(("/accounts/login/", "/accounts/reauthenticate/", "/accounts/2fa/")):
            return response
        page = address(request.headers.get("HX-Current-URL", "/")).path or "/"
        jump = HttpResponse(status=204)
        jump["HX-Redirect"] = f"{urlsplit(target).path}?next={quote(page)}"
        return jump


def _is_htmx(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


class Problems:
    """A rule of the domain that no view caught becomes a page that explains it: 422 or 409."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Problem):
            return errors.error_page(request, exception.status, reason=str(exception), template="errors/422.html")
        return None
