"""Reciprocal agreements: adding, changing and removing one, and how far the arrangement of a province is."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.arrangement.agreements.access import kept_agreement_for, shared_arrangement_for
from deliverables.arrangement.agreements.actions import (
    add_agreement,
    change_agreement,
    remove_agreement,
    set_arrangement_state,
)
from deliverables.arrangement.agreements.forms import AgreementForm, StateForm
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/arrangement/agreements/"


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_ARRANGEMENT)
    form = AgreementForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            made = add_agreement(
                area=area,
                actor=request.user,
                today=timezone.localdate(),
                facts=form.facts(),
                token=form.cleaned_data["token"],
            )
            note = f"Afspraak {made.code} toegevoegd. Zeg nu wat elke kant doet."
            return go_to(request, "arrangement-agreement", slug, made.pk, note=note)
    return answer_form(request, _PAGES + "agreement_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    agreement = kept_agreement_for(request.user, slug, pk)
    form = AgreementForm(posted(request), area=agreement.area, agreement=agreement)
    if form.is_valid():
        with form.refusals():
            today, version = timezone.localdate(), form.cleaned_data["version"]
            change_agreement(agreement=agreement, actor=request.user, today=today, version=version, facts=form.facts())
            return go_to(request, "arrangement-agreement", slug, pk, note=f"Afspraak {agreement.code} gewijzigd.")
    theirs = None
    if form.conflict:
        agreement = form.on_top_of(kept_agreement_for(request.user, slug, pk))
        words = (agreement.place, agreement.get_obligation_display(), agreement.conditions, agreement.one_sided_reason)
        theirs = {"title": str(agreement), "text": "\n".join(filter(None, words))}
    context = {"area": agreement.area, "agreement": agreement, "theirs": theirs}
    return answer_form(request, _PAGES + "agreement_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether it should go, and take it away."""
    agreement = kept_agreement_for(request.user, slug, pk)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or agreement.version
        remove_agreement(agreement=agreement, actor=request.user, version=version)
        return go_to(request, "arrangement", slug, note=f"Afspraak {agreement.code} is verwijderd.")
    context = {"area": agreement.area, "agreement": agreement}
    return render(request, _PAGES + "agreement_remove.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def arrangement_state(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say how far the arrangement of a province is."""
    area, arrangement = shared_arrangement_for(request.user, slug, pk)
    form = StateForm(posted(request), arrangement=arrangement)
    if form.is_valid():
        with form.refusals():
            set_arrangement_state(arrangement=arrangement, actor=request.user, **form.cleaned_data)
            return go_to(request, "arrangement", slug, note=f"{arrangement}: {arrangement.get_state_display()}.")
    theirs = None
    if form.conflict:
        _, arrangement = shared_arrangement_for(request.user, slug, pk)
        form.on_top_of(arrangement)
        theirs = {"title": str(arrangement), "text": arrangement.get_state_display()}
    context = {"area": area, "arrangement": arrangement, "theirs": theirs}
    return answer_form(request, _PAGES + "state_form.html", form, context)
