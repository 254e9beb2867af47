"""What was agreed at all overleggen one may read: the page, and the same as a file."""

from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_safe

from areas.accounts.requests import SignedInRequest
from deliverables.board_meetings.access import readable_areas
from deliverables.board_meetings.forms.filter import OutcomeFilter
from deliverables.board_meetings.queries.lists import (
    Wanted,
    choices_for,
    outcome_list,
    outcome_page,
    outcomes_workbook,
)
from deliverables.board_meetings.queries.meetings import meeting_rows
from deliverables.board_meetings.queries.rows import COLUMNS
from novex_portal.toolkit.files.exports import XLSX, csv_answer
from novex_portal.toolkit.fragments import render_part


@require_safe
def all_board_outcomes(request: SignedInRequest) -> HttpResponse:
    """Show what was agreed in all areas one may read, narrowed as the address says."""
    today = timezone.localdate()
    choices = choices_for(readable_areas(request.user))
    form = OutcomeFilter(request.GET, choices=choices)
    wanted = form.chosen()
    context = {
        "areas": choices.areas,
        "form": form,
        "page": outcome_page(choices, wanted, today, request.GET.get("page", "")),
        "is_filtered": wanted != Wanted(),
        "meetings": meeting_rows(choices.narrowed(wanted), today),
    }
    return render_part(request, "deliverables/board_meetings/all_outcomes.html", "list", context)


@require_safe
def board_outcomes_csv(request: SignedInRequest) -> HttpResponseBase:
    """The same list as CSV, with the same filters and the same rights."""
    today = timezone.localdate()
    choices = choices_for(readable_areas(request.user))
    rows = outcome_list(choices, OutcomeFilter(request.GET, choices=choices).chosen(), today)
    return csv_answer(tuple(COLUMNS), (row.cells for row in rows), f"bestuurlijke-afspraken-{today:%Y-%m-%d}.csv")


@require_safe
def board_outcomes_xlsx(request: SignedInRequest) -> HttpResponseBase:
    """The same list as a workbook."""
    today = timezone.localdate()
    choices = choices_for(readable_areas(request.user))
    book = outcomes_workbook(outcome_list(choices, OutcomeFilter(request.GET, choices=choices).chosen(), today))
    name = f"bestuurlijke-afspraken-{today:%Y-%m-%d}.xlsx"
    return FileResponse(book.file, content_type=XLSX, as_attachment=True, filename=name)
