"""Meetings of the planning group: list, page, form, notes, status."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.agreement.document.queries import agreement_links
from coalition.planning_group.action_items.actions import add_action_item
from coalition.planning_group.action_items.queries import owner_called
from coalition.planning_group.meetings.access import meeting_for
from coalition.planning_group.meetings.actions import (
    change_meeting,
    change_meeting_status,
    plan_meeting,
    print_meeting,
    record_report,
)
from coalition.planning_group.meetings.forms import MeetingForm, NotesForm, QuickActionForm, agenda_from, with_room
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.meetings.queries import (
    SIGNS,
    MeetingView,
    meeting_page,
    meeting_view,
    next_steps,
    points_of,
)
from coalition.planning_group.meetings.rules import AgendaPoint, tidy
from novex_portal.toolkit.forms.base import answer_form, posted_token
from novex_portal.toolkit.forms.still_typing import as_typed
from novex_portal.toolkit.fragments import go_to, render_live, render_part
from novex_portal.toolkit.meters import counted
from novex_portal.toolkit.problems import Problem

FORM = "coalition/planning_group/meetings/meeting_form.html"

NOTES = "coalition/planning_group/meetings/meeting_notes.html"


@require_safe
def meetings(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    context = {"area": area, "page": meeting_page(area, request.GET.get("page", "")), "today": timezone.localdate()}
    return render(request, "coalition/planning_group/meetings/meetings.html", context)


@require_safe
def meeting(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    return _page(request, meeting_for(request.user, slug, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Plan a meeting; points ticked on the page of what is open come along as its agenda."""
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    points = agenda_from(request.POST)
    if request.method != "POST" or "do" in request.POST:
        initial = as_typed(MeetingForm, request.POST) if "title" in request.POST else None
        return _form_page(request, area, MeetingForm(initial=initial), points)
    form = MeetingForm(request.POST)
    if form.is_valid():
        token = form.cleaned_data["token"]
        with form.refusals():
            made = plan_meeting(area=area, actor=request.user, token=token, agenda=points, **_values(form))
            return go_to(request, "meeting", slug, made.pk, note="Overleg gepland.")
    return _form_page(request, area, form, points)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    found = meeting_for(request.user, slug, pk)
    points = agenda_from(request.POST) if request.method == "POST" else points_of(found)
    if request.method != "POST" or "do" in request.POST:
        initial = as_typed(MeetingForm, request.POST) if request.method == "POST" else None
        return _form_page(request, found.area, MeetingForm(meeting=found, initial=initial), points, found)
    form = MeetingForm(request.POST, meeting=found)
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.refusals():
            change_meeting(meeting=found, actor=request.user, version=version, agenda=points, **_values(form))
            return go_to(request, "meeting", slug, pk, note="Overleg gewijzigd.")
    if form.conflict:
        found = form.on_top_of(meeting_for(request.user, slug, pk))
    return _form_page(request, found.area, form, points, found)


@require_http_methods(["GET", "HEAD", "POST"])
def meeting_notes(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write down outcomes, who is there and what is agreed, while the meeting goes on."""
    found = meeting_for(request.user, slug, pk)
    view = meeting_view(found, request.user, timezone.localdate(), links=agreement_links)
    if request.method != "POST":
        return _notes_page(request, found, NotesForm(meeting=found, points=view.points), QuickActionForm(), view)
    form, quick = NotesForm(request.POST, meeting=found, points=view.points), QuickActionForm(request.POST)
    adds = any(request.POST.get(quick.add_prefix(name)) for name in ("what", "owner", "due_on"))
    wants_action = adds or request.POST.get("do") == "action"
    quick = quick if wants_action else QuickActionForm()
    if not form.is_valid() or (wants_action and not quick.is_valid()):
        return _notes_page(request, found, form, quick, view)
    with form.refusals():
        _record(request, found, form, quick if wants_action else None)
        back = "meeting" if request.POST.get("do") == "done" else "meeting-notes"
        return go_to(request, back, slug, pk, note="Bewaard, met de afspraak." if wants_action else "Bewaard.")
    if form.conflict:
        found = form.on_top_of(meeting_for(request.user, slug, pk))
        view = meeting_view(found, request.user, timezone.localdate(), links=agreement_links)
    return _notes_page(request, found, form, quick, view)


def _record(request: SignedInRequest, found: Meeting, form: NotesForm, quick: QuickActionForm | None) -> None:
    record_report(
        meeting=found,
        actor=request.user,
        version=form.cleaned_data["version"],
        outcomes=form.outcomes,
        report=form.cleaned_data["report"],
        attendees=form.everybody,
        closes=request.POST.get("do") == "done",
    )
    if quick is None:
        return
    values = quick.cleaned_data
    owner = owner_called(found.area, values["owner"], request.user, timezone.localdate())
    add_action_item(
        area=found.area,
        actor=request.user,
        what=values["what"],
        owner=owner.words,
        owner_person=owner.person,
        owner_user=owner.user,
        due_on=values["due_on"],
        meeting=found,
        token=values["token"],
    )


@require_POST
def meeting_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    found = meeting_for(request.user, slug, pk)
    try:
        changed = change_meeting_status(meeting=found, actor=request.user, status=request.POST.get("status", ""))
    except Problem as problem:
        return _page(request, found, problem)
    return go_to(request, "meeting", slug, pk, note=f"Het overleg is nu: {changed.get_status_display().lower()}.")


@require_POST
def meeting_print(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask for the agenda, or afterwards the report, on paper."""
    found = meeting_for(request.user, slug, pk)
    token = posted_token(request)
    printout = print_meeting(meeting=found, actor=request.user, moment=timezone.localtime(), token=token)
    return go_to(request, "printout", printout.pk)


def _values(form: MeetingForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("title", "held_on", "starts_at", "place")}


def _page(request: SignedInRequest, found: Meeting, problem: Problem | None = None) -> HttpResponse:
    context = {
        "area": found.area,
        "meeting": found,
        "sign": SIGNS[found.status],  # type: ignore[index]
        "view": meeting_view(found, request.user, timezone.localdate(), links=agreement_links),
        "steps": next_steps(found),
        "problem": problem,
    }
    return render(
        request, "coalition/planning_group/meetings/meeting.html", context, status=problem.status if problem else 200
    )


def _form_page(
    request: SignedInRequest,
    area: Area,
    form: MeetingForm,
    points: list[AgendaPoint],
    found: Meeting | None = None,
) -> HttpResponse:
    context = {
        "area": area,
        "form": form,
        "points": with_room(points),
        "meeting": found,
        "theirs": form.theirs,
        "their_points": points_of(found) if found and form.theirs else [],
    }
    response = render_part(request, FORM, "agenda", context, status=form.http_status)
    return render_live(request, response, f"De agenda is bijgewerkt: {counted(len(tidy(points)), 'punt', 'punten')}.")


def _notes_page(
    request: SignedInRequest,
    found: Meeting,
    form: NotesForm,
    quick: QuickActionForm,
    view: MeetingView,
) -> HttpResponse:
    context = {"area": found.area, "meeting": found, "quick": quick, "view": view, "today": timezone.localdate()}
    return answer_form(request, NOTES, form, context, status=max(form.http_status, quick.http_status))
