"""The network of an area on any day, and entering, changing and ending a relation."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.analysis.network.access import EDIT_RELATIONS, relation_for
from coalition.analysis.network.actions import add_relation, change_relation, end_relation
from coalition.analysis.network.forms import EndRelationForm, IntroductionForm, NetworkFilter, RelationForm
from coalition.analysis.network.queries.network import Connections, connections, narrowed, parties_of
from coalition.analysis.network.queries.page import (
    PARTY_HEADINGS,
    RELATION_HEADINGS,
    Introduction,
    introduction,
    network_page,
    party_cells,
    relation_cells,
)
from coalition.analysis.network.queries.relations import changes_of_relation
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

FORM = "coalition/analysis/network/relation_form.html"


@require_safe
def network(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    form, everything = _asked(request, area)
    wanted = form.chosen()
    meeting, way = _introduced(request, area, everything)
    context = {
        "area": area,
        "form": form,
        "wanted": wanted,
        "is_today": wanted.day == form.today,
        "page": network_page(area, request.user, wanted, everything, request.GET.get("page", "")),
        "meeting": meeting,
        "way": way,
        "may_edit": may(request.user, area, EDIT_RELATIONS),
    }
    return render(request, "coalition/analysis/network/network.html", context)


@require_safe
def network_parties_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """The table of parties as CSV, narrowed as the page is."""
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    form, everything = _asked(request, area)
    found, _rows = narrowed(everything, form.chosen())
    name = f"netwerk-{area.slug}-{form.chosen().day:%Y-%m-%d}.csv"
    return csv_answer(PARTY_HEADINGS, party_cells(area, found), name)


@require_safe
def network_relations_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """The table of relations as CSV, narrowed as the page is."""
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    form, everything = _asked(request, area)
    _found, rows = narrowed(everything, form.chosen())
    name = f"relaties-{area.slug}-{form.chosen().day:%Y-%m-%d}.csv"
    return csv_answer(RELATION_HEADINGS, relation_cells(rows), name)


def _asked(request: SignedInRequest, area: Area) -> tuple[NetworkFilter, Connections]:
    """Return the filter, and everything there is on the day it asks for."""
    parties = parties_of(area)
    form = NetworkFilter(request.GET, area=area, parties=parties, today=timezone.localdate())
    wanted = form.chosen()
    return form, connections(area, request.user, wanted.day, parties, wanted.challenge)


def _introduced(
    request: SignedInRequest, area: Area, everything: Connections
) -> tuple[IntroductionForm, Introduction | None]:
    """Return the form for an introduction, and the way when somebody asked for one."""
    own = own_organisations(request.user, area)
    form = IntroductionForm(
        request.GET if "naar" in request.GET else None,
        parties=everything.parties,
        initial={"van": str(own[0].pk) if own else ""},
    )
    return form, introduction(everything, *form.ends()) if form.is_valid() else None


@require_http_methods(["GET", "HEAD", "POST"])
def relation_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Enter a relation; `?van=` names the first party."""
    area = area_for(request.user, slug, EDIT_RELATIONS)
    initial = {"first": request.GET.get("van", "")}
    data = posted(request)
    form = RelationForm(data, area=area, user=request.user, initial=initial)
    if form.is_valid():
        with form.refusals():
            made = add_relation(
                area=area, actor=request.user, data=form.relation_data(), token=form.cleaned_data["token"]
            )
            return go_to(request, "network", slug, note=f"Relatie bewaard. {made}.")
    return answer_form(request, FORM, form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def relation_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    relation = relation_for(request.user, slug, pk)
    data = posted(request)
    form = RelationForm(data, area=relation.area, user=request.user, relation=relation)
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.refusals():
            change_relation(relation=relation, actor=request.user, version=version, data=form.relation_data())
            return go_to(request, "network", slug, note="Relatie gewijzigd.")
    if form.conflict:
        relation = form.on_top_of(relation_for(request.user, slug, pk))
    context = {"area": relation.area, "relation": relation, "changes": changes_of_relation(relation)}
    return answer_form(request, FORM, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def relation_end(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Let a relation end after a day; the network of the days before keeps it."""
    relation = relation_for(request.user, slug, pk)
    form = EndRelationForm(posted(request), relation=relation)
    if form.is_valid():
        with form.refusals("valid_until"):
            ended = end_relation(relation=relation, actor=request.user, valid_until=form.cleaned_data["valid_until"])
            return go_to(request, "network", slug, note=f"De relatie eindigt op {ended.valid_until:%d-%m-%Y}.")
    context = {"area": relation.area, "relation": relation}
    return answer_form(request, "coalition/analysis/network/relation_end.html", form, context)
