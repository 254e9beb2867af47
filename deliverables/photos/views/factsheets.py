"""All factsheets beside each other, and what changed in them between two moments."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.accounts.requests import SignedInRequest
from areas.factsheet.enums import FactsheetHeading
from areas.models import Area
from deliverables.checkpoints.access import checkpoints_in
from deliverables.photos.access import areas_with_factsheet, may_take_all_photos
from deliverables.photos.actions import take_photos
from deliverables.photos.forms import PhotoForm
from deliverables.photos.queries.factsheets import (
    BY_NUMBER,
    ORDERS,
    changes,
    column_heads,
    heading_choices,
    reading_rows,
    rules,
    sheet_rows,
    summary,
)
from deliverables.photos.queries.photos import checkpoints_without_photo, rounds
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.law_text.light import AS_TYPED


@require_safe
def factsheets(request: SignedInRequest) -> HttpResponse:
    """Show how high every heading of every area flies, or one heading of all areas to read."""
    areas = areas_with_factsheet(request.user)
    today = timezone.localdate()
    order = request.GET.get("volgorde", "")
    order = order if order in ORDERS else BY_NUMBER
    chosen = request.GET.get("kop", "")
    context = {"headings": heading_choices(), "orders": list(ORDERS.items()), "order": order, "today": today}
    if chosen in FactsheetHeading.values:
        heading = FactsheetHeading(chosen)
        reading = reading_rows(areas, heading, today, order=order)
        context |= {"chosen": heading, "reading": reading, "grammar": AS_TYPED}
        return render(request, "deliverables/photos/factsheets_heading.html", context)
    rows = sheet_rows(areas, today, order=order)
    context |= {"rows": rows, "heads": column_heads(), "summary": summary(rows), "rules": rules()}
    return render(request, "deliverables/photos/factsheets.html", context)


@require_safe
def factsheets_compare(request: SignedInRequest) -> HttpResponse:
    """Show what changed in all areas between two moments."""
    areas = areas_with_factsheet(request.user)
    return _compare_page(request, areas, _form(request, areas))


@require_POST
def photos_take(request: SignedInRequest) -> HttpResponseBase:
    """Freeze the factsheets of all areas at once."""
    if not may_take_all_photos(request.user):
        raise PermissionDenied("Alleen het regieteam maakt foto’s van alle gebieden tegelijk.")
    areas = areas_with_factsheet(request.user)
    form = PhotoForm(request.POST, checkpoints=checkpoints_in(areas))
    if form.is_valid():
        with form.refusals():
            taken = take_photos(areas=areas, actor=request.user, moment=timezone.now(), **form.cleaned_data)
            count = "1 gebied" if len(taken) == 1 else f"{len(taken)} gebieden"
            return go_to(request, "factsheets-compare", note=f"Er zijn foto’s gemaakt van {count}.")
    return _compare_page(request, areas, form)


def _form(request: SignedInRequest, areas: list[Area]) -> PhotoForm | None:
    return PhotoForm(checkpoints=checkpoints_without_photo(areas)) if may_take_all_photos(request.user) else None


def _compare_page(request: SignedInRequest, areas: list[Area], form: PhotoForm | None) -> HttpResponse:
    moments = rounds(areas)
    found = changes(areas, moments, request.GET.get("van", ""), request.GET.get("tot", ""))
    context = {"moments": moments[::-1], "found": found, "form": form, "count": len(areas)}
    status = form.http_status if form else 200
    return render(request, "deliverables/photos/factsheets_compare.html", context, status=status)
