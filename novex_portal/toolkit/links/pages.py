"""What holds for every page behind a link: no account, kept nowhere, told to nobody, and a kind word when it is over."""

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.forms import BaseForm, Textarea
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from novex_portal.toolkit.links.rules import LinkState
from novex_portal.toolkit.problems import Problem

Page = Callable[..., HttpResponseBase]
SENDS_A_MINUTE = 30


class TooOften(Problem):
    """Somebody sends through one link faster than people do."""

    status = 429


def link_page(*methods: str) -> Callable[[Page], Page]:
    """Make a view the page behind a link; it is called with `token`, and opening it must change nothing.

    Mail programs and scanners open links too. Nobody needs to sign in, no cache keeps the page, no search engine
    lists it, no other site hears its address, and no report of a failure holds the token or what was sent.
    """

    def decorate(view: Page) -> Page:
        hidden = sensitive_post_parameters()(sensitive_variables("token")(view))

        @wraps(view)
        def page(request: HttpRequest, token: str, **rest: Any) -> HttpResponseBase:
            if request.method == "POST":
                _refuse_haste(token)
            return unlisted(hidden(request, token=token, **rest))

        return login_not_required(never_cache(require_http_methods(methods or ("GET", "HEAD", "POST"))(page)))

    return decorate


def unlisted[Answer: HttpResponseBase](response: Answer) -> Answer:
    """Return a page behind a link that lets somebody in: no search engine lists it, no other site hears its address.

    The portal itself must hear where a form comes from, or it cannot tell one of its own from another's.
    """
    response["X-Robots-Tag"] = "noindex, nofollow"
    response["Referrer-Policy"] = "same-origin"
    return response


def dead_link(
    request: HttpRequest, template: str, state: LinkState | None, form: BaseForm | None = None, **context: Any
) -> HttpResponse:
    """Say kindly why a link opens nothing, and what to do; `state` is None for a link that is not ours.

    `template` extends `links/dead.html`. What somebody typed into the form is given back, what was sent is not shown.
    """
    known = {"state": state or "", "typed": _typed_in(form) if form else []}
    return unlisted(render(request, template, {**known, **context}, status=410 if state else 404))


def _typed_in(form: BaseForm) -> list[tuple[str, str]]:
    """Return (label, words) of the texts in a form that was sent."""
    texts = [field for field in form if isinstance(field.field.widget, Textarea)] if form.is_bound else []
    return [(str(field.label), str(field.value())) for field in texts if field.value()]


def _refuse_haste(token: str) -> None:
    """Raise TooOften after so many sends in a minute through one link; what was typed is given back with it."""
    key = f"link-sends:{sha256(token.encode()).hexdigest()}"
    cache.add(key, 0, timeout=60)
    if cache.incr(key) > SENDS_A_MINUTE:
        raise TooOften(
            "Via deze link wordt te vaak achter elkaar iets verstuurd. Wacht een minuut en verstuur opnieuw."
        )
