"""Frozen versions of the akkoord: making one, its page, its PDF."""

from urllib.parse import urlencode

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.consultations.queries import consultation_of
from coalition.agreement.document.access import agreement_for, existing_agreement_for
from coalition.agreement.document.rules.parties import AGREES
from coalition.agreement.versions.access import file_in, version_for
from coalition.agreement.versions.actions import (
    freeze_version,
    print_comparison,
    print_working_copy,
    retry_version,
    void_version,
)
from coalition.agreement.versions.enums import VersionKind
from coalition.agreement.versions.forms import FreezeForm, GateForm, VoidForm
from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.queries.gate import gate_for
from coalition.agreement.versions.queries.told import told_of
from coalition.agreement.versions.queries.versions import freezing_advice, version_page
from coalition.agreement.versions.rules.differences import compare
from coalition.agreement.versions.rules.gate import GATED
from coalition.agreement.versions.rules.snapshot import from_json
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted, posted_token
from novex_portal.toolkit.fragments import go_to, render_part, wants_fragment
from novex_portal.toolkit.pdf.answers import is_under_way, stored_pdf, tell_the_end

PAGE = "coalition/agreement/versions/version.html"


@require_safe
def version_list(request: SignedInRequest, slug: str) -> HttpResponse:
    area, agreement = agreement_for(request.user, slug)
    page, rows = version_page(agreement, request.GET.get("page")) if agreement else (None, [])
    context = {
        "area": area,
        "page": page,
        "rows": rows,
        "may_edit": bool(agreement) and may(request.user, area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/agreement/versions/version_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def version_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = FreezeForm(posted(request))
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("label", "renumber", "with_provenance")}
        values["kind"] = form.cleaned_data["kind"] or VersionKind.CONCEPT
        if values["kind"] in GATED:
            asked = urlencode({name: "on" if value is True else value or "" for name, value in values.items()})
            return redirect(f"{reverse('version-gate', args=[slug])}?{asked}")
        with form.refusals():
            version = freeze_version(
                agreement=agreement, actor=request.user, token=form.cleaned_data["token"], **values
            )
            return go_to(request, "version", slug, version.number, note=f"Versie {version.number} is bevroren.")
    context = {"area": agreement.area, "advice": freezing_advice(agreement), "told": told_of(agreement)}
    return answer_form(request, "coalition/agreement/versions/version_new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def version_gate(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """What is open before parties decide or sign, each with its way out; from here the version is made."""
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    asked = posted(request) or request.GET
    kind = VersionKind.FINAL if asked.get("kind") == VersionKind.FINAL else VersionKind.DECISION
    gate = gate_for(agreement)
    chosen = {name: asked.get(name) for name in ("renumber", "with_provenance")}
    start = {"kind": kind, "label": asked.get("label", "")[:200], "seen": gate.seen, **chosen}
    form = GateForm(posted(request), initial=start, asks_name=kind == VersionKind.FINAL)
    if form.is_valid():
        with form.refusals("typed" if kind == VersionKind.FINAL else None):
            version = freeze_version(agreement=agreement, actor=request.user, **form.cleaned_data)
            return go_to(request, "version", slug, version.number, note=f"Versie {version.number} is bevroren.")
        data = request.POST.copy()
        data["seen"] = gate.seen  # the list that stands on this page
        form.data = data
    context = {"area": agreement.area, "gate": gate, "kind": kind}
    return answer_form(request, "coalition/agreement/versions/version_gate.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def version_void(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Declare a version void, with the reason."""
    version = version_for(request.user, slug, number, Permission.EDIT_AGREEMENT)
    form = VoidForm(posted(request))
    if form.is_valid():
        with form.refusals():
            void_version(version=version, actor=request.user, reason=form.cleaned_data["reason"])
            return go_to(request, "version", slug, number, note=f"Versie {number} is vervallen verklaard.")
    context = {"area": version.agreement.area, "version": version}
    return answer_form(request, "coalition/agreement/versions/version_void.html", form, context)


@require_safe
def version(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = version_for(request.user, slug, number)
    context = {
        **_status_context(request, version),
        "text": from_json(version.snapshot),
        "agrees": AGREES,
        "consultation": consultation_of(version),
    }
    return render(request, PAGE, context)


@require_safe
def version_compare(request: SignedInRequest, slug: str, number: int, other: int) -> HttpResponse:
    """What changed between two versions, the older one first; `?naast` puts them side by side."""
    old, new = (version_for(request.user, slug, which) for which in sorted((number, other)))
    context = {
        "area": new.agreement.area,
        "old": old,
        "new": new,
        "found": compare(from_json(old.snapshot), from_json(new.snapshot)),
        "side_by_side": "naast" in request.GET,
    }
    return render(request, "coalition/agreement/versions/version_compare.html", context)


@require_safe
def version_status(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = version_for(request.user, slug, number)
    if not wants_fragment(request):
        return go_to(request, "version", slug, number)
    return tell_the_end(request, render_part(request, PAGE, "state", _status_context(request, version)), version)


def _status_context(request: SignedInRequest, version: AgreementVersion) -> dict[str, object]:
    area = version.agreement.area
    return {
        "area": area,
        "version": version,
        "under_way": is_under_way(version),
        "link": f"PDF van versie {version.number}",
        "may_edit": may(request.user, area, Permission.EDIT_AGREEMENT),
    }


@require_POST
def version_retry(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = version_for(request.user, slug, number, Permission.EDIT_AGREEMENT)
    retry_version(version=version, actor=request.user)
    return go_to(request, "version", slug, number, note="De PDF wordt opnieuw gemaakt.")


@require_safe
def version_pdf(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = version_for(request.user, slug, number)
    return stored_pdf(request, version, f"akkoord-{slug}-versie-{version.number}-{version.kind}.pdf")


@require_POST
def version_print(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Ask for a working copy: numbered lines, and the amendments that were open."""
    version = version_for(request.user, slug, number)
    token = posted_token(request)
    printout = print_working_copy(version=version, actor=request.user, moment=timezone.localtime(), token=token)
    return go_to(request, "printout", printout.pk)


@require_POST
def version_compare_print(request: SignedInRequest, slug: str, number: int, other: int) -> HttpResponseBase:
    """Ask for two versions as one text with differences, on paper."""
    old, new = (version_for(request.user, slug, which) for which in sorted((number, other)))
    token = posted_token(request)
    printout = print_comparison(old=old, new=new, actor=request.user, moment=timezone.localtime(), token=token)
    return go_to(request, "printout", printout.pk)


@require_safe
def version_file(request: SignedInRequest, slug: str, number: int, sha256: str) -> HttpResponseBase:
    """Give a file that a version shows, to the byte as it was frozen."""
    file = file_in(version_for(request.user, slug, number), sha256)
    return file_answer(request, file, f"akkoord-versie-{number}-{sha256[:8]}")
