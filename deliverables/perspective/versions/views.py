"""Frozen versions of the perspective: making one, its page, its PDF, what differs between two."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.approval.queries import standing_of, standings_of
from deliverables.perspective.versions.access import perspective_version_for, picture_in
from deliverables.perspective.versions.actions import freeze_perspective, retry_perspective_version
from deliverables.perspective.versions.forms import FreezePerspectiveForm
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.queries.freezing import perspective_text
from deliverables.perspective.versions.queries.versions import chain_faults, text_of, versions_of
from deliverables.perspective.versions.rules.differences import compare
from deliverables.perspective.versions.rules.snapshot import PerspectiveText
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part, wants_fragment
from novex_portal.toolkit.pdf.answers import is_under_way, stored_pdf, tell_the_end

_PAGES = "deliverables/perspective/versions/"
PAGE = _PAGES + "version.html"
NOW = 0
"""Stands in the address of a difference for the perspective as it is now."""


@require_safe
def perspective_versions(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_PERSPECTIVE)
    versions = list(versions_of(area))
    context = {
        "area": area,
        "rows": standings_of(versions, timezone.localdate()),
        "may_edit": may(request.user, area, Permission.EDIT_PERSPECTIVE),
    }
    return render(request, _PAGES + "version_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_version_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = FreezePerspectiveForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            made = freeze_perspective(area=area, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-version", slug, made.number, note=f"{made} is vastgezet.")
    return answer_form(request, _PAGES + "version_new.html", form, {"area": area})


@require_safe
def perspective_version(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = perspective_version_for(request.user, slug, number)
    context = {
        **_status_context(request, version),
        "text": text_of(version),
        "standing": standing_of(version, timezone.localdate()),
        "faults": chain_faults(version),
    }
    return render(request, PAGE, context)


@require_safe
def perspective_version_difference(request: SignedInRequest, slug: str, number: int, other: int) -> HttpResponse:
    """What changed between two versions, the older one first; 0 is the perspective as it is now."""
    numbers = sorted({number, other}, key=lambda which: (which == NOW, which))
    old = perspective_version_for(request.user, slug, numbers[0])
    before, after = text_of(old), _text_at(request, old, numbers[-1])
    context = {"area": old.area, "old": before, "new": after, "found": compare(before, after)}
    return render(request, _PAGES + "difference.html", context)


def _text_at(request: SignedInRequest, version: PerspectiveVersion, number: int) -> PerspectiveText:
    """Return what another version of the same area holds, or the perspective as it is now."""
    area = version.area
    if number == NOW:
        return perspective_text(area, moment=timezone.localtime(), actor=request.user)
    return text_of(perspective_version_for(request.user, area.slug, number))


@require_safe
def perspective_version_status(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = perspective_version_for(request.user, slug, number)
    if not wants_fragment(request):
        return go_to(request, "perspective-version", slug, number)
    return tell_the_end(request, render_part(request, PAGE, "state", _status_context(request, version)), version)


def _status_context(request: SignedInRequest, version: PerspectiveVersion) -> dict[str, object]:
    return {
        "area": version.area,
        "version": version,
        "under_way": is_under_way(version),
        "link": f"PDF van versie {version.number}",
        "may_edit": may(request.user, version.area, Permission.EDIT_PERSPECTIVE),
    }


@require_POST
def perspective_version_retry(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = perspective_version_for(request.user, slug, number, Permission.EDIT_PERSPECTIVE)
    retry_perspective_version(version=version, actor=request.user)
    return go_to(request, "perspective-version", slug, number, note="De PDF wordt opnieuw gemaakt.")


@require_safe
def perspective_version_pdf(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = perspective_version_for(request.user, slug, number)
    return stored_pdf(request, version, f"ontwikkelperspectief-{slug}-versie-{number}.pdf")


@require_safe
def perspective_version_file(request: SignedInRequest, slug: str, number: int, sha256: str) -> HttpResponseBase:
    """Give a picture that a version shows, to the byte as it was frozen."""
    picture = picture_in(perspective_version_for(request.user, slug, number), sha256)
    return file_answer(request, picture, f"ontwikkelperspectief-versie-{number}-{sha256[:8]}")
