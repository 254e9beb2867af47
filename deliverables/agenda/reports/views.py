"""Saying how a measure goes, with what was said before beside it."""

from uuid import UUID

from django.http import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from areas.accounts.requests import SignedInRequest
from deliverables.agenda.measures.access import reporting_for
from deliverables.agenda.reports.access import measure_to_report_on_for
from deliverables.agenda.reports.actions.reporting import report_status
from deliverables.agenda.reports.forms import ReportForm
from deliverables.agenda.reports.queries.reports import newest_reports, told
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_http_methods(["GET", "HEAD", "POST"])
def measure_report(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say how a measure goes on all lines at once."""
    measure = measure_to_report_on_for(request.user, slug, pk)
    organisation = reporting_for(request.user, measure)
    newest = newest_reports([measure.pk]).get(measure.pk, {})
    form = ReportForm(posted(request), newest=newest)
    if form.is_valid():
        with form.refusals():
            report_status(
                measure=measure,
                actor=request.user,
                as_of=form.cleaned_data["as_of"],
                said=form.said(),
                organisation=organisation,
                token=form.cleaned_data["token"],
            )
            return go_to(request, "measure", slug, pk, note="De stand is gemeld.")
    context = {
        "area": measure.area,
        "measure": measure,
        "told": told(newest, timezone.localdate()),
        "organisation": organisation,
    }
    return answer_form(request, "deliverables/agenda/reports/report_form.html", form, context)
