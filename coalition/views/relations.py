"""Entering, changing and ending a relation between two organisations."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from coalition.access import EDIT_RELATIONS, relation_for
from coalition.actions.relations import add_relation, change_relation, end_relation
from coalition.forms.relations import EndRelationForm, RelationForm
from coalition.models import Relation
from coalition.queries.relations import changes_of_relation
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.still_typing import on_top_of


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
    return render(request, "coalition/relation_form.html", {"area": area, "form": form}, status=status)


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
    return render(request, "coalition/relation_end.html", context, status=422 if form.is_bound else 200)


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
    return render(request, "coalition/relation_form.html", context, status=status)
