"""The mandate register: the table and its file, giving a mandate, changing and ending one."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, mandate_for, may
from areas.accounts.requests import SignedInRequest
from areas.area.models import Area
from areas.enums import Permission
from areas.mandates.actions import change_mandate, end_mandate, give_mandate
from areas.mandates.forms import MandateFilter, NewMandateForm, TermsForm
from areas.mandates.models import Mandate
from areas.mandates.queries import HEADINGS, mandate_page, mandate_sums, mandate_table
from areas.mandates.rules import UMBRELLA_WORDS
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part


@require_safe
def mandates(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who may commit whom to what, until when, on what basis."""
    area = area_for(request.user, slug, Permission.VIEW_PARTIES)
    today = timezone.localdate()
    form = MandateFilter(request.GET)
    chosen = form.chosen()
    context = {
        "area": area,
        "form": form,
        "sums": mandate_sums(area, today),
        "page": mandate_page(area, today, number=request.GET.get("page", ""), **chosen),
        "is_filtered": any(chosen.values()),
        "umbrella_words": UMBRELLA_WORDS,
        "may_edit": may(request.user, area, Permission.EDIT_PARTIES),
    }
    return render_part(request, "areas/mandates/mandates.html", "list", context)


@require_safe
def mandate_export(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The register as CSV, narrowed as the page is."""
    area = area_for(request.user, slug, Permission.VIEW_PARTIES)
    today = timezone.localdate()
    rows = mandate_table(area, today, **MandateFilter(request.GET).chosen())
    return csv_answer(HEADINGS, rows, f"mandaten-{area.slug}-{today:%Y-%m-%d}.csv")


@require_http_methods(["GET", "HEAD", "POST"])
def mandate_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Give somebody a mandate; ?persoon= says whom."""
    area = area_for(request.user, slug, Permission.EDIT_PARTIES)
    today = timezone.localdate()
    start = {"person": request.GET.get("persoon", ""), "valid_from": today}
    form = NewMandateForm(posted(request), area=area, today=today, initial=start)
    if form.is_bound and form.is_valid():
        who = {name: form.cleaned_data[name] for name in ("person", "organisation", "token")}
        with form.refusals():
            give_mandate(area=area, actor=request.user, **who, **form.terms())
            return go_to(request, "mandates", slug, note=f"Het mandaat van {who['person']} staat in het register.")
    return _page(request, area, form)


@require_http_methods(["GET", "HEAD", "POST"])
def mandate_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change a mandate or end it today; who comes second sees what the first one saved."""
    mandate = mandate_for(request.user, slug, pk, Permission.EDIT_PARTIES)
    form = TermsForm(posted(request), mandate=mandate)
    ends = request.POST.get("do") == "einde"
    if form.is_bound and (form.is_valid() or ends):
        version = form.cleaned_data.get("version") or 0
        with form.refusals():
            if ends:
                end_mandate(mandate=mandate, actor=request.user, last_day=timezone.localdate(), version=version)
            else:
                change_mandate(mandate=mandate, actor=request.user, version=version, **form.terms())
            words = "is beëindigd" if ends else "is gewijzigd"
            return go_to(request, "mandates", slug, note=f"Het mandaat van {mandate.person} {words}.")
    if form.conflict:
        mandate = form.on_top_of(mandate_for(request.user, slug, pk, Permission.EDIT_PARTIES))
    return _page(request, mandate.area, form, mandate)


def _in_words(mandate: Mandate) -> dict[str, str]:
    """Return what was saved meanwhile, to be shown above the form."""
    until = f" tot en met {mandate.valid_until:%d-%m-%Y}" if mandate.valid_until else ""
    lines = [mandate.subject, mandate.basis, f"Vanaf {mandate.valid_from:%d-%m-%Y}{until}"]
    return {"title": str(mandate.get_level_display()), "text": "\n".join(filter(None, lines))}


def _page(
    request: SignedInRequest,
    area: Area,
    form: TermsForm,
    mandate: Mandate | None = None,
) -> HttpResponse:
    theirs = _in_words(mandate) if mandate and form.conflict else None
    context: dict[str, Any] = {"area": area, "mandate": mandate, "theirs": theirs, "umbrella_words": UMBRELLA_WORDS}
    context["today"] = timezone.localdate()
    return answer_form(request, "areas/mandates/mandate_form.html", form, context)
