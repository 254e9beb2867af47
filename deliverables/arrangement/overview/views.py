"""The agreements of an area: the page with their balance, one agreement, the list for a letter, workbook and paper."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.arrangement.agreements.access import agreement_for, may_set_state
from deliverables.arrangement.agreements.queries import agreements_in, arrangements_of, provinces_of
from deliverables.arrangement.commitments.rules import RULES, Verdict
from deliverables.arrangement.overview.actions import print_arrangement
from deliverables.arrangement.overview.queries.history import changes_of_agreement
from deliverables.arrangement.overview.queries.sheet import sheet_of
from deliverables.arrangement.overview.queries.workbook import workbook_of
from deliverables.board_meetings.queries.area import follow_up_in
from novex_portal.toolkit.files.exports import XLSX
from novex_portal.toolkit.forms.base import posted_token
from novex_portal.toolkit.fragments import go_to

_PAGES = "deliverables/arrangement/overview/"
_PER_PAGE = 20


@require_safe
def arrangement(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what stands opposite what, and what became of bestuurlijke afspraken; `?balans=` chooses by balance."""
    area = area_for(request.user, slug, Permission.VIEW_ARRANGEMENT)
    today = timezone.localdate()
    sheet = sheet_of(request.user, area, today)
    asked = request.GET.get("balans", "")
    chosen = Verdict(asked) if asked in list(Verdict) else None
    shown = [deal for deal in sheet.deals if chosen in (None, deal.balance.verdict)]
    context = {
        "area": area,
        "sheet": sheet,
        "chosen": chosen,
        "page": Paginator(shown, _PER_PAGE).get_page(request.GET.get("page")),
        "provinces": provinces_of(area),
        "states": [row for row in arrangements_of(area) if may_set_state(request.user, row)],
        "rules": RULES,
        "follow_up": follow_up_in(area, today) if may(request.user, area, Permission.VIEW_CHECKPOINTS) else None,
        "may_edit": may(request.user, area, Permission.EDIT_ARRANGEMENT),
    }
    return render(request, _PAGES + "arrangement.html", context)


@require_safe
def agreement(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show one agreement: what each side does, why it is in balance or not, and how far parties are."""
    area, found = agreement_for(request.user, slug, pk)
    sheet = sheet_of(request.user, area, timezone.localdate(), agreements_in(area).filter(pk=pk))
    context = {
        "area": area,
        "agreement": found,
        "deal": sheet.deals[0],
        "rules": RULES,
        "touches": found.touches.all(),
        "may_edit": found.area_id == area.pk and may(request.user, area, Permission.EDIT_ARRANGEMENT),
    }
    return render(request, _PAGES + "agreement.html", context)


@require_safe
def agreement_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show who changed what of an agreement."""
    area, found = agreement_for(request.user, slug, pk)
    context = {"area": area, "agreement": found, "changes": changes_of_agreement(found)}
    return render(request, _PAGES + "history.html", context)


@require_safe
def arrangement_letter(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show all agreements in whole sentences, to go with a letter."""
    area = area_for(request.user, slug, Permission.VIEW_ARRANGEMENT)
    return render(
        request, _PAGES + "letter.html", {"area": area, "sheet": sheet_of(request.user, area, timezone.localdate())}
    )


@require_safe
def arrangement_xlsx(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """All of it as a workbook."""
    area = area_for(request.user, slug, Permission.VIEW_ARRANGEMENT)
    name = f"arrangement-{slug}-{timezone.localdate():%Y-%m-%d}.xlsx"
    book = workbook_of(sheet_of(request.user, area, timezone.localdate()))
    return FileResponse(book.file, content_type=XLSX, as_attachment=True, filename=name)


@require_POST
def arrangement_print(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.VIEW_ARRANGEMENT)
    made = print_arrangement(area=area, actor=request.user, moment=timezone.now(), token=posted_token(request))
    return go_to(request, "printout", made.pk)
