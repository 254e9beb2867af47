"""The read log: who opened which confidential conversation. No content, not even for the auditor."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.access import area_for, areas_visible_to, may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.conversations.readers.queries import read_log


@require_safe
def all_readings(request: SignedInRequest) -> HttpResponseBase:
    """The read log of all areas, or of the one asked for with `gebied`."""
    if not may_anywhere(request.user, Permission.VIEW_READ_LOG):
        raise PermissionDenied("Het leeslog is er voor de auditor.")
    areas = list(areas_visible_to(request.user))
    chosen = next((area for area in areas if area.slug == request.GET.get("gebied")), None)
    page = Paginator(read_log(chosen), 50).get_page(request.GET.get("page"))
    return render(
        request, "coalition/conversations/readers/read_log.html", {"areas": areas, "chosen": chosen, "page": page}
    )


@require_safe
def area_readings(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The read log of one area."""
    area = area_for(request.user, slug, Permission.VIEW_READ_LOG)
    page = Paginator(read_log(area), 50).get_page(request.GET.get("page"))
    return render(
        request, "coalition/conversations/readers/read_log.html", {"area": area, "chosen": area, "page": page}
    )
