"""Rounds of conversations: the list, the board, changing one, planning with whom, and the sheet to take along."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.conversations.recording.rules import rawform
from coalition.conversations.rounds.access import round_for, target_for
from coalition.conversations.rounds.actions import begin_round, change_round, plan_target, print_sheet
from coalition.conversations.rounds.forms import PlanForm, RoundForm
from coalition.conversations.rounds.queries import board_of, rounds_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

FORM = "coalition/conversations/rounds/round_form.html"

MAKE = Permission.WORK_IN_PLANNING_GROUP


@require_safe
def round_list(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.LOG_CONVERSATION)
    context = {"area": area, "rounds": rounds_of(area), "may_make": may(request.user, area, MAKE)}
    return render(request, "coalition/conversations/rounds/rounds.html", context)


@require_safe
def round_board(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    round = round_for(request.user, slug, pk)
    context = {
        "area": round.area,
        "round": round,
        "board": board_of(round),
        "may_make": may(request.user, round.area, MAKE),
    }
    return render(request, "coalition/conversations/rounds/round.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def round_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, MAKE)
    form = RoundForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            made = begin_round(area=area, actor=request.user, data=form.round_data(), token=form.cleaned_data["token"])
            return go_to(request, "round", slug, made.pk, note="Ronde bewaard.")
    return answer_form(request, FORM, form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def round_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    round = round_for(request.user, slug, pk, MAKE)
    form = RoundForm(posted(request), area=round.area, round=round)
    if form.is_valid():
        with form.refusals():
            change_round(round=round, actor=request.user, version=form.cleaned_data["version"], data=form.round_data())
            return go_to(request, "round", slug, pk, note="Ronde gewijzigd.")
    if form.conflict:
        round = form.on_top_of(round_for(request.user, slug, pk, MAKE))
    return answer_form(request, FORM, form, {"area": round.area, "round": round})


@require_http_methods(["GET", "HEAD", "POST"])
def target_plan(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    target = target_for(request.user, slug, pk)
    form = PlanForm(posted(request), target=target)
    if form.is_valid():
        with form.refusals():
            plan_target(target=target, actor=request.user, **form.cleaned_data)
            return go_to(request, "round", slug, target.round_id, note=f"Bewaard voor {target.organisation}.")
    if form.conflict:
        target = form.on_top_of(target_for(request.user, slug, pk))
    context = {"area": target.round.area, "target": target}
    return answer_form(request, "coalition/conversations/rounds/round_plan.html", form, context)


@require_POST
def target_sheet(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask for the sheet of a conversation on paper."""
    target = target_for(request.user, slug, pk)
    token = rawform.as_uuid(request.POST.get("token"))
    printout = print_sheet(target=target, actor=request.user, moment=timezone.now(), token=token)
    return redirect("printout", printout.pk)
