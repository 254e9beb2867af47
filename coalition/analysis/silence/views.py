"""The stiltekaart: who was not heard yet."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.analysis.silence.queries import HEADINGS, silence_cells, silence_map
from coalition.analysis.silence.rules import RULE
from novex_portal.toolkit.files.exports import csv_answer


@require_safe
def silence(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    context = {
        "area": area,
        "map": silence_map(area, timezone.localdate()),
        "rule": RULE,
        "may_log": may(request.user, area, Permission.LOG_CONVERSATION),
    }
    return render(request, "coalition/analysis/silence/silence.html", context)


@require_safe
def silence_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    today = timezone.localdate()
    name = f"stiltekaart-{area.slug}-{today:%Y-%m-%d}.csv"
    return csv_answer(HEADINGS, silence_cells(silence_map(area, today)), name)
