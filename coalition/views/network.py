"""The network of an area: who is connected with whom, on any day."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, may, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.access import EDIT_RELATIONS
from coalition.forms.network import IntroductionForm, NetworkFilter
from coalition.queries.network import Connections, connections, narrowed, parties_of
from coalition.queries.network_page import (
    PARTY_HEADINGS,
    RELATION_HEADINGS,
    Introduction,
    introduction,
    network_page,
    party_cells,
    relation_cells,
)
from novex_portal.toolkit.exports import csv_answer


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
    return render(request, "coalition/network.html", context)


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
