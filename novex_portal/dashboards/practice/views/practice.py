"""The door of the practice environment: one button per fictional role. It does not exist elsewhere."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from areas.accounts.adapters import sign_in_as
from areas.accounts.queries import persona_with
from areas.accounts.rules import PERSONAS


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def practice(request: HttpRequest) -> HttpResponseBase:
    """Show who one can be, and sign in as the one chosen; who is signed in already changes places."""
    if not settings.DEMO:
        raise Http404("Dit is geen oefenomgeving.")
    if request.method == "POST":
        return _sign_in(request)
    return _choices(request)


def _choices(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    current = getattr(request.user, "persona", "")
    zuid_limburg = ("Zuid-Limburg", [persona for persona in PERSONAS if persona.area_slug == "zuid-limburg"])
    everywhere = ("Alle gebieden", [persona for persona in PERSONAS if not persona.area_slug])
    de_peel = ("De Peel", [persona for persona in PERSONAS if persona.area_slug == "de-peel"])
    columns = [[zuid_limburg], [everywhere, de_peel]]
    context = {"columns": columns, "current": current, "problem": problem, "next": request.GET.get("next", "")}
    return render(request, "dashboards/practice/practice.html", context, status=422 if problem else 200)


def _sign_in(request: HttpRequest) -> HttpResponseBase:
    key = request.POST.get("persona", "")
    user = persona_with(key)
    if user is None:
        return _choices(request, problem="Deze rol is er niet. Kies een van de rollen hieronder.")
    sign_in_as(request, user)
    goal = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure())
    return redirect(goal if own and goal.startswith("/") else settings.LOGIN_REDIRECT_URL)
