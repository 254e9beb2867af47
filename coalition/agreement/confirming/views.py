"""What was written down for a party, for its bestuurder to confirm or correct."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from areas.accounts.requests import SignedInRequest
from coalition.agreement.confirming.access import own_party_for
from coalition.agreement.confirming.actions import Chosen, confirm_waiting
from coalition.agreement.confirming.queries import Waiting, waiting_for
from novex_portal.toolkit.fragments import go_to, refusals_told
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.text.dutch import number
from novex_portal.toolkit.text.numbers import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
def to_confirm(request: SignedInRequest, slug: str, party: UUID) -> HttpResponseBase:
    """Confirm one thing or all of them; each is corrected where it stands."""
    area, organisation = own_party_for(request.user, slug, party)
    if request.method == "POST":
        chosen = [found for key in request.POST.getlist("bevestig") if (found := _read(key))]
        with refusals_told(request):
            done = confirm_waiting(area=area, organisation=organisation, actor=request.user, chosen=chosen)
            messages.success(request, f"Bevestigd: {number(done)}.")
        return go_to(request, "to-confirm", slug, party)
    rows = waiting_for(area, organisation)
    context = {"area": area, "organisation": organisation, "rows": rows, "sure": _sure(rows)}
    return render(request, "coalition/agreement/confirming/to_confirm.html", context)


def _read(key: str) -> Chosen | None:
    """Return what a button stands for; None for what is none of ours."""
    kind, _, rest = key.partition(":")
    pk, _, version = rest.partition(":")
    read = whole_number(version)
    known = whole_number(pk) if kind == "punt" else uuid_or_none(pk)
    return Chosen(kind, str(known), read) if known is not None and read is not None else None


def _sure(rows: list[Waiting]) -> list[str]:
    """Return what "alles" confirms: of each thing what counts, and nothing that has to be read again."""
    first = {row.about: row for row in reversed(rows)}
    return [row.key for row in rows if first[row.about] is row and not row.is_stale]
