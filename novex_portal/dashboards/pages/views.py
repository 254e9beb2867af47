"""Pages that say what the portal is and how to reach us; open to everybody."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from novex_portal.dashboards.pages.rules import TERMS

SECURITY_TXT_DAYS = 180


def static_page(template: str) -> Callable[[HttpRequest], HttpResponse]:
    """Make a view that shows a page without data of its own."""

    @login_not_required
    @require_safe
    def view(request: HttpRequest) -> HttpResponse:
        return render(request, f"pages/{template}.html", {"contact": settings.CONTACT, "terms": TERMS})

    return view


about = static_page("over")
accessibility = static_page("toegankelijkheid")
privacy = static_page("privacy")
cookies = static_page("cookies")
disclosure = static_page("kwetsbaarheid_melden")
contact = static_page("contact")
help_page = static_page("hulp")


@login_not_required
@require_safe
@cache_control(max_age=300, public=True)
def house_style(request: HttpRequest) -> HttpResponse:
    """Serve the style sheet a deployer mounted; it stands after ours, outside the layers, so it wins."""
    try:
        css = Path(settings.THEME_CSS).read_text("utf-8") if settings.THEME_CSS else ""
    except OSError:
        css = ""
    if not css:
        raise Http404
    return HttpResponse(css, content_type="text/css; charset=utf-8")


@login_not_required
@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell finders of a leak where to report it (RFC 9116); never expired, whoever forgets to look."""
    expires = (timezone.now() + dt.timedelta(days=SECURITY_TXT_DAYS)).astimezone(dt.UTC).replace(microsecond=0)
    page = f"{settings.BASE_URL}/kwetsbaarheid-melden/"
    reach = f"mailto:{settings.SECURITY_CONTACT}" if settings.SECURITY_CONTACT else page
    lines = [
        f"Contact: {reach}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.BASE_URL}/.well-known/security.txt",
        f"Policy: {page}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
