"""Frozen versions of the akkoord: making one, its page, its PDF."""

from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may
from areas.enums import Permission
from areas.requests import SignedInRequest
from coalition.access import agreement_for, version_for
from coalition.actions.agreements import freeze_version, retry_version
from coalition.enums import PdfStatus
from coalition.forms.agreement import FreezeForm
from coalition.models import AgreementVersion
from coalition.queries.agreements import freezing_advice, versions_of
from coalition.snapshot import from_json
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.problems import Problem

PAGE = "coalition/version.html"


@require_safe
def version_list(request: SignedInRequest, slug: str) -> HttpResponse:
    area, agreement = agreement_for(request.user, slug)
    context = {
        "area": area,
        "versions": versions_of(agreement) if agreement else [],
        "may_edit": bool(agreement) and may(request.user, area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/version_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def version_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area, agreement = agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    if agreement is None:
        raise Http404("Er is nog geen akkoord.")
    form = FreezeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        label, token = form.cleaned_data["label"], form.cleaned_data["form_id"]
        try:
            version = freeze_version(agreement=agreement, actor=request.user, label=label, token=token)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "version", slug, version.number, note=f"Versie {version.number} is bevroren.")
    context = {"area": area, "form": form, "advice": freezing_advice(agreement)}
    return render(request, "coalition/version_new.html", context, status=422 if form.is_bound else 200)


@require_safe
def version(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = version_for(request.user, slug, number)
    context = {**_status_context(request, version), "text": from_json(version.snapshot)}
    return render(request, PAGE, context)


@require_safe
def version_status(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = version_for(request.user, slug, number)
    if request.headers.get("HX-Request") != "true":
        return go_to(request, "version", slug, number)  # type: ignore[return-value]
    return render_part(request, PAGE, "state", _status_context(request, version))


def _status_context(request: SignedInRequest, version: AgreementVersion) -> dict[str, object]:
    area = version.agreement.area
    return {
        "area": area,
        "version": version,
        "under_way": version.status in {PdfStatus.WAITING, PdfStatus.RENDERING},
        "may_edit": may(request.user, area, Permission.EDIT_AGREEMENT),
    }


@require_POST
def version_retry(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = version_for(request.user, slug, number, Permission.EDIT_AGREEMENT)
    retry_version(version=version, actor=request.user)
    return go_to(request, "version", slug, number, note="De PDF wordt opnieuw gemaakt.")


@require_safe
def version_pdf(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Give the stored bytes, always the same ones; `?download` asks to save instead of to show."""
    version = version_for(request.user, slug, number)
    if version.status != PdfStatus.READY:
        raise Http404("De PDF van deze versie is er nog niet.")
    etag = f'"{version.pdf_sha256}"'
    unchanged = get_conditional_response(request, etag=etag)
    if unchanged is not None:
        return unchanged
    try:
        stored = version.pdf.open("rb")
    except FileNotFoundError as error:
        raise Problem("Het bestand van deze versie ontbreekt. Meld dit bij de beheerder van het portaal.") from error
    name = f"akkoord-{version.agreement.area.slug}-versie-{version.number}-concept.pdf"
    response = FileResponse(stored, as_attachment="download" in request.GET, filename=name)
    response.headers["ETag"] = etag
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
