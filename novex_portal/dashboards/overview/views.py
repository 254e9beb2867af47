"""All areas side by side."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.area.rules import Place, dots
from areas.enums import Permission
from novex_portal.dashboards.overview.queries import overview_rows, summary
from novex_portal.dashboards.overview.tables import HEADINGS, overview_table
from novex_portal.toolkit.files.exports import csv_answer


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
        "sees_factsheets": may_anywhere(request.user, Permission.VIEW_FACTSHEET),
    }
    return render(request, "dashboards/overview/overview.html", context)


@require_safe
def overview_export(request: SignedInRequest) -> StreamingHttpResponse:
    """The same overview as CSV."""
    today = timezone.localdate()
    rows = overview_table(overview_rows(request.user, today))
    return csv_answer(HEADINGS, rows, f"overzicht-{today:%Y-%m-%d}.csv")
