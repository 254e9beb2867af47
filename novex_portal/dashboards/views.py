"""The top floor: start page, dashboard of an area, and all areas side by side."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.area.rules import Place, dots
from areas.enums import Permission
from novex_portal.dashboards.queries.area import area_dashboard
from novex_portal.dashboards.queries.home import home as home_of
from novex_portal.dashboards.queries.home import landing
from novex_portal.dashboards.queries.overview import overview_rows, summary
from novex_portal.dashboards.tables import HEADINGS, overview_table
from novex_portal.toolkit.exports import csv_answer


@require_safe
def home(request: SignedInRequest) -> HttpResponseBase:
    """Send who has one task to the page for it; show everybody else what waits for them."""
    if url := landing(request.user):
        return redirect(url)
    context = {"home": home_of(request.user, timezone.localdate()), "silent_days": settings.SILENT_DAYS}
    return render(request, "dashboards/home.html", context)


@require_safe
def area(request: SignedInRequest, slug: str) -> HttpResponse:
    """How an area stands: steps, meters, support, next checkpoint, latest changes."""
    place = area_for(request.user, slug, Permission.VIEW_AREA)
    today = timezone.localdate()
    board = area_dashboard(place, request.user, today)
    context = {"area": place, "board": board, "today": today, "own": own_organisations(request.user, place)}
    return render(request, "dashboards/area.html", context)


@require_safe
def overview(request: SignedInRequest) -> HttpResponse:
    """The areas side by side: all for the regieteam, their own for everybody else."""
    today = timezone.localdate()
    by_date = request.GET.get("volgorde") == "ijkmoment"
    rows = overview_rows(request.user, today, by_date=by_date)
    places = [
        Place(
            row.area.number, row.label, f"#gebied-{row.area.number}", row.area.latitude, row.area.longitude, row.is_far
        )
        for row in rows
    ]
    context = {
        "rows": rows,
        "dots": dots(sorted(places, key=lambda place: place.number)),
        "summary": summary(rows, today),
        "by_date": by_date,
        "today": today,
    }
    return render(request, "dashboards/overview.html", context)


@require_safe
def overview_export(request: SignedInRequest) -> StreamingHttpResponse:
    """The same overview as CSV."""
    today = timezone.localdate()
    rows = overview_table(overview_rows(request.user, today))
    return csv_answer(HEADINGS, rows, f"overzicht-{today:%Y-%m-%d}.csv")
