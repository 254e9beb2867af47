"""Taking in a file with parties."""

from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, import_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.imports.party_kind import PARTIES
from areas.imports.rules.party_columns import COLUMNS, EXAMPLE_ROWS
from areas.imports.views import answering
from areas.imports.views.answering import ImportPages
from novex_portal.toolkit.files.exports import XLSX, XlsxFile, csv_lines

PAGES = ImportPages(PARTIES, import_for, "areas/imports/party_import.html", "party-import", "parties")


@require_http_methods(["GET", "HEAD", "POST"])
def party_import(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Choose a file; below it the files that were brought before."""
    return answering.choose(request, slug, PAGES)


@require_safe
def party_import_example(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """A file to begin with: the columns, and three lines of an example."""
    area_for(request.user, slug, Permission.EDIT_PARTIES)
    header = [column.label for column in COLUMNS.every]
    response: StreamingHttpResponse | FileResponse
    if kind == "csv":
        response = StreamingHttpResponse(csv_lines(header, EXAMPLE_ROWS), content_type="text/csv; charset=utf-8")
    elif kind == "xlsx":
        with XlsxFile({"Partijen": dict.fromkeys(header, 28)}) as book:
            for row in EXAMPLE_ROWS:
                book.add("Partijen", row)
        response = FileResponse(book.file, content_type=XLSX)
    else:
        raise Http404("Het voorbeeld is er als csv en als xlsx.")
    response["Content-Disposition"] = f'attachment; filename="partijen-voorbeeld.{kind}"'
    return response


@require_safe
def party_import_one(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What the file would do, or did."""
    return answering.show(request, slug, pk, PAGES)


@require_safe
def party_import_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """How far the worker is."""
    return answering.tell_status(request, slug, pk, PAGES)


@require_POST
def party_import_correct(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Keep other cells for the lines with a fault."""
    return answering.correct(request, slug, pk, PAGES)


@require_POST
def party_import_confirm(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say yes to what was shown."""
    return answering.confirm(request, slug, pk, PAGES)


@require_POST
def party_import_cancel(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Drop the file."""
    return answering.cancel(request, slug, pk, PAGES)
