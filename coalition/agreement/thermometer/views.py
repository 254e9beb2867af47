"""The akkoordthermometer: on the screen, party by party on a phone, as CSV and on paper."""

from django.http import HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from areas.access import own_organisations
from areas.accounts.requests import SignedInRequest
from coalition.agreement.document.access import agreement_for, existing_agreement_for
from coalition.agreement.positions.queries import HEADINGS, thermometer_cells, thermometer_of
from coalition.agreement.positions.rules import RULE
from coalition.agreement.thermometer.actions import print_thermometer
from coalition.agreement.thermometer.forms import ThermometerFilter
from coalition.agreement.thermometer.queries import chapters_of, lines_of, narrowed, one_party
from coalition.agreement.thermometer.rules import RUBS
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.rules import LEGEND
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import posted_token
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none


@require_safe
def thermometer(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Article by party in words and signs, what is acceptable to all today, and what is missing."""
    _, agreement = agreement_for(request.user, slug)
    if agreement is None:
        return go_to(request, "agreement", slug)
    area, every = agreement.area, thermometer_of(agreement)
    own = {row.organisation_id for row in every.parties if speaks_as(request.user, area, row.organisation_id)}
    chosen = ThermometerFilter(request.GET, chapters=chapters_of(every), parties=every.parties)
    found = narrowed(every, chapter=chosen.chapter, only_rubs=chosen.only_rubs)
    mine = {organisation.pk for organisation in own_organisations(request.user, area)}
    one = one_party(every, mine, chosen.party)
    context = {
        "area": area,
        "found": found,
        "has_any": bool(every.lines and every.parties),
        "chosen": chosen,
        "one": one,
        "is_mine": bool(one and one.organisation_id in mine),
        "spoken": lines_of(found.discussed, one),
        "silent": lines_of(found.silent, one),
        "rule": RULE,
        "legend": LEGEND,
        "rubs": RUBS,
        "own": own,
    }
    return render(request, "coalition/agreement/thermometer/thermometer.html", context)


@require_safe
def thermometer_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """The same as CSV."""
    agreement = existing_agreement_for(request.user, slug)
    name = f"akkoordthermometer-{slug}-{timezone.localdate():%Y-%m-%d}.csv"
    return csv_answer(HEADINGS, thermometer_cells(thermometer_of(agreement)), name)


@require_POST
def thermometer_print(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Ask for it on paper, as it was filtered."""
    printout = print_thermometer(
        agreement=existing_agreement_for(request.user, slug),
        actor=request.user,
        moment=timezone.localtime(),
        token=posted_token(request),
        chapter=uuid_or_none(request.GET.get("hoofdstuk")),
        only_rubs=bool(request.GET.get("schuurt")),
    )
    return go_to(request, "printout", printout.pk)
