"""The door of the practice environment: one button per fictional role. It does not exist elsewhere."""

from allauth.account.adapter import get_adapter
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from areas.models import User
from areas.personas import PERSONAS


@login_not_required
@require_http_methods(["GET", "POST"])
def practice(request: HttpRequest) -> HttpResponseBase:
    """Show who one can be, and sign in as the one chosen; who is signed in already changes places."""
    if not settings.DEMO:
        raise Http404("Dit is geen oefenomgeving.")
    if request.method == "POST":
        return _sign_in(request)
    return _choices(request)


def _choices(request: HttpRequest, *, problem: str = "") -> HttpResponse:
    current = getattr(request.user, "persona", "")
    groups = [
        ("Zuid-Limburg", [persona for persona in PERSONAS if persona.area_slug == "zuid-limburg"]),
        ("Alle gebieden", [persona for persona in PERSONAS if not persona.area_slug]),
        ("De Peel", [persona for persona in PERSONAS if persona.area_slug == "de-peel"]),
    ]
    context = {"groups": groups, "current": current, "problem": problem, "next": request.GET.get("next", "")}
    return render(request, "dashboards/practice.html", context, status=422 if problem else 200)


def _sign_in(request: HttpRequest) -> HttpResponseBase:
    key = request.POST.get("persona", "")
    user = User.objects.filter(persona=key, is_active=True).first() if key else None
    if user is None:
        return _choices(request, problem="Deze rol is er niet. Kies een van de rollen hieronder.")
    # Past password and second factor: these people have none, and nothing here is real.
    get_adapter(request).login(request, user)
    UserSession.objects.create_from_request(request)
    goal = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(goal, {request.get_host()}, require_https=request.is_secure())
    return redirect(goal if own else settings.LOGIN_REDIRECT_URL)
