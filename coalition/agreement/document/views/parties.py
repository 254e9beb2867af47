"""The parties of the akkoord: who they are in it, in which order they stand, and how far each has come."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import agreement_for, agreement_party_for, existing_agreement_for
from coalition.agreement.document.actions.parties import (
    add_party,
    change_party,
    change_party_status,
    group_parties,
    move_party,
    remove_party,
)
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.forms import GroupForm, NewPartyForm, PartyForm, PartyStatusForm
from coalition.agreement.document.models import AgreementParty
from coalition.agreement.document.queries import named, opening_of, party_rows
from coalition.agreement.document.rules.parties import formula, opening_html
from coalition.agreement.document.views.agreements import places_asked
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

PARTY = "coalition/agreement/document/agreement_party_form.html"
ORDER = "coalition/agreement/document/agreement_party_order.html"


@require_safe
def agreement_parties(request: SignedInRequest, slug: str) -> HttpResponse:
    area, agreement = agreement_for(request.user, slug)
    rows = party_rows(agreement, request.user) if agreement else []
    context = {
        "area": area,
        "agreement": agreement,
        "rows": rows,
        "opening": opening_html(opening_of(row.party for row in rows)),
        "may_edit": bool(agreement) and may(request.user, area, Permission.EDIT_AGREEMENT),
    }
    return render(request, "coalition/agreement/document/agreement_parties.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_party_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = NewPartyForm(posted(request), agreement=agreement)
    if form.is_valid():
        organisation = form.cleaned_data["organisation"]
        with form.refusals():
            add_party(agreement=agreement, actor=request.user, organisation=organisation, **form.words)
            return go_to(request, "agreement-parties", slug, note="Partij toegevoegd aan het akkoord.")
    return answer_form(request, PARTY, form, {"area": agreement.area})


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_party_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    party = agreement_party_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    form = PartyForm(posted(request), party=party)
    if form.is_valid():
        with form.refusals():
            change_party(party=party, actor=request.user, version=form.cleaned_data["version"], **form.words)
            return go_to(request, "agreement-parties", slug, note="Partij gewijzigd.")
    if form.conflict:
        party = form.on_top_of(agreement_party_for(request.user, slug, pk, Permission.EDIT_AGREEMENT))
    return _party_page(request, party, form)


@require_POST
def agreement_party_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    party = agreement_party_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    form = PartyStatusForm(request.POST, party=party)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("status", "decided_on")}
        with form.refusals():
            changed = change_party_status(party=party, actor=request.user, **values)
            note = f"{party.organisation}: {changed.get_status_display().lower()}."
            return go_to(request, "agreement-parties", slug, note=note)
    return _party_page(request, party, PartyForm(party=party), form)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_party_order(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """In which order the parties stand, and which of them are called by one name (`?groep=` one that is there)."""
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = GroupForm(posted(request), agreement=agreement, was=request.GET.get("groep", ""))
    if form.is_valid():
        with form.refusals():
            group_parties(agreement=agreement, actor=request.user, **form.cleaned_data)
            return go_to(request, "agreement-party-order", slug, note="Groep bewaard.")
    rows = party_rows(agreement, request.user)
    context = {
        "area": agreement.area,
        "rows": rows,
        "groups": dict.fromkeys(row.party.group for row in rows if row.signs and row.party.group),
        "opening": opening_html(opening_of(row.party for row in rows)),
    }
    return answer_form(request, ORDER, form, context)


@require_POST
def agreement_party_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    party = agreement_party_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    move_party(party=party, actor=request.user, places=places_asked(request))
    return go_to(request, "agreement-party-order", slug, note="Partij verplaatst.")


@require_POST
def agreement_party_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    party = agreement_party_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    remove_party(party=party, actor=request.user)
    return go_to(request, "agreement-parties", slug, note="Partij verwijderd uit het akkoord.")


def _party_page(
    request: SignedInRequest,
    party: AgreementParty,
    form: PartyForm,
    status_form: PartyStatusForm | None = None,
) -> HttpResponse:
    context = {
        "area": party.agreement.area,
        "party": party,
        "formula": formula(named(party)) if party.role == PartyRole.SIGNATORY else "",
        "status_form": status_form or PartyStatusForm(party=party),
    }
    return answer_form(request, PARTY, form, context, status=status_form.http_status if status_form else None)
