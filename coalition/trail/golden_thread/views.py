"""The gouden draad: begin with anything, and walk the chain both ways."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.trail.golden_thread.queries import starts, thread_of
from coalition.trail.golden_thread.rules import Link, draw


@require_safe
def golden_thread(request: SignedInRequest, slug: str) -> HttpResponse:
    """Without `?van` what one can begin with; with `?van=artikel:<uuid>` the chain around that article."""
    area = area_for(request.user, slug, Permission.VIEW_AGREEMENT)
    context: dict[str, object] = {"area": area}
    if asked := request.GET.get("van", ""):
        kind, pk = _asked(asked)
        thread = thread_of(request.user, area, kind, pk)
        context |= {"thread": thread, "drawing": draw(thread)}
    else:
        context["starts"] = starts(request.user, area)
    return render(request, "coalition/trail/golden_thread/golden_thread.html", context)


def _asked(words: str) -> tuple[Link, UUID]:
    kind, _, key = words.partition(":")
    try:
        return Link(kind), UUID(key)
    except ValueError as error:
        raise Http404("Zo’n begin van een gouden draad is er niet.") from error
