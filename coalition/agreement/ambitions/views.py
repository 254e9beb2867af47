"""Shared ambitions: list, page, form, the next status, what a party says of one, and the matrix as a file."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, QueryDict, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from areas.parties.queries import challenges_of
from coalition.agreement.ambitions.access import ambition_for, may_state_for, position_on_ambition_for
from coalition.agreement.ambitions.actions import (
    change_ambition_status,
    create_ambition,
    state_on_ambition,
    update_ambition,
)
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.forms import AmbitionForm, AmbitionPositionForm, AmbitionStatusForm
from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.ambitions.queries.ambitions import (
    SIGNS,
    ambition_rows,
    ambitions_of,
    articles_on,
    basis_of,
    resting_on_ambition,
)
from coalition.agreement.ambitions.queries.support import HEADINGS, matrix_cells, position_on_ambition, support_matrix
from coalition.agreement.provenance.queries import provenance_of_ambition
from coalition.conversations.recording.rules import rawform
from coalition.conversations.statements.forms import StatementPicker
from coalition.planning_group.speaking.rules import said_as
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.forms.still_typing import as_typed
from novex_portal.toolkit.fragments import go_to, render_live, render_part
from novex_portal.toolkit.law_text.light import light_html
from novex_portal.toolkit.text.markup import clean

FORM = "coalition/agreement/ambitions/ambition_form.html"


@require_safe
def ambition_list(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AMBITIONS)
    chosen = chosen_ambitions(request.GET)
    ambitions = ambitions_of(area, **chosen)
    rows = ambition_rows(area, request.user, ambitions)
    matrix = support_matrix(area, request.user, ambitions)
    context = {
        "area": area,
        "rows": [replace(row, sum=matrix.sums[row.ambition.pk]) for row in rows],
        "matrix": matrix,
        "legend": matrix.legend,
        "challenges": challenges_of(area),
        "statuses": AmbitionStatus.choices,
        **chosen,
        "may_edit": may(request.user, area, Permission.EDIT_AMBITIONS),
    }
    return render_part(request, "coalition/agreement/ambitions/ambition_list.html", "list", context)


def chosen_ambitions(query: QueryDict) -> dict[str, Any]:
    """Return the status and the opgave that were asked for; what makes no sense is left out."""
    status = query.get("status", "")
    status = status if status in AmbitionStatus.values else ""
    return {"status": status, "challenge": rawform.as_uuid(query.get("opgave"))}


@require_safe
def ambition(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    return _ambition_page(request, ambition_for(request.user, slug, pk))


def _ambition_page(
    request: SignedInRequest, ambition: Ambition, form: AmbitionStatusForm | None = None
) -> HttpResponse:
    may_edit = may(request.user, ambition.area, Permission.EDIT_AMBITIONS)
    matrix = support_matrix(ambition.area, request.user, [ambition])
    context = {
        "area": ambition.area,
        "ambition": ambition,
        "challenges": ambition.challenges.order_by("position"),
        "sum": matrix.sums[ambition.pk],
        "legend": matrix.legend,
        "parties": matrix.rows,
        "one_sided": ambition.pk in matrix.one_sided,
        "may_state": may_state_for(request.user, ambition.area, matrix.parties),
        "sign": SIGNS[AmbitionStatus(ambition.status)],
        "statements": provenance_of_ambition(ambition, request.user),
        "basis": basis_of(ambition, request.user),
        "articles": (articles := articles_on(ambition)),
        "carried_out": resting_on_ambition(request.user, ambition, [article for _, article in articles]),
        "may_propose_measure": may(request.user, ambition.area, Permission.PROPOSE_MEASURE),
        "may_edit": may_edit,
        "may_write": may(request.user, ambition.area, Permission.EDIT_AGREEMENT),
        "form": form or (AmbitionStatusForm(ambition=ambition) if may_edit else None),
    }
    status = form.http_status if form else 200
    return render(request, "coalition/agreement/ambitions/ambition.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def ambition_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_AMBITIONS)
    data = posted(request)
    picker = StatementPicker(data, user=request.user, area=area, also=request.GET.getlist("uitspraak"))
    if data is None or "do" in data:
        initial = as_typed(AmbitionForm, data) if data else None
        return _form_page(request, area, AmbitionForm(area=area, initial=initial), picker)
    form = AmbitionForm(data, area=area)
    if form.is_valid():
        with form.refusals():
            made = create_ambition(
                area=area,
                actor=request.user,
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                statements=picker.selected(),
                challenges=form.chosen_challenges(),
                token=form.cleaned_data["token"],
            )
            return go_to(request, "ambition", area.slug, made.pk, note="Ambitie bewaard.")
    return _form_page(request, area, form, picker)


@require_http_methods(["GET", "HEAD", "POST"])
def ambition_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    ambition = ambition_for(request.user, slug, pk, Permission.EDIT_AMBITIONS)
    data = posted(request)
    picker = StatementPicker(data, user=request.user, area=ambition.area, linked=_linked(ambition))
    if data is None or "do" in data:
        initial = as_typed(AmbitionForm, data) if data else None
        form = AmbitionForm(area=ambition.area, ambition=ambition, initial=initial)
        return _form_page(request, ambition.area, form, picker, ambition)
    form = AmbitionForm(data, area=ambition.area, ambition=ambition)
    if form.is_valid():
        with form.refusals():
            update_ambition(
                ambition=ambition,
                actor=request.user,
                version=form.cleaned_data["version"],
                title=form.cleaned_data["title"],
                text=form.cleaned_data["text"],
                statements=picker.selected(),
                challenges=form.chosen_challenges(),
            )
            return go_to(request, "ambition", slug, pk, note="Ambitie gewijzigd.")
    if form.conflict:
        return _conflict_page(request, form, slug, pk)
    return _form_page(request, ambition.area, form, picker, ambition)


def _conflict_page(request: SignedInRequest, form: AmbitionForm, slug: str, pk: UUID) -> HttpResponse:
    """Show both texts; what the other linked is added to the choice, and saving again is knowingly."""
    theirs = ambition_for(request.user, slug, pk, Permission.EDIT_AMBITIONS)
    data = request.POST.copy()
    for statement in _linked(theirs):
        data.appendlist("statements", str(statement))
    picker = StatementPicker(data, user=request.user, area=theirs.area, linked=_linked(theirs))
    form.on_top_of(theirs)
    return _form_page(request, theirs.area, form, picker, theirs)


@require_http_methods(["POST"])
def ambition_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    ambition = ambition_for(request.user, slug, pk, Permission.EDIT_AMBITIONS)
    form = AmbitionStatusForm(request.POST, ambition=ambition)
    if form.is_valid():
        with form.refusals():
            changed = change_ambition_status(
                ambition=ambition,
                actor=request.user,
                status=form.cleaned_data["status"],
                reason=form.cleaned_data.get("reason", ""),
            )
            note = f"Status van de ambitie is nu: {changed.get_status_display().lower()}."
            return go_to(request, "ambition", slug, pk, note=note)
    return _ambition_page(request, ambition, form)


def _linked(ambition: Ambition) -> list[UUID]:
    return list(ambition.statement_links.values_list("statement_id", flat=True))


def _form_page(
    request: SignedInRequest,
    area: Area,
    form: AmbitionForm,
    picker: StatementPicker,
    ambition: Ambition | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"area": area, "form": form, "picker": picker, "ambition": ambition}
    context["theirs"] = form.theirs
    if request.POST.get("do") == "preview":
        context["preview"] = light_html(clean(request.POST.get("text", "")))
        return render_part(request, FORM, "preview", context)
    response = render_part(request, FORM, "picker", context, status=form.http_status)
    return render_live(request, response, picker.found_words)


@require_http_methods(["GET", "HEAD", "POST"])
def ambition_support(request: SignedInRequest, slug: str, pk: UUID, party: UUID) -> HttpResponseBase:
    ambition, organisation, given_as = position_on_ambition_for(request.user, slug, pk, party)
    known = position_on_ambition(ambition, organisation)
    form = AmbitionPositionForm(posted(request), ambition=ambition, said=said_as(known, given_as), given_as=given_as)
    if form.is_valid():
        with form.refusals():
            state_on_ambition(ambition=ambition, organisation=organisation, actor=request.user, **form.cleaned_data)
            return go_to(request, "ambition", slug, pk, note=f"Bewaard wat {organisation} van deze ambitie vindt.")
    if form.conflict:
        ambition = ambition_for(request.user, slug, pk)
        known = position_on_ambition(ambition, organisation)
        form.on_top_of(said_as(known, given_as), ambition_version=ambition.version)
    context = {
        "area": ambition.area,
        "ambition": ambition,
        "organisation": organisation,
        "given_as": given_as,
        "known": [(row, row.is_stale(ambition)) for row in known],
    }
    return answer_form(request, "coalition/agreement/ambitions/ambition_support.html", form, context)


@require_safe
def ambitions_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_AMBITIONS)
    found = support_matrix(area, request.user, ambitions_of(area, **chosen_ambitions(request.GET)))
    return csv_answer(HEADINGS, matrix_cells(found), f"ambities-{area.slug}.csv")
