"""Frozen versions of the agenda: making one, its page, its PDF, what differs between two."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.versions.access import agenda_version_for
from deliverables.agenda.versions.actions import freeze_agenda, retry_agenda_version
from deliverables.agenda.versions.forms import FreezeForm
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.queries.freezing import agenda_text
from deliverables.agenda.versions.queries.tables import table_of
from deliverables.agenda.versions.queries.versions import chain_faults, versions_of
from deliverables.agenda.versions.rules.differences import compare
from deliverables.agenda.versions.rules.snapshot import AgendaText, from_json
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part, wants_fragment
from novex_portal.toolkit.pdf.answers import is_under_way, stored_pdf, tell_the_end

PAGE = "deliverables/agenda/versions/version.html"
NOW = 0
"""Stands in the address of a difference for the agenda as it is now."""


@require_safe
def agenda_versions(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    context = {
        "area": area,
        "versions": list(versions_of(area)),
        "may_edit": may(request.user, area, Permission.EDIT_AGENDA),
    }
    return render(request, "deliverables/agenda/versions/version_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agenda_version_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_AGENDA)
    form = FreezeForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            version = freeze_agenda(area=area, actor=request.user, **form.cleaned_data)
            return go_to(request, "agenda-version", slug, version.number, note=f"Versie {version.label} is vastgezet.")
    return answer_form(request, "deliverables/agenda/versions/version_new.html", form, {"area": area})


@require_safe
def agenda_version(request: SignedInRequest, slug: str, number: int) -> HttpResponse:
    version = agenda_version_for(request.user, slug, number)
    text = from_json(version.snapshot)
    context = {
        **_status_context(request, version),
        "text": text,
        "table": table_of(text),
        "faults": chain_faults(version),
    }
    return render(request, PAGE, context)


@require_safe
def agenda_version_difference(request: SignedInRequest, slug: str, number: int, other: int) -> HttpResponse:
    """What changed between two versions, the older one first; 0 is the agenda as it is now."""
    numbers = sorted({number, other}, key=lambda which: (which == NOW, which))
    old = agenda_version_for(request.user, slug, numbers[0])
    before, after = from_json(old.snapshot), _text_at(request, old, numbers[-1])
    context = {"area": old.area, "old": before, "new": after, "found": compare(before, after)}
    return render(request, "deliverables/agenda/versions/difference.html", context)


def _text_at(request: SignedInRequest, version: AgendaVersion, number: int) -> AgendaText:
    """Return what another version of the same area holds, or the agenda as it is now."""
    area = version.area
    if number == NOW:
        return agenda_text(area, moment=timezone.localtime(), actor=request.user)
    return from_json(agenda_version_for(request.user, area.slug, number).snapshot)


@require_safe
def agenda_version_status(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = agenda_version_for(request.user, slug, number)
    if not wants_fragment(request):
        return go_to(request, "agenda-version", slug, number)
    return tell_the_end(request, render_part(request, PAGE, "state", _status_context(request, version)), version)


def _status_context(request: SignedInRequest, version: AgendaVersion) -> dict[str, object]:
    return {
        "area": version.area,
        "version": version,
        "under_way": is_under_way(version),
        "link": f"PDF van versie {version.label}",
        "may_edit": may(request.user, version.area, Permission.EDIT_AGENDA),
    }


@require_POST
def agenda_version_retry(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = agenda_version_for(request.user, slug, number, Permission.EDIT_AGENDA)
    retry_agenda_version(version=version, actor=request.user)
    return go_to(request, "agenda-version", slug, number, note="De PDF wordt opnieuw gemaakt.")


@require_safe
def agenda_version_pdf(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    version = agenda_version_for(request.user, slug, number)
    return stored_pdf(request, version, f"uitvoeringsagenda-{slug}-{version.label}.pdf")
