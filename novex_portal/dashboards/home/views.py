"""The start page."""

from django.conf import settings
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.accounts.requests import SignedInRequest
from novex_portal.dashboards.home.queries import home as home_of
from novex_portal.dashboards.home.queries import landing


@require_safe
def home(request: SignedInRequest) -> HttpResponseBase:
    """Send who has one task to the page for it; show everybody else what waits for them."""
    if url := landing(request.user):
        return redirect(url)
    context = {"home": home_of(request.user, timezone.localdate()), "silent_days": settings.SILENT_DAYS}
    return render(request, "dashboards/home/home.html", context)
