"""Pages to merge two organisations or persons that are one, and to take that back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may, party_for, person_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area, Organisation, Person, User
from coalition.merging import queries
from coalition.merging.access import merge_for
from coalition.merging.actions import ELSEWHERE, merge_organisations, merge_persons, undo_merge
from coalition.merging.forms import MergeForm, MergeSearch
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class _Sort:
    """What differs between merging organisations and merging persons."""

    template: str
    other: Callable[..., Any]
    similar: Callable[..., list[queries.Candidate]]
    areas: Callable[..., Any]
    name: Callable[[Any], str]
    merge: Callable[..., Any]


_ORGANISATION = _Sort(
    template="coalition/merging/organisation_merge.html",
    other=queries.other_organisation,
    similar=queries.similar_organisations,
    areas=lambda kept, gone: queries.areas_of_organisations(kept.pk, gone.pk),
    name=str,
    merge=merge_organisations,
)
_PERSON = _Sort(
    template="coalition/merging/person_merge.html",
    other=queries.other_person,
    similar=queries.similar_persons,
    areas=queries.areas_of_persons,
    name=queries.person_name,
    merge=merge_persons,
)
_UNKNOWN = "Deze is er niet (meer), of doet niet mee in dit gebied. Kies een andere, of vraag het regieteam."


@require_http_methods(["GET", "HEAD", "POST"])
def organisation_merge(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Choose the organisation that is the same, compare, and merge."""
    link = party_for(request.user, slug, pk, Permission.MERGE_PARTIES)
    return _merge_page(request, link.area, link.organisation, _ORGANISATION)


@require_http_methods(["GET", "HEAD", "POST"])
def person_merge(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Choose the person that is the same, compare, and merge."""
    area, person = person_for(request.user, slug, pk, Permission.MERGE_PARTIES)
    return _merge_page(request, area, person, _PERSON)


@require_safe
def merges(request: SignedInRequest, slug: str) -> HttpResponse:
    """What was merged in this area, and until when that can be undone."""
    return _merge_list(request, area_for(request.user, slug, Permission.VIEW_PARTIES))


@require_POST
def merge_undo(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Make two of one again."""
    merge = merge_for(request.user, slug, pk, Permission.MERGE_PARTIES)
    try:
        undo_merge(merge=merge, actor=request.user)
    except Problem as problem:
        return _merge_list(request, merge.area, problem)
    note = (
        f"{merge.gone_name} staat weer op zichzelf. Wat na het samenvoegen is gemaakt, blijft bij {merge.kept_name}."
    )
    return go_to(request, "merges", slug, note=note)


def _merge_list(request: SignedInRequest, area: Area, problem: Problem | None = None) -> HttpResponse:
    context = {
        "area": area,
        "rows": queries.merges_of(area, timezone.now()),
        "may_merge": may(request.user, area, Permission.MERGE_PARTIES),
        "problem": problem,
    }
    return render(request, "coalition/merging/merges.html", context, status=problem.status if problem else 200)


def _merge_page(request: SignedInRequest, area: Area, one: Organisation | Person, sort: _Sort) -> HttpResponseBase:
    if request.method != "POST":
        other = uuid_or_none(request.GET.get("met"))
        return _choose_or_compare(request, area, one, sort, other=other)
    form = MergeForm(request.POST)
    pair = [form.cleaned_data["kept"], form.cleaned_data["gone"]] if form.is_valid() else []
    if one.pk not in pair:
        return _choose_or_compare(request, area, one, sort, problem=Problem("Kies eerst met wie u samenvoegt."))
    token = form.cleaned_data["token"]
    merge = queries.merged_by_form(request.user, area, token)
    if merge is None:
        found = sort.other(request.user, area, pair[pair[0] == one.pk])
        if found is None:
            return _choose_or_compare(request, area, one, sort, problem=Problem(_UNKNOWN))
        kept, gone = (one, found) if pair[0] == one.pk else (found, one)
        try:
            merge = sort.merge(area=area, actor=request.user, kept=kept, gone=gone, token=token)
        except Problem as problem:
            return _choose_or_compare(request, area, one, sort, other=found.pk, stays=str(kept.pk), problem=problem)
    note = f"{merge.gone_name} is samengevoegd met {merge.kept_name}. U kunt dit een dag lang ongedaan maken."
    return go_to(request, "merges", area.slug, note=note)


def _choose_or_compare(
    request: SignedInRequest,
    area: Area,
    one: Organisation | Person,
    sort: _Sort,
    *,
    other: UUID | None = None,
    stays: str = "",
    problem: Problem | None = None,
) -> HttpResponse:
    found = sort.other(request.user, area, other) if other else None
    if other and found is None and not problem:
        problem = Problem(_UNKNOWN)
    context: dict[str, Any] = {"area": area, "one": one, "problem": problem, "one_name": sort.name(one)}
    if found is not None and found.pk != one.pk:
        context |= _side_by_side(request.user, area, (one, found), sort, stays or request.GET.get("blijft", ""))
    else:
        search = MergeSearch(request.GET)
        context |= {"search": search, "candidates": sort.similar(request.user, one, area, search.words())}
    return render(request, sort.template, context, status=problem.status if problem else 200)


def _side_by_side(user: User, area: Area, pair: tuple[Any, Any], sort: _Sort, stays: str) -> dict[str, Any]:
    """Compare the two; the richer one stays, unless somebody chose (`stays`)."""
    one, found = pair
    held = queries.held_by(one, found)
    chosen = {str(one.pk): (one, found), str(found.pk): (found, one)}.get(stays)
    kept, gone = chosen or queries.stays_first(one, found, held)
    allowed = queries.may_merge_in(user, sort.areas(kept, gone))
    return {
        "other": found,
        "is_proposal": chosen is None,
        "gone": gone,
        # After a double click the first page is gone: the one that stays has one, if it is of this area.
        "home": kept if kept.pk == one.pk or queries.is_of_area(area, kept) else one,
        "kept_name": sort.name(kept),
        "gone_name": sort.name(gone),
        "lines": queries.compare(kept, gone, held),
        "refused": "" if allowed else ELSEWHERE.format(sort.name(found)),
        "form": MergeForm(initial={"kept": kept.pk, "gone": gone.pk}),
    }
