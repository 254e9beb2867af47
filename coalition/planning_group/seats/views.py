"""The planning group: who sits in it with which function."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area, Membership
from coalition.planning_group.action_items.queries import action_counts
from coalition.planning_group.decisions.queries import decision_counts
from coalition.planning_group.seats.access import seat_for
from coalition.planning_group.seats.actions import change_seat, end_seat, give_seat, seat_newcomer
from coalition.planning_group.seats.forms import EndSeatForm, FunctionsForm, SeatForm
from coalition.planning_group.seats.models import Seat
from coalition.planning_group.seats.queries import (
    FUNCTIONS,
    changes_of_seat,
    function_words,
    member_without_seat,
    planning_group,
)
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

SEAT_FORM = "coalition/planning_group/seats/seat_form.html"


@require_safe
def planning_group_page(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_PLANNING_GROUP)
    today = timezone.localdate()
    context = {
        "area": area,
        "group": planning_group(area, today),
        "functions": FUNCTIONS.values(),
        "actions": action_counts(area, request.user, today),
        "decisions": decision_counts(area),
        "may_work": may(request.user, area, Permission.WORK_IN_PLANNING_GROUP),
    }
    return render(request, "coalition/planning_group/seats/planning_group.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def seat_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Give somebody a seat; `?lid=` names a member of the portal who has none yet."""
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    member = member_without_seat(area, request.GET.get("lid", ""), timezone.localdate())
    form = SeatForm(posted(request), area=area, member=member)
    if form.is_valid():
        with form.refusals():
            seat = _give(request, area, form, member)
            return go_to(request, "planning-group", slug, note=f"{seat.person} zit nu in de planningsgroep.")
    return answer_form(request, SEAT_FORM, form, {"area": area, "member": member})


def _give(request: SignedInRequest, area: Area, form: SeatForm, member: Membership | None) -> Seat:
    values = form.cleaned_data
    common = {
        "area": area,
        "actor": request.user,
        "functions": values["functions"],
        "valid_from": values["valid_from"],
    }
    if values["person"]:
        return give_seat(person=values["person"], **common)
    user = member.user if member else None
    return seat_newcomer(organisation=values["organisation"], role=values["role"], user=user, **common)


@require_http_methods(["GET", "HEAD", "POST"])
def seat_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change the functions of a seat."""
    seat = seat_for(request.user, slug, pk)
    form = FunctionsForm(posted(request), seat=seat)
    if form.is_valid():
        with form.refusals():
            change_seat(seat=seat, actor=request.user, **form.cleaned_data)
            return go_to(request, "planning-group", slug, note=f"Functies van {seat.person} gewijzigd.")
    if form.conflict:
        seat = form.on_top_of(seat_for(request.user, slug, pk))
    return _seat_page(request, seat, form)


@require_http_methods(["POST"])
def seat_end(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    seat = seat_for(request.user, slug, pk)
    form = EndSeatForm(request.POST, seat=seat)
    if form.is_valid():
        with form.refusals("valid_until"):
            end_seat(seat=seat, actor=request.user, valid_until=form.cleaned_data["valid_until"])
            return go_to(request, "planning-group", slug, note=f"De plek van {seat.person} eindigt.")
    return _seat_page(request, seat, FunctionsForm(seat=seat), form)


def _seat_page(
    request: SignedInRequest,
    seat: Seat,
    form: FunctionsForm,
    end_form: EndSeatForm | None = None,
) -> HttpResponse:
    context = {
        "area": seat.area,
        "seat": seat,
        "end_form": end_form or EndSeatForm(seat=seat),
        "now": function_words({row.function for row in seat.functions.all()}),
        "changes": changes_of_seat(seat),
    }
    return answer_form(request, SEAT_FORM, form, context, status=end_form.http_status if end_form else None)
