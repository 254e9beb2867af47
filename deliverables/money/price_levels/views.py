"""Price indices: the list for everybody, keeping them for the regieteam."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.price_levels.access import price_series_for
from deliverables.money.price_levels.actions import add_price_series, change_price_series, remove_price_series
from deliverables.money.price_levels.forms import SeriesForm
from deliverables.money.price_levels.queries import all_series, as_series
from deliverables.money.price_levels.rules import factors_text
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/money/price_levels/"


@require_safe
def price_series(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_INVESTMENTS)
    rows = [(row, factors_text(as_series(row).factors)) for row in all_series()]
    context = {"area": area, "rows": rows, "may_edit": may(request.user, area, Permission.MANAGE_FUNDS)}
    return render(request, _PAGES + "price_series.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def price_series_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.MANAGE_FUNDS)
    form = SeriesForm(posted(request))
    if form.is_valid():
        with form.refusals("name"):
            made = add_price_series(actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "price-series", slug, note=f"“{made}” staat bij de prijsindexen.")
    return answer_form(request, _PAGES + "series_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def price_series_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    area, series = price_series_for(request.user, slug, pk)
    form = SeriesForm(posted(request), series=series)
    if form.is_valid():
        with form.refusals("name"):
            version = form.cleaned_data["version"]
            change_price_series(series=series, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "price-series", slug, note=f"“{series}” is gewijzigd.")
    theirs = None
    if form.conflict:
        area, series = price_series_for(request.user, slug, pk)
        form.on_top_of(series)
        theirs = {"title": series.name, "text": factors_text(as_series(series).factors)}
    return answer_form(request, _PAGES + "series_form.html", form, {"area": area, "series": series, "theirs": theirs})


@require_POST
def price_series_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    _area, series = price_series_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version")) or series.version
    remove_price_series(series=series, actor=request.user, version=version)
    return go_to(request, "price-series", slug, note=f"“{series}” is verwijderd.")
