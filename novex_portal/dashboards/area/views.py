"""The dashboard of an area."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal.dashboards.area.queries.area import area_dashboard


@require_safe
def area(request: SignedInRequest, slug: str) -> HttpResponse:
    """How an area stands: steps, meters, support, next checkpoint, latest changes."""
    place = area_for(request.user, slug, Permission.VIEW_AREA)
    today = timezone.localdate()
    board = area_dashboard(place, request.user, today)
    context = {"area": place, "board": board, "today": today, "own": own_organisations(request.user, place)}
    return render(request, "dashboards/area/area.html", context)
