"""The floor every page is measured against: signed in, one row by its key, the bare frame."""

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal import urls

FLOOR = "/bodem/"


def floor(request: SignedInRequest) -> HttpResponse:
    """Answer with the frame alone. Three queries: the user, their memberships, one area."""
    return render(request, "base.html", {"area": area_for(request.user, request.GET["gebied"], Permission.VIEW_AREA)})


urlpatterns = [path(FLOOR.strip("/") + "/", floor, name="benchmark-floor"), *urls.urlpatterns]
