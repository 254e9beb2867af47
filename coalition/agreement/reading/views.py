"""How the texts of an akkoord are read: as before, or as they were typed."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.models import Agreement
from coalition.agreement.reading.actions import take_over_reading
from coalition.agreement.reading.queries import readings_of
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_reading(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The texts that would read differently, side by side, and taking the new reading over."""
    agreement = existing_agreement_for(request.user, slug, Permission.TAKE_OVER_READING)
    if request.method != "POST":
        return _page(request, agreement)
    try:
        take_over_reading(agreement=agreement, actor=request.user, seen=request.POST.get("seen", ""))
    except Problem as problem:
        return _page(request, agreement, problem)
    return go_to(request, "agreement", slug, note="De teksten worden nu gelezen zoals ze getypt zijn.")


def _page(request: SignedInRequest, agreement: Agreement, problem: Problem | None = None) -> HttpResponse:
    context = {
        "area": agreement.area,
        "is_done": agreement.grammar == Grammar.LAW,
        "found": readings_of(agreement),
        "problem": problem,
    }
    status = problem.status if problem else 200
    return render(request, "coalition/agreement/reading/reading.html", context, status=status)
