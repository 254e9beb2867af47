"""Addresses that go wrong on purpose; only the tests of the error pages know them."""

import errno

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import include, path
from django.views.decorators.csrf import csrf_exempt
from redis.exceptions import TimeoutError as RedisTimeoutError

from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.urls import handler400, handler403, handler404, handler500
from novex_portal.urls import urlpatterns as real_urls

__all__ = ["handler400", "handler403", "handler404", "handler500"]

FAILURES: dict[str, Exception] = {
    "bad": SuspiciousOperation("vreemd"),
    "forbidden": PermissionDenied("Uw rol mag dit niet."),
    "problem": Problem("Een artikel zonder tekst kan niet mee."),
    "conflict": Conflict("Iemand anders was u voor."),
    "crash": RuntimeError("kapot"),
    "down": OperationalError("weg"),
    "broker": RedisTimeoutError("traag"),
    "full": OSError(errno.ENOSPC, "vol"),
}


@login_not_required
@csrf_exempt
def fail(request: HttpRequest, name: str) -> HttpResponse:
    raise FAILURES[name]


@login_not_required
def echo(request: HttpRequest) -> HttpResponse:
    return HttpResponse(repr((request.GET.get("q"), request.POST.get("text"))))


def private(request: HttpRequest) -> HttpResponse:
    return HttpResponse("binnen")


urlpatterns = [
    path("test/fail/<str:name>/", fail),
    path("test/echo/", echo),
    path("test/private/", private),
    path("", include(real_urls)),
]
