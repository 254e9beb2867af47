"""The page with one's own reminders and, for who follows it, the log of what was delivered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from areas.access import areas_where, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from deliverables.reminders.access import delivery_log_in, logged_reminder_for, may_see_delivery_log
from deliverables.reminders.actions.sending import retry_reminder
from deliverables.reminders.queries.reminders import FILTERS, log_count, log_page, my_coming, my_sent
from novex_portal.toolkit.fragments import go_to, refusals_told


@require_safe
def reminders(request: SignedInRequest) -> HttpResponse:
    """Show what the user is and was reminded of, and how delivery goes in the areas they manage."""
    areas = areas_where(request.user, Permission.VIEW_CHECKPOINTS)
    context: dict[str, object] = {"coming": my_coming(request.user, areas), "sent": my_sent(request.user, areas)}
    if may_see_delivery_log(request.user):
        context |= _log(request, [area for area in areas if may(request.user, area, Permission.VIEW_DELIVERY_LOG)])
    return render(request, "deliverables/reminders/reminders.html", context)


@require_POST
def reminder_retry(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    """Send a reminder that could not be delivered once more."""
    reminder = logged_reminder_for(request.user, pk)
    with refusals_told(request):
        retry_reminder(reminder=reminder, actor=request.user)
        messages.success(request, "De herinnering wordt opnieuw verstuurd.")
    return go_to(request, "reminders")


def _log(request: SignedInRequest, areas: list[Area]) -> dict[str, object]:
    chosen = next((area for area in areas if area.slug == request.GET.get("gebied")), None)
    state = request.GET.get("stand", "")
    shown = [chosen] if chosen else areas
    log = delivery_log_in(shown)
    page, rows = log_page(log, shown, state=state, number=request.GET.get("page", "1"))
    return {
        "page": page,
        "log": rows,
        "count": log_count(log),
        "log_areas": areas,
        "chosen": chosen,
        "states": [(key, label) for key, (label, _) in FILTERS.items()],
        "state": state if state in FILTERS else "",
    }
