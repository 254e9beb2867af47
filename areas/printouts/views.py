"""A document somebody asked for on paper: waiting for it, its file, trying again."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from areas.access import printout_for, printouts_of
from areas.accounts.requests import SignedInRequest
from areas.printouts.actions import KEPT, retry_printout
from areas.printouts.models import Printout
from novex_portal.toolkit.fragments import go_to, render_part, wants_fragment
from novex_portal.toolkit.pdf.answers import is_under_way, stored_pdf, tell_the_end

PAGE = "areas/printouts/printout.html"

OTHERS, MOST = 5, 100


@require_safe
def printouts(request: SignedInRequest) -> HttpResponse:
    """List what the user asked for in the past week."""
    return render(
        request, "areas/printouts/printouts.html", {"printouts": printouts_of(request.user)[:MOST], "kept": KEPT.days}
    )


@require_safe
def printout(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show how far the document is, and the file once it is there."""
    printout = printout_for(request.user, pk)
    others = printouts_of(request.user).exclude(pk=pk)[:OTHERS]
    return render(request, PAGE, {**_context(printout), "others": others})


@require_safe
def printout_status(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Give the part of the page that changes, to htmx that asks every two seconds."""
    printout = printout_for(request.user, pk)
    if not wants_fragment(request):
        return go_to(request, "printout", pk)
    return tell_the_end(request, render_part(request, PAGE, "state", _context(printout)), printout)


@require_safe
def printout_pdf(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    printout = printout_for(request.user, pk)
    return stored_pdf(request, printout, printout.file_name)


@require_POST
def printout_retry(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    printout = printout_for(request.user, pk)
    retry_printout(printout=printout, actor=request.user)
    return go_to(request, "printout", pk, note="De PDF wordt opnieuw gemaakt.")


def _context(printout: Printout) -> dict[str, object]:
    gone_on = printout.created_at + KEPT
    return {"area": printout.area, "printout": printout, "under_way": is_under_way(printout), "gone_on": gone_on}
