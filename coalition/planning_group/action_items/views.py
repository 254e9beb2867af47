"""The action items of the planning group: list, file, form, and ticking off."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from coalition.conversations.recording.models import ActionItem
from coalition.planning_group.action_items.access import action_item_for, action_to_tick_off_for
from coalition.planning_group.action_items.actions import (
    OF_A_CONVERSATION,
    add_action_item,
    change_action_item,
    change_action_status,
)
from coalition.planning_group.action_items.forms import ActionFilter, ActionItemForm
from coalition.planning_group.action_items.queries import (
    HEADINGS,
    Wanted,
    action_page,
    action_rows,
    hidden_count,
    owner_called,
)
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.problems import Problem

FORM = "coalition/planning_group/action_items/action_item_form.html"

_BACK = {"start": "home", "gebied": "area"}


@require_safe
def action_items(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_PLANNING_GROUP)
    form = ActionFilter(request.GET)
    wanted = form.chosen()
    may_work = may(request.user, area, Permission.WORK_IN_PLANNING_GROUP)
    context = {
        "area": area,
        "form": form,
        "page": action_page(area, request.user, timezone.localdate(), wanted, request.GET.get("page", "")),
        "is_filtered": wanted != Wanted(),
        "hidden": hidden_count(area, request.user) if may_work else 0,
        "may_work": may_work,
    }
    return render_part(request, "coalition/planning_group/action_items/action_items.html", "list", context)


@require_safe
def action_items_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """The same list as CSV, with the same filters and the same rights."""
    area = area_for(request.user, slug, Permission.VIEW_PLANNING_GROUP)
    today = timezone.localdate()
    rows = action_rows(area, request.user, today, ActionFilter(request.GET).chosen())
    return csv_answer(HEADINGS, (row.cells for row in rows), f"afspraken-{area.slug}-{today:%Y-%m-%d}.csv")


@require_http_methods(["GET", "HEAD", "POST"])
def action_item_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.WORK_IN_PLANNING_GROUP)
    initial = {"meeting": request.GET.get("overleg", "")}
    form = ActionItemForm(posted(request), area=area, initial=initial)
    if form.is_valid():
        with form.refusals():
            item = add_action_item(
                area=area, actor=request.user, token=form.cleaned_data["token"], **_values(request, area, form)
            )
            return go_to(request, "action-items", slug, note=f"Afspraak bewaard. {_whose_page(item)}".strip())
    return answer_form(request, FORM, form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def action_item_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    item = action_item_for(request.user, slug, pk)
    if item.conversation_id:
        raise Problem(OF_A_CONVERSATION)
    form = ActionItemForm(posted(request), area=item.area, item=item)
    if form.is_valid():
        version = form.cleaned_data["version"]
        with form.refusals():
            change_action_item(item=item, actor=request.user, version=version, **_values(request, item.area, form))
            return go_to(request, "action-items", slug, note="Afspraak gewijzigd.")
    if form.conflict:
        item = form.on_top_of(action_item_for(request.user, slug, pk))
    return answer_form(request, FORM, form, {"area": item.area, "item": item})


@require_POST
def action_item_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Tick off; also from the pages of who must do it, which `terug` names."""
    item = action_to_tick_off_for(request.user, slug, pk)
    changed = change_action_status(item=item, actor=request.user, status=request.POST.get("status", ""))
    note = f"De afspraak is nu: {changed.get_status_display().lower()}."
    back = _BACK.get(request.POST.get("terug", ""), "action-items")
    return go_to(request, back, *([] if back == "home" else [slug]), note=note)


def _values(request: SignedInRequest, area: Area, form: ActionItemForm) -> dict[str, Any]:
    values = form.cleaned_data
    owner = owner_called(area, values["owner"], request.user, timezone.localdate())
    return {
        "what": values["what"],
        "owner": owner.words,
        "owner_person": owner.person,
        "owner_user": owner.user,
        "due_on": values["due_on"],
        "meeting": values["meeting"],
    }


def _whose_page(item: ActionItem) -> str:
    return f"Zij staat ook op de startpagina van {item.owner_user}." if item.owner_user else ""
