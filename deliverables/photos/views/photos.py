"""Pages of the photos of one factsheet: the list, one photo, and what differs between two."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.factsheet.rules.text import sha256_of
from areas.models import Area
from deliverables.checkpoints.access import checkpoints_in
from deliverables.photos.access import photo_for
from deliverables.photos.actions import take_photo
from deliverables.photos.forms import PhotoForm
from deliverables.photos.queries.photos import checkpoints_without_photo, comparison, photo_row, photo_rows, text_of
from novex_portal.toolkit.fragments import go_to


@require_safe
def photos(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show the photos of a factsheet, and let who may take another."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    return _list_page(request, area, _form(request, area))


@require_POST
def photo_take(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Freeze the factsheet as it is now."""
    area = area_for(request.user, slug, Permission.TAKE_PHOTO)
    form = PhotoForm(request.POST, checkpoints=checkpoints_in([area]))
    if form.is_valid():
        with form.refusals():
            taken = take_photo(area=area, actor=request.user, moment=timezone.now(), **form.cleaned_data)
            return go_to(request, "photo", slug, taken.number, note=f"Foto {taken.number} is gemaakt.")
    return _list_page(request, area, form)


@require_safe
def photo(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    """Show a frozen factsheet whole, and whether it is still what it was."""
    area, found = photo_for(request.user, slug, number)
    text = text_of(found)
    context = {
        "area": area,
        "photo": found,
        "row": photo_row(found),
        "text": text,
        "is_intact": sha256_of(text) == found.sha256,
    }
    return render(request, "deliverables/photos/photo.html", context)


@require_safe
def photo_compare(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show two photos side by side, or a photo and now, as word differences."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    rows = photo_rows(area)
    found = comparison(area, rows, request.GET.get("van", ""), request.GET.get("tot", ""))
    context = {"area": area, "rows": rows, "found": found, "difference": found.difference}
    return render(request, "deliverables/photos/photo_compare.html", context)


def _form(request: SignedInRequest, area: Area) -> PhotoForm | None:
    if not may(request.user, area, Permission.TAKE_PHOTO):
        return None
    return PhotoForm(checkpoints=checkpoints_without_photo([area]))


def _list_page(request: SignedInRequest, area: Area, form: PhotoForm | None) -> HttpResponse:
    context: dict[str, Any] = {"area": area, "rows": photo_rows(area), "form": form}
    return render(request, "deliverables/photos/photos.html", context, status=form.http_status if form else 200)
