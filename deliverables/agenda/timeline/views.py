"""The timeline: the measures of an area held against a version, and against what must be ready."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.rules.grouping import Wanted
from deliverables.agenda.timeline.forms import TimelineFilter
from deliverables.agenda.timeline.queries.agenda import agenda_of
from deliverables.agenda.timeline.queries.comparing import targets_of
from deliverables.agenda.versions.queries.versions import baseline_of, labels_of


@require_safe
def agenda_timeline(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show the agenda in time; `?versie=` compares with a version, `?voor=` stresses what decides."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    form = TimelineFilter(request.GET, versions=labels_of(area), targets=targets_of(area))
    baseline = baseline_of(area, form.number) if form.number else None
    context = {
        "area": area,
        "form": form,
        "baseline": baseline,
        "target": form.target,
        "agenda": agenda_of(
            request.user,
            area,
            timezone.localdate(),
            Wanted(),
            request.GET.getlist("open"),
            baseline=baseline,
            target=form.target,
        ),
    }
    return render(request, "deliverables/agenda/timeline/timeline.html", context)
