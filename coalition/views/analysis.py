"""The way in to what the planning group looks at together."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.enums import Permission
from areas.requests import SignedInRequest


@require_safe
def analysis(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    return render(request, "coalition/analysis.html", {"area": area})
