"""Taking in a file with parties: choosing it, seeing what it would do, correcting it, and saying yes."""

from typing import Any
from uuid import UUID

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, import_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.imports.actions import cancel_import, confirm_import, correct_rows, upload_parties
from areas.imports.enums import ImportStatus
from areas.imports.forms import LineForm, PartyFileForm, posted_cells, posted_version
from areas.imports.models import PartyImport
from areas.imports.queries.imports import (
    STATUS_SIGNS,
    UNDER_WAY,
    Lines,
    counts_in_words,
    lines_of,
    recent_imports,
    stored_cells,
)
from areas.imports.rules.columns import COLUMNS, EXAMPLE_ROWS
from novex_portal.toolkit.files.exports import XlsxFile, csv_lines
from novex_portal.toolkit.forms.base import answer_form
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.problems import Conflict, Problem

PAGE = "areas/imports/party_import_one.html"

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def party_import(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Choose a file; below it the files that were brought before."""
    area = area_for(request.user, slug, Permission.EDIT_PARTIES)
    form = PartyFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if form.is_valid():
        file, token = form.cleaned_data["file"], form.cleaned_data["token"]
        with form.refusals("file"):
            made = upload_parties(area=area, actor=request.user, upload=file, token=token)
            return go_to(request, "party-import-one", slug, made.pk)
    imports = [
        (job, STATUS_SIGNS[ImportStatus(job.status)], counts_in_words(job.counts, job.status))
        for job in recent_imports(area)
    ]
    context = {"area": area, "imports": imports, "columns": COLUMNS}
    return answer_form(request, "areas/imports/party_import.html", form, context)


@require_safe
def party_import_example(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """A file to begin with: the columns, and three lines of an example."""
    area_for(request.user, slug, Permission.EDIT_PARTIES)
    header = [column.key for column in COLUMNS]
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
    return _page(request, import_for(request.user, slug, pk))


@require_safe
def party_import_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """How far the worker is, for the page that waits; done, the page is loaded anew."""
    job = import_for(request.user, slug, pk)
    if request.headers.get("HX-Request") != "true" or job.status not in UNDER_WAY:
        return go_to(request, "party-import-one", slug, pk)
    return render_part(request, PAGE, "progress", _context(job))


@require_POST
def party_import_correct(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Keep other cells for the lines with a fault and check the file again."""
    job, cells = import_for(request.user, slug, pk), posted_cells(request.POST)
    try:
        correct_rows(party_import=job, actor=request.user, version=posted_version(request.POST), cells=cells)
    except Conflict:
        return _page(request, import_for(request.user, slug, pk), typed=cells)
    return go_to(request, "party-import-one", slug, pk, note="De regels zijn verbeterd en opnieuw gecontroleerd.")


@require_POST
def party_import_confirm(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say yes to what was shown."""
    job, version = import_for(request.user, slug, pk), posted_version(request.POST)
    skip = "skip_errors" in request.POST
    try:
        confirm_import(party_import=job, actor=request.user, version=version, skip_errors=skip)
    except Problem as problem:
        return _page(request, import_for(request.user, slug, pk), problem=problem)
    return go_to(request, "party-import-one", slug, pk)


@require_POST
def party_import_cancel(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Drop the file; nothing of it was written."""
    job = import_for(request.user, slug, pk)
    try:
        cancel_import(party_import=job, actor=request.user, version=posted_version(request.POST))
    except Problem as problem:
        return _page(request, import_for(request.user, slug, pk), problem=problem)
    return go_to(request, "party-import", slug, note="Het bestand is weggegooid. Er is niets ingevoerd.")


def _page(
    request: SignedInRequest,
    job: PartyImport,
    *,
    problem: Problem | None = None,
    typed: dict[int, dict[str, str]] | None = None,
) -> HttpResponse:
    context = _context(job)
    if job.status in {ImportStatus.CHECKED, ImportStatus.DONE}:
        lines = lines_of(job, chosen=request.GET.get("toon", ""), number=request.GET.get("page", "1"))
        context |= {"lines": lines, "forms": _forms(lines, typed or {})}
    if typed is not None:
        theirs = stored_cells(job, set(typed))
        context["theirs"] = {"title": "De regels die u verbeterde", "text": _as_text(theirs)}
        context["typed"] = _as_text(typed)
    status = 409 if typed is not None else problem.status if problem else 200
    context |= {"problem": problem, "has_errors": status != 200}
    return render(request, PAGE, context, status=status)


def _forms(lines: Lines, typed: dict[int, dict[str, str]]) -> list[LineForm]:
    return [
        LineForm(line["number"], {**line["values"], **typed.get(line["number"], {})}, line["errors"])
        for line in lines.faults
    ]


def _as_text(cells: dict[int, dict[str, str]]) -> str:
    return "\n".join(
        f"Regel {number}: {', '.join(f'{key}: {text}' for key, text in values.items() if text)}"
        for number, values in sorted(cells.items())
    )


def _context(job: PartyImport) -> dict[str, Any]:
    return {
        "area": job.area,
        "job": job,
        "sign": STATUS_SIGNS[ImportStatus(job.status)],
        "under_way": job.status in UNDER_WAY,
        "is_writing": job.status in {ImportStatus.CONFIRMED, ImportStatus.WRITING},
        "total": job.counts.get("total", 0),
        "faults": job.counts.get("error", 0),
        "to_write": sum(job.counts.get(action, 0) for action in ("new", "link", "change")),
        "counts": counts_in_words(job.counts, job.status),
        "ignored": job.counts.get("ignored", []),
    }
