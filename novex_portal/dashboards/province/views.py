"""A province over its areas, on screen and on paper."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.accounts.requests import SignedInRequest
from novex_portal.dashboards.province.access import province_for
from novex_portal.dashboards.province.actions import print_province
from novex_portal.dashboards.province.queries.page import province_page
from novex_portal.toolkit.forms.base import posted_token
from novex_portal.toolkit.fragments import go_to


@require_safe
def province(request: SignedInRequest, province: str) -> HttpResponse:
    """Show what a province does in the areas of it that one sees: its part, products, moments, money and agreements."""
    today = timezone.localdate()
    found, links = province_for(request.user, province)
    context = {"page": province_page(request.user, found, links, today), "today": today}
    return render(request, "dashboards/province/province.html", context)


@require_POST
def province_print(request: SignedInRequest, province: str) -> HttpResponseBase:
    """The same on paper."""
    found, links = province_for(request.user, province)
    made = print_province(
        province=found, links=links, actor=request.user, moment=timezone.now(), token=posted_token(request)
    )
    return go_to(request, "printout", made.pk)
