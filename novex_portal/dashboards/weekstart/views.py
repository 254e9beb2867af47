"""The weekstart: what is open, so that the planning group's meeting makes its own agenda."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal.dashboards.weekstart.queries import LEAST_DAYS, MOST_DAYS, days_from, weekstart_lists


@require_safe
def weekstart(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    days, makes_sense = days_from(request.GET.get("dagen", "").strip())
    context = {
        "area": area,
        "lists": weekstart_lists(area, request.user, timezone.localdate(), days),
        "days": days,
        "makes_sense": makes_sense,
        "least": LEAST_DAYS,
        "most": MOST_DAYS,
        "today": timezone.localdate(),
    }
    return render(request, "dashboards/weekstart/weekstart.html", context)
