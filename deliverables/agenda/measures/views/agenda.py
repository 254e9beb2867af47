"""The agenda of an area: the table of its measures, and the same as a file."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.agenda.measures.forms.agenda import AgendaFilter
from deliverables.agenda.measures.queries.sides import leads_in
from deliverables.agenda.moving.queries.batches import asked_in
from deliverables.agenda.timeline.queries.agenda import agenda_of
from deliverables.agenda.timeline.queries.table import HEADINGS, agenda_table
from novex_portal.toolkit.files.exports import csv_answer


@require_safe
def agenda(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what is done when and with whom; `?per=` groups it, `?open=` opens groups of a long one."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    form = AgendaFilter(request.GET, leads=leads_in(area))
    wanted = form.chosen()
    context = {
        "area": area,
        "form": form,
        "wanted": wanted,
        "agenda": agenda_of(request.user, area, timezone.localdate(), wanted, request.GET.getlist("open")),
        "asked": asked_in(area),
        "may_edit": may(request.user, area, Permission.EDIT_AGENDA),
        "may_propose": may(request.user, area, Permission.PROPOSE_MEASURE),
    }
    return render(request, "deliverables/agenda/measures/agenda.html", context)


@require_safe
def agenda_csv(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The measures as CSV, narrowed as the page is."""
    area = area_for(request.user, slug, Permission.VIEW_AGENDA)
    today = timezone.localdate()
    wanted = AgendaFilter(request.GET, leads=leads_in(area)).chosen()
    return csv_answer(HEADINGS, agenda_table(area, today, wanted), f"uitvoeringsagenda-{slug}-{today:%Y-%m-%d}.csv")
