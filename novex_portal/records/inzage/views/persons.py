"""Personal data: who is known, what is held about them, giving that to them, and making them unrecognisable."""

import io
import json
import zipfile
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, person_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.recording.actions.recording import record_export
from novex_portal.records.access import report_for
from novex_portal.records.anonymising.actions.persons import anonymise_person
from novex_portal.records.inzage.queries.accounts import accounts_of
from novex_portal.records.inzage.queries.persons import (
    Archive,
    archive_of,
    frozen_naming,
    has_namesake,
    held_about,
    is_unrecognisable,
    known,
    persons_of,
    reports_of,
)
from novex_portal.records.register.queries import records
from novex_portal.toolkit.fragments import go_to

NEED = Permission.MANAGE_PERSONAL_DATA
PER_PAGE = 50
REPORTS = 10
ACCOUNTS = 500


@require_safe
def persons(request: SignedInRequest, slug: str) -> HttpResponse:
    """The persons an area knows, to be found by role, name or organisation."""
    area = area_for(request.user, slug, NEED)
    words = request.GET.get("zoek", "").replace("\x00", "").strip()[:100]
    page = Paginator(persons_of(area, words), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "area": area,
        "page": page,
        "words": words,
        "accounts": accounts_of(area)[:ACCOUNTS],
        "reports": reports_of(area)[:REPORTS],
    }
    return render(request, "records/inzage/privacy.html", context)


@require_safe
def register(request: SignedInRequest, slug: str) -> HttpResponse:
    """Which record holds which personal data: the register itself, in words."""
    area = area_for(request.user, slug, NEED)
    context = {"area": area, "rows": [(model._meta, kept) for model, kept in records()]}
    return render(request, "records/inzage/privacy_register.html", context)


@require_safe
def person(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What an area holds about one person, in numbers."""
    area, found = person_for(request.user, slug, pk, NEED)
    context = {
        "area": area,
        "person": found,
        "held": held_about(found, area),
        "is_unrecognisable": is_unrecognisable(found),
        "reports": reports_of(area).filter(person=found),
    }
    return render(request, "records/inzage/privacy_person.html", context)


@never_cache
@require_POST
def archive(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """All an area holds about a person as one file, HTML and JSON; that confidential texts went in is on record."""
    area, found = person_for(request.user, slug, pk, NEED)
    talks = conversations_for(request.user, area).filter(participants__person=found).distinct()
    record_export(conversations=list(talks.defer("search")), actor=request.user)
    made = archive_of(found, area, request.user)
    return archive_answer(made, found.role)


def archive_answer(made: Archive, role: str) -> HttpResponse:
    """Answer with an archive as one file, to read and to hand over."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("inzage.html", render_to_string("records/inzage/inzage.html", {"archive": made}))
        file.writestr("inzage.json", json.dumps(made.to_json(), ensure_ascii=False, indent=2))
    answer = HttpResponse(packed.getvalue(), content_type="application/zip")
    name = f"inzage-{slugify(role)}-{timezone.localdate():%Y-%m-%d}.zip"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def anonymise(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what will be replaced and what cannot; a press on the button does it."""
    area, found = person_for(request.user, slug, pk, NEED)
    is_sure = request.POST.get("zeker") == "ja"
    if request.method == "POST" and is_sure:
        made = anonymise_person(person=found, area=area, actor=request.user)
        return go_to(request, "privacy-report", slug, made.pk, note="De persoon is niet meer te herkennen.")
    context = {
        "area": area,
        "person": found,
        "held": held_about(found, area),
        "frozen": frozen_naming(known(found)),
        "has_namesake": has_namesake(found),
        "is_unsure": request.method == "POST",
    }
    return render(
        request, "records/inzage/privacy_anonymise.html", context, status=422 if context["is_unsure"] else 200
    )


@require_safe
def report(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What was replaced, and what has to be looked at by hand."""
    made = report_for(request.user, slug, pk)
    return render(request, "records/inzage/privacy_report.html", {"area": made.area, "report": made})
