"""One vocabulary for answers to htmx: a part of the page, an event, a jump to another page.

Every URL also answers without htmx; these helpers hold that fork so that views need not.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template import loader

from novex_portal.toolkit.problems import Refusals


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asked for a part of the page (and did not come back through its history)."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


def render_part(
    request: HttpRequest, template: str, part: str, context: dict[str, Any] | None = None, *, status: int = 200
) -> HttpResponse:
    """Render the partial `part` of the page template for htmx, the whole page for everyone else.

    Invalid form: pass status=422. The answer varies on HX-Request, so no cache mixes the two up.
    """
    name = f"{template}#{part}" if wants_fragment(request) else template
    response = render(request, name, context, status=status)
    response.headers["Vary"] = ", ".join(filter(None, [response.headers.get("Vary"), "HX-Request"]))
    return response


def render_live(request: HttpRequest, response: HttpResponse, words: str) -> HttpResponse:
    """Add words to the live region of the page, out of band; a page without htmx shows no need for it."""
    if wants_fragment(request):
        live = loader.render_to_string("components/live.html", {"words": words}, request)
        response.content += live.encode()
    return response


def go_to(
    request: HttpRequest, to: str, *args: Any, note: str = "", query: Mapping[str, object] | None = None
) -> HttpResponseBase:
    """Send the browser to another page, with a line that says what happened: redirect or HX-Redirect."""
    if note:
        messages.success(request, note)
    response = redirect(to, *args)
    if query:
        response["Location"] += f"?{urlencode(query)}"
    if request.headers.get("HX-Request") == "true":
        jump = HttpResponse(status=204)
        jump["HX-Redirect"] = response["Location"]
        return jump
    return response


def refusals_told(request: HttpRequest) -> Refusals:
    """Tell a Problem of what is done inside on the next page; for a press on a button that has no form to show."""
    return Refusals(lambda problem: messages.error(request, str(problem)))
