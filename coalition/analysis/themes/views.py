"""What parties say per opgave, and the statements that bridge."""

from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from areas.parties.enums import OrganisationKind
from coalition.analysis.themes.queries import HEADINGS, Themes, theme_cells, themes_of
from coalition.analysis.themes.rules import RULE
from coalition.conversations.recording.rules import rawform
from novex_portal.toolkit.files.exports import csv_answer


@require_safe
def themes(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    context = {
        "area": area,
        "themes": _asked(request, area),
        "kinds": OrganisationKind.choices,
        "kind": request.GET.get("soort", ""),
        "rule": RULE,
        "may_make": may(request.user, area, Permission.EDIT_AMBITIONS),
    }
    return render(request, "coalition/analysis/themes/themes.html", context)


@require_safe
def themes_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    return csv_answer(HEADINGS, theme_cells(_asked(request, area)), f"themas-{area.slug}.csv")


def _asked(request: SignedInRequest, area: Area) -> Themes:
    kind = request.GET.get("soort", "")
    return themes_of(
        area,
        request.user,
        challenge=rawform.as_uuid(request.GET.get("opgave")),
        kind=kind if kind in OrganisationKind.values else "",
    )
