"""The memory of the plan: a page and a file."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.versions.queries.memory import CELLS, memory_cells, memory_of
from novex_portal.toolkit.files.exports import csv_answer


@require_safe
def agenda_memory(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    return render(request, "deliverables/agenda/versions/memory.html", {"area": area, "memory": memory_of(area)})


@require_safe
def agenda_memory_csv(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """Every time a measure moved, one line each."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    name = f"planningsgeheugen-{slug}-{timezone.localdate():%Y-%m-%d}.csv"
    return csv_answer(CELLS, memory_cells(memory_of(area)), name)
