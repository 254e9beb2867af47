"""The page of a perspective."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.overview.queries import page_of


@require_safe
def perspective(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show how far the perspective is, who stands behind it, what it chooses, and what goes between it and the provinces."""
    area = area_for(request.user, slug, Permission.VIEW_PERSPECTIVE)
    context = {
        "area": area,
        "page": page_of(request.user, area, timezone.localdate()),
        "may_edit": may(request.user, area, Permission.EDIT_PERSPECTIVE),
        "may_edit_factsheet": may(request.user, area, Permission.EDIT_FACTSHEET),
    }
    return render(request, "deliverables/perspective/overview/perspective.html", context)
