"""Declaring what a party says of an ambition, and the matrix as a file."""

from uuid import UUID

from django.http import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.access import support_for
from coalition.actions.support import declare_support
from coalition.forms.support import SupportForm
from coalition.queries.ambitions import ambitions_of
from coalition.queries.support import HEADINGS, declaration_of, matrix_cells, support_matrix
from coalition.views.ambitions import chosen_ambitions
from novex_portal.toolkit.exports import csv_answer
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.still_typing import on_top_of


@require_http_methods(["GET", "HEAD", "POST"])
def ambition_support(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    ambition, organisation = support_for(request.user, slug, pk, party)
    declared = declaration_of(ambition, organisation)
    form = SupportForm(request.POST if request.method == "POST" else None, declared=declared)
    status = 422 if form.is_bound else 200
    if form.is_valid():
        values = {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
        try:
            declare_support(ambition=ambition, organisation=organisation, actor=request.user, **values)
        except Conflict:
            declared = declaration_of(ambition, organisation)
            on_top_of(form, request.POST, declared.version if declared else 0)
            status = 409
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "ambition", slug, pk, note=f"Bewaard wat {organisation} van deze ambitie vindt.")
    context = {
        "area": ambition.area,
        "ambition": ambition,
        "organisation": organisation,
        "form": form,
        "theirs": declared if status == 409 else None,
    }
    return render(request, "coalition/ambition_support.html", context, status=status)


@require_safe
def ambitions_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AMBITIONS)
    found = support_matrix(area, request.user, ambitions_of(area, **chosen_ambitions(request.GET)))
    return csv_answer(HEADINGS, matrix_cells(found), f"ambities-{area.slug}.csv")
