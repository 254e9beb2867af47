"""The funds an area may draw on: the list, adding one, changing it and taking it away."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.funds.access import keeping_funds, kept_fund_for, may_keep_fund
from deliverables.money.funds.actions import add_fund, change_fund, remove_fund
from deliverables.money.funds.forms import FundForm
from deliverables.money.funds.queries import counted_funds
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, refusals_told
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/money/funds/"


@require_safe
def funds(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    rows = [(fund, may_keep_fund(request.user, area, fund)) for fund in counted_funds(area)]
    context = {"area": area, "rows": rows, "may_add": may_keep_fund(request.user, area, None)}
    return render(request, _PAGES + "funds.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def fund_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add a fund of the area; the regieteam adds one of all areas."""
    area = keeping_funds(request.user, slug)
    national = may(request.user, area, Permission.MANAGE_FUNDS)
    choose = national and may(request.user, area, Permission.EDIT_INVESTMENTS)
    form = FundForm(posted(request), area=area, choose=choose)
    if form.is_valid():
        place = None if form.cleaned_data.get("national", national) else area
        with form.refusals("name"):
            made = add_fund(area=place, actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "funds", slug, note=f"“{made}” staat bij de fondsen.")
    return answer_form(request, _PAGES + "fund_form.html", form, {"area": area, "national": national and not choose})


@require_http_methods(["GET", "HEAD", "POST"])
def fund_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    area, fund = kept_fund_for(request.user, slug, pk)
    form = FundForm(posted(request), area=area, fund=fund)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_fund(fund=fund, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "funds", slug, note=f"“{fund}” is gewijzigd.")
    theirs = None
    if form.conflict:
        area, fund = kept_fund_for(request.user, slug, pk)
        form.on_top_of(fund)
        until = f"{fund.spend_until:%d-%m-%Y}" if fund.spend_until else "geen uiterste datum"
        theirs = {"title": fund.name, "text": f"{fund.get_side_display()}, {fund.get_instrument_display()}, {until}"}
    context = {"area": area, "fund": fund, "theirs": theirs, "national": fund.area_id is None}
    return answer_form(request, _PAGES + "fund_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def fund_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a fund must go, and take it away; one that is used stays, and the page says why."""
    area, fund = kept_fund_for(request.user, slug, pk)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or fund.version
        with refusals_told(request):
            remove_fund(fund=fund, actor=request.user, version=version)
            return go_to(request, "funds", slug, note=f"“{fund}” is verwijderd.")
        return go_to(request, "fund-edit", slug, pk)
    return render(request, _PAGES + "fund_remove.html", {"area": area, "fund": fund})
