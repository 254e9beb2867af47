"""The money of areas side by side."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal.dashboards.funds.queries import funds_overview


@require_safe
def fund_overview(request: SignedInRequest) -> HttpResponse:
    """Show fund by area by year, which funds serve which theme, and process money: all areas for the regieteam."""
    if not may_anywhere(request.user, Permission.VIEW_INVESTMENTS):
        raise PermissionDenied("Uw rol mag het geld van gebieden niet zien.")
    context = {"overview": funds_overview(request.user), "today": timezone.localdate()}
    return render(request, "dashboards/funds/funds.html", context)
