"""The agenda as a file: taking it out whole, and taking it in again."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.imports.views import answering
from areas.imports.views.answering import ImportPages
from areas.models import Area
from deliverables.agenda.exchange.access import import_for
from deliverables.agenda.exchange.agenda_kind import AGENDA
from deliverables.agenda.exchange.queries.sheet import sheet_for
from deliverables.agenda.exchange.rules.columns import COLUMNS
from novex_portal.toolkit.files.exports import XLSX, XlsxFile, csv_answer

PAGES = ImportPages(AGENDA, import_for, "deliverables/agenda/exchange/agenda_import.html", "agenda-import", "agenda")


@require_safe
def agenda_xlsx(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The whole agenda as a workbook, which can be changed and taken in again."""
    return _workbook(area_for(request.user, slug, Permission.VIEW_AGENDA))


@require_safe
def agenda_import_example(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """The agenda as it is now, to change and take in again."""
    area = area_for(request.user, slug, Permission.EDIT_AGENDA)
    if kind == "xlsx":
        return _workbook(area)
    if kind == "csv":
        header = [column.label for column in COLUMNS.every]
        return csv_answer(header, sheet_for(area).rows(), _name(area, "csv"))
    raise Http404("De agenda is er als csv en als xlsx.")


def _workbook(area: Area) -> FileResponse:
    with XlsxFile({"Maatregelen": {column.label: min(column.most // 4 + 8, 40) for column in COLUMNS.every}}) as book:
        for row in sheet_for(area).rows():
            book.add("Maatregelen", row)
    return FileResponse(book.file, content_type=XLSX, as_attachment=True, filename=_name(area, "xlsx"))


def _name(area: Area, kind: str) -> str:
    return f"uitvoeringsagenda-{area.slug}-{timezone.localdate():%Y-%m-%d}.{kind}"


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_import(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Choose a file; below it the files that were brought before."""
    return answering.choose(request, slug, PAGES)


@require_safe
def agenda_import_one(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What the file would do, or did."""
    return answering.show(request, slug, pk, PAGES)


@require_safe
def agenda_import_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """How far the worker is."""
    return answering.tell_status(request, slug, pk, PAGES)


@require_POST
def agenda_import_correct(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Keep other cells for the lines with a fault."""
    return answering.correct(request, slug, pk, PAGES)


@require_POST
def agenda_import_confirm(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say yes to what was shown."""
    return answering.confirm(request, slug, pk, PAGES)


@require_POST
def agenda_import_cancel(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Drop the file."""
    return answering.cancel(request, slug, pk, PAGES)
