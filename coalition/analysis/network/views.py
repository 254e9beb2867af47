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
from coalition.analysis.network.models import Relation
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
from novex_portal.toolkit.forms.still_typing import on_top_of
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem


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
    data = request.POST if request.method == "POST" else None
    form = RelationForm(data, area=area, user=request.user, initial=initial)
    if form.is_valid():
        try:
            made = add_relation(
                area=area, actor=request.user, data=form.relation_data(), token=form.cleaned_data["token"]
            )
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "network", slug, note=f"Relatie bewaard. {made}.")
    status = 422 if form.is_bound else 200
    return render(
        request, "coalition/analysis/network/relation_form.html", {"area": area, "form": form}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
def relation_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    relation = relation_for(request.user, slug, pk)
    data = request.POST if request.method == "POST" else None
    form = RelationForm(data, area=relation.area, user=request.user, relation=relation)
    if form.is_valid():
        version = form.cleaned_data["version"] or 0
        try:
            change_relation(relation=relation, actor=request.user, version=version, data=form.relation_data())
        except Conflict:
            theirs = relation_for(request.user, slug, pk)
            on_top_of(form, request.POST, theirs.version)
            return _page(request, theirs, form, status=409, is_conflict=True)
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "network", slug, note="Relatie gewijzigd.")
    return _page(request, relation, form, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def relation_end(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Let a relation end after a day; the network of the days before keeps it."""
    relation = relation_for(request.user, slug, pk)
    form = EndRelationForm(request.POST if request.method == "POST" else None, relation=relation)
    if form.is_valid():
        try:
            ended = end_relation(relation=relation, actor=request.user, valid_until=form.cleaned_data["valid_until"])
        except Problem as problem:
            form.add_error("valid_until", str(problem))
        else:
            return go_to(request, "network", slug, note=f"De relatie eindigt op {ended.valid_until:%d-%m-%Y}.")
    context = {"area": relation.area, "relation": relation, "form": form}
    return render(
        request, "coalition/analysis/network/relation_end.html", context, status=422 if form.is_bound else 200
    )


def _page(
    request: SignedInRequest, relation: Relation, form: RelationForm, *, status: int, is_conflict: bool = False
) -> HttpResponse:
    context = {
        "area": relation.area,
        "relation": relation,
        "form": form,
        "is_conflict": is_conflict,
        "changes": changes_of_relation(relation),
    }
    return render(request, "coalition/analysis/network/relation_form.html", context, status=status)
