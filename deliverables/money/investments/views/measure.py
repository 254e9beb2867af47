"""The money of one measure."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.funding.access import costed_measure_for
from deliverables.money.investments.queries.measure import measure_money as money_of_measure


@require_safe
def measure_money(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show what a measure costs, who contributes what, and what that adds up to."""
    measure = costed_measure_for(request.user, slug, pk)
    context = {
        "area": measure.area,
        "measure": measure,
        "money": money_of_measure(measure),
        "may_edit": may(request.user, measure.area, Permission.EDIT_INVESTMENTS),
    }
    return render(request, "deliverables/money/investments/measure.html", context)
