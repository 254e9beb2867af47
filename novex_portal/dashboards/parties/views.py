"""The parties of an area: the list, and the list as a file."""

from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, own_organisations, permissions
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from areas.parties.forms import PartyFilter
from novex_portal.dashboards.parties.queries import (
    BY_NAME,
    BY_NAME_BACK,
    LONGEST_AGO,
    NEWEST,
    party_lines,
    party_list,
    person_lines,
    umbrella_choices,
)
from novex_portal.toolkit.files.exports import XLSX, XlsxFile, csv_lines
from novex_portal.toolkit.fragments import render_part
from novex_portal.toolkit.problems import Problem

XLSX_LIMIT = 10_000
COLUMNS = {"Naam": 40, "Soort partij": 28, "Overheid of samenleving": 24, "Lid van koepel": 40, "Website": 36}
NOTES = {"Aantekeningen": 60}
CONTACT = {"Gesprekken": 12, "Laatst gesproken": 18}
PERSONS = {"Rol": 36, "Naam": 28, "Organisatie": 40, "Vanaf": 14, "Tot en met": 14, "E-mailadres": 36, "Telefoon": 20}


@require_safe
def parties(request: SignedInRequest, slug: str) -> HttpResponse:
    """The parties of an area, with a filter and in the order one chooses."""
    area = area_for(request.user, slug, Permission.VIEW_PARTIES)
    granted = permissions(request.user, area)
    with_contact = Permission.LOG_CONVERSATION in granted
    form = _filter(request, area, with_contact=with_contact)
    chosen = form.chosen()
    order = request.GET.get("volgorde", "")
    found = party_list(area, chosen, order=order, number=request.GET.get("page", ""), with_contact=with_contact)
    context = {
        "area": area,
        "form": form,
        "found": found,
        "page": found.page,
        "is_filtered": bool(chosen),
        "with_contact": with_contact,
        "own": own_organisations(request.user, area),
        "may_add": Permission.EDIT_PARTIES in granted,
        "may_hand_over": Permission.HAND_OVER_ROLES in granted,
        "by_name": _heading(order, BY_NAME, BY_NAME_BACK),
        "by_contact": _heading(order, LONGEST_AGO, NEWEST),
    }
    return render_part(request, "dashboards/parties/parties.html", "list", context)


def _filter(request: SignedInRequest, area: Area, *, with_contact: bool) -> PartyFilter:
    return PartyFilter(request.GET, umbrellas=umbrella_choices(area), with_contact=with_contact)


def _heading(order: str, up: str, down: str) -> dict[str, str]:
    """Return how a column is sorted now, for aria-sort, and the order its link asks for."""
    now = {up: "ascending", down: "descending"}.get(order, "none")
    return {"sort": now, "next": down if order == up else up}


@require_safe
def party_export(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """The parties that fit the filter, as CSV or as XLSX; persons only for who may see contact data."""
    area = area_for(request.user, slug, Permission.VIEW_PARTIES)
    granted = permissions(request.user, area)
    with_contact, with_notes = Permission.LOG_CONVERSATION in granted, Permission.EDIT_PARTIES in granted
    chosen = _filter(request, area, with_contact=with_contact).chosen()
    columns = COLUMNS | (NOTES if with_notes else {}) | (CONTACT if with_contact else {})
    order = request.GET.get("volgorde", "")
    lines = party_lines(area, chosen, order=order, with_contact=with_contact, with_notes=with_notes)
    if kind == "csv":
        response: HttpResponseBase = StreamingHttpResponse(
            csv_lines(list(columns), lines), content_type="text/csv; charset=utf-8"
        )
    elif kind == "xlsx":
        with_persons = Permission.VIEW_CONTACT_DATA in granted
        persons = person_lines(area, chosen, with_contact=with_contact) if with_persons else None
        response = _workbook(columns, lines, persons)
    else:
        raise Http404("Dit soort bestand is er niet.")
    name = f"partijen-{area.slug}-{timezone.localdate():%Y-%m-%d}.{kind}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _workbook(columns: dict[str, int], lines: Any, persons: Any) -> FileResponse:
    """Return the workbook; the answer closes the temporary file."""
    with XlsxFile({"Partijen": columns} | ({"Personen": PERSONS} if persons is not None else {})) as book:
        for sheet, rows in (("Partijen", lines), ("Personen", persons or ())):
            for number, row in enumerate(rows):
                if number >= XLSX_LIMIT:
                    raise Problem("Dit is te veel voor één Excel-bestand. Kies een soort partij, of neem CSV.")
                book.add(sheet, row)
    return FileResponse(book.file, content_type=XLSX)
