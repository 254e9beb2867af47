"""The pages of taking in a file, whatever its kind: choosing it, seeing what it would do, correcting it, saying yes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.imports.actions import cancel_import, confirm_import, correct_rows, upload_file
from areas.imports.enums import ImportStatus
from areas.imports.forms import ImportFileForm, LineForm, posted_cells, posted_version
from areas.imports.kinds import ImportKind
from areas.imports.models import FileImport
from areas.imports.queries.imports import (
    STATUS_SIGNS,
    UNDER_WAY,
    Lines,
    counts_in_words,
    lines_of,
    recent_imports,
    stored_cells,
)
from novex_portal.toolkit.forms.base import answer_form
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.problems import Conflict, Problem

PAGE = "areas/imports/import_one.html"


@dataclass(frozen=True)
class ImportPages:
    """The pages of a kind of file: its door, the template to choose one, and how its addresses are called.

    Those are `prefix` itself, and `prefix` with -one, -status, -correct, -confirm and -cancel; `back` is where the
    things it fills are shown.
    """

    kind: ImportKind
    door: Callable[..., FileImport]
    template: str
    prefix: str
    back: str

    @property
    def at(self) -> dict[str, str]:
        """The names of the addresses, for templates: `at.confirm`."""
        steps = ("one", "status", "correct", "confirm", "cancel")
        return {"choose": self.prefix, "back": self.back, **{step: f"{self.prefix}-{step}" for step in steps}}


def choose(request: SignedInRequest, slug: str, pages: ImportPages) -> HttpResponseBase:
    """Choose a file; below it the files that were brought before."""
    kind, area = pages.kind, area_for(request.user, slug, pages.kind.need)
    form = ImportFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()), kind=kind)
    if form.is_valid():
        file, token = form.cleaned_data["file"], form.cleaned_data["form_id"]
        with form.refusals("file"):
            made = upload_file(model=kind.model, area=area, actor=request.user, upload=file, token=token)
            return go_to(request, pages.at["one"], slug, made.pk)
    imports = [
        (job, STATUS_SIGNS[ImportStatus(job.status)], counts_in_words(job.counts, job.status))
        for job in recent_imports(kind.model, area)
    ]
    context = {"area": area, "imports": imports, "at": pages.at, "columns": kind.columns.every}
    return answer_form(request, pages.template, form, context)


def show(request: SignedInRequest, slug: str, pk: UUID, pages: ImportPages) -> HttpResponse:
    """What the file would do, or did."""
    return _page(request, pages, pages.door(request.user, slug, pk))


def tell_status(request: SignedInRequest, slug: str, pk: UUID, pages: ImportPages) -> HttpResponseBase:
    """How far the worker is, for the page that waits; done, the page is loaded anew."""
    job = pages.door(request.user, slug, pk)
    if request.headers.get("HX-Request") != "true" or job.status not in UNDER_WAY:
        return go_to(request, pages.at["one"], slug, pk)
    return render_part(request, PAGE, "progress", _context(pages, job))


def correct(request: SignedInRequest, slug: str, pk: UUID, pages: ImportPages) -> HttpResponseBase:
    """Keep other cells for the lines with a fault and check the file again."""
    job, cells = pages.door(request.user, slug, pk), posted_cells(request.POST, pages.kind.columns)
    try:
        correct_rows(job=job, actor=request.user, version=posted_version(request.POST), cells=cells)
    except Conflict:
        return _page(request, pages, pages.door(request.user, slug, pk), typed=cells)
    return go_to(request, pages.at["one"], slug, pk, note="De regels zijn verbeterd en opnieuw gecontroleerd.")


def confirm(request: SignedInRequest, slug: str, pk: UUID, pages: ImportPages) -> HttpResponseBase:
    """Say yes to what was shown."""
    job, version = pages.door(request.user, slug, pk), posted_version(request.POST)
    skip = "skip_errors" in request.POST
    try:
        confirm_import(job=job, actor=request.user, version=version, skip_errors=skip)
    except Problem as problem:
        return _page(request, pages, pages.door(request.user, slug, pk), problem=problem)
    return go_to(request, pages.at["one"], slug, pk)


def cancel(request: SignedInRequest, slug: str, pk: UUID, pages: ImportPages) -> HttpResponseBase:
    """Drop the file; nothing of it was written."""
    job = pages.door(request.user, slug, pk)
    try:
        cancel_import(job=job, actor=request.user, version=posted_version(request.POST))
    except Problem as problem:
        return _page(request, pages, pages.door(request.user, slug, pk), problem=problem)
    return go_to(request, pages.prefix, slug, note="Het bestand is weggegooid. Er is niets ingevoerd.")


def _page(
    request: SignedInRequest,
    pages: ImportPages,
    job: FileImport,
    *,
    problem: Problem | None = None,
    typed: dict[int, dict[str, str]] | None = None,
) -> HttpResponse:
    context = _context(pages, job)
    if job.status in {ImportStatus.CHECKED, ImportStatus.DONE}:
        lines = lines_of(job, chosen=request.GET.get("toon", ""), number=request.GET.get("page", "1"))
        context |= {"lines": lines, "forms": _forms(pages, lines, typed or {})}
    if typed is not None:
        theirs = stored_cells(job, set(typed))
        context["theirs"] = {"title": "De regels die u verbeterde", "text": _as_text(theirs)}
        context["typed"] = _as_text(typed)
    status = 409 if typed is not None else problem.status if problem else 200
    context |= {"problem": problem, "has_errors": status != 200}
    return render(request, PAGE, context, status=status)


def _forms(pages: ImportPages, lines: Lines, typed: dict[int, dict[str, str]]) -> list[LineForm]:
    return [
        LineForm(
            line["number"],
            {**line["values"], **typed.get(line["number"], {})},
            line["errors"],
            pages.kind.columns,
        )
        for line in lines.faults
    ]


def _as_text(cells: dict[int, dict[str, str]]) -> str:
    return "\n".join(
        f"Regel {number}: {', '.join(f'{key}: {text}' for key, text in values.items() if text)}"
        for number, values in sorted(cells.items())
    )


def _context(pages: ImportPages, job: FileImport) -> dict[str, Any]:
    return {
        "area": job.area,
        "at": pages.at,
        "words": pages.kind.words,
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
