"""Commitments: adding and changing one, saying what became of it and how much it is."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from areas.accounts.requests import SignedInRequest
from deliverables.arrangement.agreements.access import kept_agreement_for
from deliverables.arrangement.commitments.access import commitment_for
from deliverables.arrangement.commitments.actions import (
    add_commitment,
    change_commitment,
    remove_commitment,
    set_commitment_state,
    state_quantity,
)
from deliverables.arrangement.commitments.forms import CommitmentForm, CommitmentStateForm, QuantityForm
from deliverables.arrangement.commitments.models import Commitment
from novex_portal.toolkit.forms.base import VersionedForm, answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/arrangement/commitments/"


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Add what a side does; `?kant=` says which."""
    agreement = kept_agreement_for(request.user, slug, pk)
    form = CommitmentForm(posted(request), agreement=agreement, initial={"side": request.GET.get("kant", "")})
    if form.is_valid():
        with form.refusals():
            add_commitment(
                agreement=agreement,
                actor=request.user,
                facts=form.facts(),
                quantity=form.quantity(),
                token=form.cleaned_data["token"],
            )
            return go_to(request, "arrangement-agreement", slug, pk, note="Toezegging toegevoegd.")
    context = {"area": agreement.area, "agreement": agreement}
    return answer_form(request, _PAGES + "commitment_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    commitment = commitment_for(request.user, slug, pk)
    form = CommitmentForm(posted(request), agreement=commitment.agreement, commitment=commitment)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_commitment(commitment=commitment, actor=request.user, version=version, facts=form.facts())
            return _back(request, slug, commitment, "Toezegging gewijzigd.")
    return _answer(request, "commitment_form.html", form, commitment)


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_state(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what became of it."""
    commitment = commitment_for(request.user, slug, pk)
    form = CommitmentStateForm(posted(request), commitment=commitment)
    if form.is_valid():
        with form.refusals():
            set_commitment_state(commitment=commitment, actor=request.user, **form.cleaned_data)
            return _back(request, slug, commitment, f"De stand is nu: {commitment.get_state_display().lower()}.")
    return _answer(request, "state_form.html", form, commitment)


@require_http_methods(["GET", "HEAD", "POST"])
def commitment_quantity(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say how much it is from now on; earlier versions stay."""
    commitment = commitment_for(request.user, slug, pk)
    start = {"version": commitment.version, "as_of": timezone.localdate()}
    form = QuantityForm(posted(request), initial=start)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            state_quantity(commitment=commitment, actor=request.user, version=version, quantity=form.quantity())
            return _back(request, slug, commitment, "De hoeveelheid is vastgelegd.")
    return _answer(request, "quantity_form.html", form, commitment)


@require_POST
def commitment_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take away what should not have been there."""
    commitment = commitment_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version")) or commitment.version
    remove_commitment(commitment=commitment, actor=request.user, version=version)
    return _back(request, slug, commitment, "De toezegging is verwijderd.")


def _back(request: SignedInRequest, slug: str, commitment: Commitment, note: str) -> HttpResponseBase:
    return go_to(request, "arrangement-agreement", slug, commitment.agreement_id, note=note)


def _answer(request: SignedInRequest, page: str, form: VersionedForm, commitment: Commitment) -> HttpResponse:
    """Show a form of a commitment, and after a conflict what a colleague saved above it."""
    theirs = None
    if form.conflict:
        commitment = form.on_top_of(commitment_for(request.user, commitment.agreement.area.slug, commitment.pk))
        words = (
            commitment.get_side_display(),
            str(commitment.term or "zonder termijn"),
            commitment.get_state_display(),
        )
        theirs = {"title": commitment.text, "text": "\n".join(words)}
    agreement = commitment.agreement
    context = {"area": agreement.area, "agreement": agreement, "commitment": commitment, "theirs": theirs}
    return answer_form(request, _PAGES + page, form, context)
