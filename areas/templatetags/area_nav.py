"""The tabs of an area: only what this person may open."""

from typing import Any

from django import template

from areas.access import permissions
from areas.enums import Permission
from areas.models import Area

register = template.Library()

# Label, address below the area, right it takes. Addresses, not URL names: the pages live in apps above this one.
TABS = (
    ("Overzicht", "", Permission.VIEW_AREA),
    ("Factsheet", "factsheet/", Permission.VIEW_FACTSHEET),
    ("Partijen", "partijen/", Permission.VIEW_PARTIES),
    ("Planningsgroep", "planningsgroep/", Permission.VIEW_BACKBONE),
    ("Gesprekken", "gesprekken/", Permission.VIEW_CONVERSATIONS),
    ("Analyse", "analyse/", Permission.VIEW_ANALYSIS),
    ("Ambities", "ambities/", Permission.VIEW_AMBITIONS),
    ("Akkoord", "akkoord/", Permission.VIEW_AGREEMENT),
    ("IJkmomenten", "ijkmomenten/", Permission.VIEW_CHECKPOINTS),
    ("Leden", "leden/", Permission.MANAGE_MEMBERS),
    ("Privacy", "privacy/", Permission.MANAGE_PERSONAL_DATA),
    ("Leeslog", "leeslog/", Permission.VIEW_READ_LOG),
)
# The pages below the tab Analyse: label, address below the area, the question it answers.
ANALYSES = (
    ("Stiltekaart", "analyse/stiltekaart/", "Wie hoorden we nog niet, per opgave en soort partij?"),
    ("Thema’s", "analyse/themas/", "Waar liggen partijen dicht bij elkaar, en welke uitspraken slaan een brug?"),
    ("Krachtenveld", "krachtenveld/", "Wie heeft invloed en belang bij een opgave, en hoe verschuift dat?"),
    ("Netwerk", "netwerk/", "Wie is met wie verbonden, en wat valt weg als één partij wegvalt?"),
    ("Samenwerkingsscan", "scan/", "Hoe vinden partijen dat het samenwerken gaat, en waarover verschillen zij?"),
)


@register.inclusion_tag("components/analysis_nav.html", takes_context=True)
def analysis_nav(context: dict[str, Any], area: Area) -> dict[str, Any]:
    """Show the pages of the analysis beside each other, with the current one marked; no query."""
    request = context["request"]
    root = f"/gebieden/{area.slug}/"
    return {
        "pages": [
            (
                label,
                root + below,
                "page" if request.path == root + below else _is_below(request.path, root + below, below),
            )
            for label, below, _question in ANALYSES
        ]
    }


@register.inclusion_tag("components/area_nav.html", takes_context=True)
def area_nav(context: dict[str, Any], area: Area) -> dict[str, Any]:
    """Show the tabs with the current one marked; costs no query after the door to the area."""
    request = context["request"]
    root = f"/gebieden/{area.slug}/"
    granted = permissions(request.user, area)
    here = _home_of(request.path, root)
    return {
        "area": area,
        "tabs": [
            (
                label,
                root + below,
                "page" if request.path == root + below else _is_below(here, root + below, below),
            )
            for label, below, need in TABS
            if need in granted
        ],
    }


def _home_of(path: str, root: str) -> str:
    """Return the address that tells the tab: roles stand under the planning group, the pages of one person under parties.

    The analysis has addresses of its own beside the one of its tab, and so have what parties hear back and the gouden draad.
    """
    if any(path.startswith(root + below) for _label, below, _question in ANALYSES):
        return f"{root}analyse/"
    if path.startswith(f"{root}terugkoppeling/"):
        return f"{root}gesprekken/"
    if path.startswith(f"{root}gouden-draad/"):
        return f"{root}akkoord/"
    if not path.startswith(f"{root}rollen/"):
        return path
    return root + ("planningsgroep/" if path == f"{root}rollen/" or path.endswith("/overdracht/") else "partijen/")


def _is_below(path: str, url: str, below: str) -> str:
    return "true" if below and path.startswith(url) else ""
