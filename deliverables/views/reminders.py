"""The page with one's own reminders and, for who follows it, the log of what was delivered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST

from areas.enums import Permission
from areas.requests import SignedInRequest
from deliverables.access import areas_where, delivery_log_for, logged_reminder_for, may_see_delivery_log
from deliverables.actions import retry_reminder
from deliverables.queries.reminders import FILTERS, log_count, log_page, my_coming, my_sent
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@require_GET
def reminders(request: SignedInRequest) -> HttpResponse:
    """Show what the user is and was reminded of, and how delivery goes in the areas they manage."""
    context: dict[str, object] = {"coming": my_coming(request.user), "sent": my_sent(request.user)}
    if may_see_delivery_log(request.user):
        context |= _log(request)
    return render(request, "deliverables/reminders.html", context)


@require_POST
def reminder_retry(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Send a reminder that could not be delivered once more."""
    reminder = logged_reminder_for(request.user, pk)
    try:
        retry_reminder(reminder=reminder, actor=request.user)
    except Problem as problem:
        messages.error(request, str(problem))
        return go_to(request, "reminders")
    return go_to(request, "reminders", note="De herinnering wordt opnieuw verstuurd.")


def _log(request: SignedInRequest) -> dict[str, object]:
    areas = areas_where(request.user, Permission.VIEW_DELIVERY_LOG)
    chosen = next((area for area in areas if area.slug == request.GET.get("gebied")), None)
    state = request.GET.get("stand", "")
    log = delivery_log_for(request.user)
    if chosen is not None:
        log = log.filter(checkpoint__area_links__area=chosen)
    page, rows = log_page(log, state=state, number=request.GET.get("page", "1"))
    return {
        "page": page,
        "log": rows,
        "count": log_count(log),
        "log_areas": areas,
        "chosen": chosen,
        "states": [(key, label) for key, (label, _) in FILTERS.items()],
        "state": state if state in FILTERS else "",
    }
