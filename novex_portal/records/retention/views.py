"""Retention terms, what is past them, and destroying that by two people."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from novex_portal.records.access import destruction_for
from novex_portal.records.retention.actions import carry_out_destruction, propose_destruction, withdraw_destruction
from novex_portal.records.retention.queries import SHOWN, destructions_of, due_lists, due_persons
from novex_portal.toolkit.fragments import go_to, refusals_told

NEED = Permission.MANAGE_PERSONAL_DATA


@require_safe
def retention(request: SignedInRequest, slug: str) -> HttpResponse:
    """How long what is kept, what is due now, and what was destroyed before."""
    area = area_for(request.user, slug, NEED)
    today = timezone.localdate()
    context = {
        "area": area,
        "due": due_lists(area, today),
        "persons": due_persons(area, today)[:SHOWN],
        "destructions": destructions_of(area)[:SHOWN],
    }
    return render(request, "records/retention/retention.html", context)


@require_POST
def destruction_propose(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Propose to destroy one kind of record that is past its term."""
    area = area_for(request.user, slug, NEED)
    kind = request.POST.get("soort", "")
    with refusals_told(request):
        made = propose_destruction(area=area, kind=kind, actor=request.user, today=timezone.localdate())
        return go_to(request, "destruction", slug, made.pk, note="Voorgesteld. Een ander moet het uitvoeren.")
    return go_to(request, "retention", slug)


@require_safe
def destruction(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """A proposal, or the record of what was destroyed."""
    found = destruction_for(request.user, slug, pk)
    context = {
        "area": found.area,
        "destruction": found,
        "number": len(found.object_ids),
        "is_mine": found.proposed_by_id == request.user.pk,
    }
    return render(request, "records/retention/destruction.html", context)


@require_POST
def destruction_carry_out(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Destroy what somebody else proposed."""
    found = destruction_for(request.user, slug, pk)
    with refusals_told(request):
        carry_out_destruction(destruction=found, actor=request.user, today=timezone.localdate())
        messages.success(request, "Vernietigd. Deze verklaring blijft over.")
    return go_to(request, "destruction", slug, pk)


@require_POST
def destruction_withdraw(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take a proposal back."""
    found = destruction_for(request.user, slug, pk)
    withdraw_destruction(destruction=found, actor=request.user)
    return go_to(request, "retention", slug, note="Het voorstel is ingetrokken. Er is niets vernietigd.")
