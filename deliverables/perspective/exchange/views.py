"""The wisselwerking: the page, and the forms of its rows."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.exchange.access import exchange_for, involvement_for, moment_for, province_for
from deliverables.perspective.exchange.actions import (
    add_exchange,
    add_involvement,
    add_moment,
    change_exchange,
    change_involvement,
    change_moment,
    remove_exchange,
    remove_involvement,
    remove_moment,
    state_proposal,
)
from deliverables.perspective.exchange.forms import ExchangeForm, InvolvementForm, MomentForm, ProposalForm
from deliverables.perspective.exchange.queries import exchange_of, proposal_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/perspective/exchange/"


@require_safe
def exchange(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what goes between the area and each of its provinces."""
    area = area_for(request.user, slug, Permission.VIEW_PERSPECTIVE)
    context = {
        "area": area,
        "provinces": exchange_of(area, timezone.localdate()),
        "may_edit": may(request.user, area, Permission.EDIT_PERSPECTIVE),
    }
    return render(request, _PAGES + "exchange.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_state(request: SignedInRequest, slug: str, province: str) -> HttpResponseBase:
    """Say how far the voorstel of a province is."""
    area, found = province_for(request.user, slug, province)
    proposal = proposal_of(area, found)
    form = ProposalForm(posted(request), proposal=proposal)
    if form.is_valid():
        with form.refusals():
            state_proposal(area=area, actor=request.user, province=found, **form.cleaned_data)
            return go_to(request, "exchange", slug, note=f"De stand van het voorstel van {found} is bewaard.")
    theirs = None
    if form.conflict:
        proposal = form.on_top_of(proposal_of(area, found))
        theirs = {"title": proposal.stand, "text": proposal.source} if proposal else None
    context = {"area": area, "province": found, "theirs": theirs}
    return answer_form(request, _PAGES + "proposal_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def exchange_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add a building block or frame; `?provincie=` says with which province."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = ExchangeForm(posted(request), area=area, province=request.GET.get("provincie", ""))
    if form.is_valid():
        with form.refusals():
            made = add_exchange(area=area, actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "exchange", slug, note=f"“{made}” is toegevoegd.")
    return answer_form(request, _PAGES + "exchange_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def exchange_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = exchange_for(request.user, slug, pk)
    form = ExchangeForm(posted(request), area=row.area, row=row)
    if form.is_valid():
        with form.refusals():
            change_exchange(row=row, actor=request.user, version=form.cleaned_data["version"], facts=form.facts())
            return go_to(request, "exchange", slug, note=f"“{row}” is gewijzigd.")
    theirs = None
    if form.conflict:
        row = form.on_top_of(exchange_for(request.user, slug, pk))
        theirs = {"title": row.subject, "text": f"Wij leveren: {row.block}\nTerug: {row.frame}"}
    return answer_form(request, _PAGES + "exchange_form.html", form, {"area": row.area, "row": row, "theirs": theirs})


@require_POST
def exchange_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = exchange_for(request.user, slug, pk)
    remove_exchange(row=row, actor=request.user, version=whole_number(request.POST.get("version")) or row.version)
    return go_to(request, "exchange", slug, note=f"“{row}” is verwijderd.")


@require_http_methods(["GET", "HEAD", "POST"])
def exchange_moment_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add an agreed moment; `?provincie=` says with which province."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = MomentForm(posted(request), area=area, province=request.GET.get("provincie", ""))
    if form.is_valid():
        with form.refusals():
            add_moment(area=area, actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "exchange", slug, note="Het gesprek is toegevoegd.")
    return answer_form(request, _PAGES + "moment_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def exchange_moment_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = moment_for(request.user, slug, pk)
    form = MomentForm(posted(request), area=row.area, row=row)
    if form.is_valid():
        with form.refusals():
            change_moment(row=row, actor=request.user, version=form.cleaned_data["version"], facts=form.facts())
            return go_to(request, "exchange", slug, note="Het gesprek is gewijzigd.")
    theirs = None
    if form.conflict:
        row = form.on_top_of(moment_for(request.user, slug, pk))
        theirs = {"title": f"{row.date:%d-%m-%Y}: {row.about}", "text": f"{row.get_state_display()}\n{row.outcome}"}
    return answer_form(request, _PAGES + "moment_form.html", form, {"area": row.area, "row": row, "theirs": theirs})


@require_POST
def exchange_moment_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = moment_for(request.user, slug, pk)
    remove_moment(row=row, actor=request.user, version=whole_number(request.POST.get("version")) or row.version)
    return go_to(request, "exchange", slug, note="Het gesprek is verwijderd.")


@require_http_methods(["GET", "HEAD", "POST"])
def involvement_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add who is involved in what; `?provincie=` says with which province."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = InvolvementForm(posted(request), area=area, province=request.GET.get("provincie", ""))
    if form.is_valid():
        with form.refusals():
            add_involvement(area=area, actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "exchange", slug, note="Wie betrokken is, is toegevoegd.")
    return answer_form(request, _PAGES + "involvement_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def involvement_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = involvement_for(request.user, slug, pk)
    form = InvolvementForm(posted(request), area=row.area, row=row)
    if form.is_valid():
        with form.refusals():
            change_involvement(row=row, actor=request.user, version=form.cleaned_data["version"], facts=form.facts())
            return go_to(request, "exchange", slug, note="Wie betrokken is, is gewijzigd.")
    theirs = None
    if form.conflict:
        row = form.on_top_of(involvement_for(request.user, slug, pk))
        theirs = {"title": row.subject, "text": f"{row.get_degree_display()}\n{row.note}"}
    context = {"area": row.area, "row": row, "theirs": theirs}
    return answer_form(request, _PAGES + "involvement_form.html", form, context)


@require_POST
def involvement_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    row = involvement_for(request.user, slug, pk)
    remove_involvement(row=row, actor=request.user, version=whole_number(request.POST.get("version")) or row.version)
    return go_to(request, "exchange", slug, note="De regel is verwijderd.")
