"""What every page template may use; costs no query."""

from django.conf import settings
from django.http import HttpRequest

MENU = (
    ("Overzicht", "/overzicht/"),
    ("Gebieden", "/gebieden/"),
    ("Mijn werk", "/"),
    ("Hulp", "/hulp/"),
)


def portal(request: HttpRequest) -> dict[str, object]:
    """Practice flag, house theme and the main menu with the current item marked."""
    menu = [(label, url, _current(request.path, url)) for label, url in MENU]
    return {"demo": settings.DEMO, "theme_css": bool(settings.THEME_CSS), "main_menu": menu}


def _current(path: str, url: str) -> str:
    if path == url:
        return "page"
    return "true" if url != "/" and path.startswith(url) else ""
