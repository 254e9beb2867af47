"""A province over its areas."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.accounts.requests import SignedInRequest
from novex_portal.dashboards.province.access import province_for
from novex_portal.dashboards.province.queries import province_page


@require_safe
def province(request: SignedInRequest, province: str) -> HttpResponse:
    """Show what a province does in the areas of it that one sees: its part, products, moments, money and agreements."""
    today = timezone.localdate()
    found, links = province_for(request.user, province)
    context = {"page": province_page(request.user, found, links, today), "today": today}
    return render(request, "dashboards/province/province.html", context)
