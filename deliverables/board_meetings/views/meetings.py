"""Bestuurlijke overleggen: those of an area, one of them, all of them, and the table."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.board_meetings.access import meeting_anywhere_for, meeting_for
from deliverables.board_meetings.actions.papers import print_outcomes
from deliverables.board_meetings.actions.tables import set_table
from deliverables.board_meetings.forms.table import TableForm
from deliverables.board_meetings.models import BoardTable
from deliverables.board_meetings.queries.area import area_outcomes
from deliverables.board_meetings.queries.meeting import meeting_page, table_of
from deliverables.checkpoints.enums import CheckpointKind
from novex_portal.toolkit.forms.base import answer_form, posted, posted_token
from novex_portal.toolkit.fragments import go_to

_PAGES = "deliverables/board_meetings/"


@require_safe
def board_meetings(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show the overleggen of an area and what was agreed there; `?toon=` narrows it to what is open or due."""
    area = area_for(request.user, slug, Permission.VIEW_CHECKPOINTS)
    found = area_outcomes(area, timezone.localdate(), request.GET.get("toon", ""), request.GET.get("page", ""))
    may_plan = may(request.user, area, Permission.MANAGE_CHECKPOINTS)
    return render(request, _PAGES + "board_meetings.html", {"area": area, "found": found, "may_plan": may_plan})


@require_safe
def area_board_meeting(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show one overleg in an area: what is due before it, what goes on, what was agreed and who sits at the table."""
    area, meeting = meeting_for(request.user, slug, pk)
    may_record = may(request.user, area, Permission.EDIT_BOARD_OUTCOMES)
    context = {
        "area": area,
        "page": meeting_page([area], meeting, timezone.localdate()),
        "may_record": may_record and meeting.kind == CheckpointKind.BOARD_MEETING,
        "others": meeting.areas.count() - 1,
    }
    return render(request, _PAGES + "area_board_meeting.html", context)


@require_safe
def board_meeting(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Show one overleg over those of its areas one may read."""
    areas, meeting = meeting_anywhere_for(request.user, pk)
    context = {"areas": areas, "page": meeting_page(areas, meeting, timezone.localdate())}
    return render(request, _PAGES + "board_meeting.html", context)


@require_POST
def board_meeting_print(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """The same on paper, for the papers of the overleg."""
    area, meeting = meeting_for(request.user, slug, pk)
    made = print_outcomes(
        meeting=meeting, area=area, actor=request.user, moment=timezone.now(), token=posted_token(request)
    )
    return go_to(request, "printout", made.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def board_table(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say who sits at the table for an area, and who is represented by whom."""
    area, meeting = meeting_for(request.user, slug, pk, Permission.EDIT_BOARD_OUTCOMES)
    form = TableForm(posted(request), area=area, table=table_of(meeting, area))
    if form.is_valid():
        with form.refusals():
            set_table(
                meeting=meeting,
                area=area,
                actor=request.user,
                version=form.cleaned_data["version"],
                seated=list(form.cleaned_data["seated"]),
                represented=form.represented(),
            )
            return go_to(request, "area-board-meeting", slug, pk, note="Wie er aan tafel zit, is bewaard.")
    theirs = None
    if form.conflict:
        theirs = {"title": "Aan tafel", "text": _in_words(form.on_top_of(table_of(meeting, area)))}
    return answer_form(request, _PAGES + "table_form.html", form, {"area": area, "meeting": meeting, "theirs": theirs})


def _in_words(table: BoardTable | None) -> str:
    seats = table.seats.select_related("organisation", "represented_by") if table else ()
    lines = [f"{row.organisation}{f', door {row.represented_by}' if row.represented_by else ''}" for row in seats]
    return "\n".join(sorted(lines)) or "Niemand"
