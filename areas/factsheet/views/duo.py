"""Who answers for an area, and where its challenges rub."""

from uuid import UUID

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.factsheet.actions.duos import change_duo, correct_duo
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.factsheet.forms.factsheet import DuoForm
from areas.factsheet.queries.duos import duo_for, duo_mark, duos_of
from areas.factsheet.queries.frictions import friction_matrix
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

DUO = "areas/factsheet/duo_change.html"


@require_http_methods(["GET", "HEAD", "POST"])
def duo_change(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """A new duo; the one before it ends the day before, and stays in the list."""
    area = area_for(request.user, slug, Permission.EDIT_FACTSHEET)
    if kind not in DuoKind.values:
        raise Http404("Dit duo is er niet.")
    history = duos_of(area, kind)
    latest = str(history[0][0].pk) if history else ""
    form = DuoForm(posted(request), initial={"replaces": latest})
    context = {"area": area, "kind": DuoKind(kind), "history": history}
    if form.is_valid():
        with form.refusals():
            change_duo(area=area, kind=kind, actor=request.user, **form.cleaned_data)
            return go_to(request, _provinces(slug), note=f"Het nieuwe {DuoKind(kind).label.lower()} is bewaard.")
    if form.conflict:
        form.on_top_of(None, replaces=latest)
    return answer_form(request, DUO, form, context | {"conflict": form.conflict})


@require_http_methods(["GET", "HEAD", "POST"])
def duo_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Put right what was written wrong about a duo; a new duo is another page."""
    duo = duo_for(request.user, slug, pk, Permission.EDIT_FACTSHEET)
    start = {name: getattr(duo, name) for name in ("national_side", "regional_side", "valid_from", "source")}
    form = DuoForm(posted(request), initial=start | {"replaces": duo_mark(duo)})
    context = {"area": duo.area, "kind": DuoKind(duo.kind), "duo": duo}
    context["history"] = duos_of(duo.area, duo.kind)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in start}
        with form.refusals("valid_from"):
            correct_duo(duo=duo, actor=request.user, seen=form.cleaned_data["replaces"], **values)
            return go_to(request, _provinces(slug), note=f"Het {DuoKind(duo.kind).label.lower()} is verbeterd.")
    if form.conflict:
        form.on_top_of(None, replaces=duo_mark(duo))
    return answer_form(request, DUO, form, context | {"conflict": form.conflict})


def _provinces(slug: str) -> str:
    return f"{reverse('factsheet', args=[slug])}#{FactsheetHeading.PROVINCES.value}"


@require_safe
def frictions(request: SignedInRequest, slug: str) -> HttpResponse:
    """The matrix of opgaven, with what rubs in each pair, here and elsewhere."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    context = {
        "area": area,
        "matrix": friction_matrix(area, request.user),
        "may_edit": may(request.user, area, Permission.EDIT_FACTSHEET),
    }
    return render(request, "areas/factsheet/frictions.html", context)
