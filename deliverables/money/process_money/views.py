"""Process money per year, with a form to add to it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.process_money.access import process_money_for
from deliverables.money.process_money.actions import add_process_money, change_process_money, remove_process_money
from deliverables.money.process_money.forms import ProcessMoneyForm
from deliverables.money.process_money.queries import process_years
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/money/process_money/"


@require_safe
def process_money(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    may_edit = may(request.user, area, Permission.EDIT_INVESTMENTS)
    context = {"area": area, "years": process_years(area), "may_edit": may_edit}
    return render(request, _PAGES + "process_money.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def process_money_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_INVESTMENTS)
    form = ProcessMoneyForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            token = form.cleaned_data["token"]
            add_process_money(area=area, actor=request.user, facts=form.facts(), token=token)
            return go_to(request, "process-money", slug, note="Procesmiddelen toegevoegd.")
    return answer_form(request, _PAGES + "form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def process_money_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = process_money_for(request.user, slug, pk)
    form = ProcessMoneyForm(posted(request), area=row.area, row=row)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_process_money(row=row, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "process-money", slug, note="Procesmiddelen gewijzigd.")
    theirs = None
    if form.conflict:
        row = form.on_top_of(process_money_for(request.user, slug, pk))
        theirs = {"title": f"{row.year}: {row.fund}", "text": f"{row.purpose}\n{row.amount:.2f} euro"}
    return answer_form(request, _PAGES + "form.html", form, {"area": row.area, "row": row, "theirs": theirs})


@require_POST
def process_money_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = process_money_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version")) or row.version
    remove_process_money(row=row, actor=request.user, version=version)
    return go_to(request, "process-money", slug, note="Procesmiddelen verwijderd.")
