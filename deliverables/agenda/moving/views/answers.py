"""What was moved in one go and can be taken back, and dates that were proposed and wait for an answer."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.moving.access import batch_for, proposal_for
from deliverables.agenda.moving.actions.moves import undo_batch
from deliverables.agenda.moving.actions.proposals import decline_proposal, withdraw_proposal
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.forms import DeclineForm
from deliverables.agenda.moving.models import DateProposal
from deliverables.agenda.moving.queries.batches import batch_page, proposed_dates
from novex_portal.toolkit.forms.base import OnceForm, answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/agenda/moving/"


@require_http_methods(["GET", "HEAD", "POST"])
def plan_batch(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Show what was moved in one go; posting takes it back."""
    batch = batch_for(request.user, slug, pk)
    form = OnceForm(posted(request))
    if request.method == "POST":
        batch_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    if form.is_valid():
        with form.refusals():
            undo = undo_batch(batch=batch, actor=request.user, token=form.cleaned_data["token"])
            return go_to(request, "plan-batch", slug, undo.pk, note="Teruggedraaid. Wie het aangaat, krijgt bericht.")
    context = {
        "area": batch.area,
        "page": batch_page(batch, request.user),
        "may_edit": may(request.user, batch.area, Permission.EDIT_AGENDA),
    }
    return answer_form(request, _PAGES + "batch.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def date_proposal(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Show dates that were proposed; posting says no to them, or takes them back."""
    proposal = proposal_for(request.user, slug, pk)
    if request.POST.get("do") == "withdraw":
        return _withdraw(request, proposal)
    if request.method == "POST":
        proposal = proposal_for(request.user, slug, pk, Permission.EDIT_AGENDA)
    form = DeclineForm(posted(request), initial={"version": proposal.version})
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("version", "answer")}
            decline_proposal(proposal=proposal, actor=request.user, **given)
            return go_to(request, "date-proposal", slug, pk, note="Wie het voorstelde, krijgt uw antwoord.")
    if form.conflict:
        proposal = proposal_for(request.user, slug, pk)
    return _shown(request, proposal, form)


def _withdraw(request: SignedInRequest, proposal: DateProposal) -> HttpResponseBase:
    if proposal.proposed_by != request.user:
        raise PermissionDenied("Alleen wie dit voorstelde, trekt het in.")
    version = whole_number(request.POST.get("version")) or proposal.version
    withdraw_proposal(proposal=proposal, actor=request.user, version=version)
    return go_to(request, "date-proposal", proposal.measure.area.slug, proposal.pk, note="Ingetrokken.")


def _shown(request: SignedInRequest, proposal: DateProposal, form: DeclineForm) -> HttpResponse:
    area = proposal.measure.area
    context = {
        "area": area,
        "proposal": proposal,
        "dates": proposed_dates(proposal),
        "is_open": proposal.state == ProposalState.OPEN,
        "is_mine": proposal.proposed_by == request.user,
        "may_edit": may(request.user, area, Permission.EDIT_AGENDA),
    }
    return answer_form(request, _PAGES + "proposal.html", form, context)
