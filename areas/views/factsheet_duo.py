"""Who answers for an area, and where its challenges rub."""

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.actions.factsheets import change_duo
from areas.enums import DuoKind, FactsheetHeading, Permission
from areas.forms.factsheet import DuoForm
from areas.queries.duos import duos_of
from areas.queries.frictions import friction_matrix
from areas.requests import SignedInRequest
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem


@require_http_methods(["GET", "HEAD", "POST"])
def duo_change(request: SignedInRequest, slug: str, kind: str) -> HttpResponseBase:
    """A new duo; the one before it ends the day before, and stays in the list."""
    area = area_for(request.user, slug, Permission.EDIT_FACTSHEET)
    if kind not in DuoKind.values:
        raise Http404("Dit duo is er niet.")
    history = duos_of(area, kind)
    latest = str(history[0][0].pk) if history else ""
    form = DuoForm(request.POST if request.method == "POST" else None, initial={"replaces": latest})
    context = {"area": area, "form": form, "kind": DuoKind(kind), "history": history}
    if form.is_valid():
        try:
            change_duo(area=area, kind=kind, actor=request.user, **form.cleaned_data)
        except Conflict as conflict:
            form.data = {**request.POST.dict(), "replaces": latest}
            return render(request, "areas/duo_change.html", context | {"conflict": str(conflict)}, status=409)
        except Problem as problem:
            form.add_error("valid_from" if "begon op" in str(problem) else None, str(problem))
        else:
            page = f"{reverse('factsheet', args=[slug])}#{FactsheetHeading.PROVINCES.value}"
            return go_to(request, page, note=f"Het nieuwe {DuoKind(kind).label.lower()} is bewaard.")
    return render(request, "areas/duo_change.html", context, status=422 if form.errors else 200)


@require_safe
def frictions(request: SignedInRequest, slug: str) -> HttpResponse:
    """The matrix of opgaven, with what rubs in each pair, here and elsewhere."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    context = {
        "area": area,
        "matrix": friction_matrix(area, request.user),
        "may_edit": may(request.user, area, Permission.EDIT_FACTSHEET),
    }
    return render(request, "areas/frictions.html", context)
