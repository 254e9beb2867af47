"""The list of all areas, with the map beside it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.accounts.requests import SignedInRequest
from areas.area.queries import area_rows
from areas.area.rules import Place, dots


@require_safe
def area_list(request: SignedInRequest) -> HttpResponse:
    """Everybody who is signed in sees which areas there are; members can open theirs."""
    rows = area_rows(request.user)
    places = [
        Place(
            row.number, f"{row.number}. {row.name}", f"#gebied-{row.number}", row.latitude, row.longitude, row.is_open
        )
        for row in rows
    ]
    mine = sum(row.is_open for row in rows)
    return render(request, "areas/area/area_list.html", {"rows": rows, "dots": dots(places), "mine": mine})
