"""The investment agenda of an area: the page, the workbook and the paper."""

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.investments.actions import print_investments
from deliverables.money.investments.queries.investments import money_of
from deliverables.money.investments.queries.page import page_of
from deliverables.money.investments.queries.workbook import workbook_of
from deliverables.money.price_levels.forms import ConvertForm
from deliverables.money.price_levels.queries import all_series
from novex_portal.toolkit.files.exports import XLSX
from novex_portal.toolkit.forms.base import posted_token
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number


@require_safe
def investments(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show who pays what, how sure that is and what is short; `?basis=` chooses one of several.

    `?naar=2027&reeks=…` shows all of it at another price level, here, in the workbook and on paper.
    """
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    form = _convert_form(request)
    money = money_of(area, form.conversion)
    context = {
        "form": form,
        # Where amounts cannot be added, what would help stands beside them; elsewhere it stands at the end.
        "converts_above": form.is_bound or money.investments.is_mixed,
        "query": form.query,
        "area": area,
        "money": money,
        "page": page_of(money, whole_number(request.GET.get("basis"))),
        "today": timezone.localdate(),
        "may_edit": may(request.user, area, Permission.EDIT_INVESTMENTS),
    }
    return render(request, "deliverables/money/investments/investments.html", context)


@require_safe
def investments_xlsx(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """All of it as a workbook, to the cent."""
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    money = money_of(area, _convert_form(request).conversion)
    name = f"investeringen-{slug}-{timezone.localdate():%Y-%m-%d}.xlsx"
    return FileResponse(workbook_of(money).file, content_type=XLSX, as_attachment=True, filename=name)


@require_POST
def investments_print(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    made = print_investments(
        area=area,
        actor=request.user,
        moment=timezone.now(),
        token=posted_token(request),
        conversion=_convert_form(request).conversion,
    )
    return go_to(request, "printout", made.pk)


def _convert_form(request: SignedInRequest) -> ConvertForm:
    return ConvertForm(request.GET if "naar" in request.GET else None, rows=list(all_series()))
