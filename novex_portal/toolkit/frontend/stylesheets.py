"""Our own style sheets as a browser gets them: one file each, as short as it can be said.

A sheet is `static/css/NAME.css`. What it brings in with `@import` becomes part of it: a large sheet stands
in several files, a browser asks for one. The sheets of PDFs (`print*.css`) no browser asks for; they stay
as they are. The finder makes the others in `var/frontend/css` (ignored by git) and hands them to staticfiles.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

from novex_portal.toolkit.frontend.nodefiles import write_whole

FOR_PDF = "print"


def sources() -> list[Path]:
    """Return the sheets a browser may ask for, without the parts they are made of."""
    sheets = (Path(settings.BASE_DIR) / "static/css").glob("*.css")
    return sorted(sheet for sheet in sheets if not sheet.name.startswith(FOR_PDF))


def made(sheet: Path) -> str:
    """Return what a browser gets of a sheet: all its parts, minified."""
    from lightningcss import bundle_css  # only here: a running server never needs it

    return bundle_css(str(sheet))


@cache
def build() -> Path:
    """Make every sheet that is not as its source says and return the folder; safe when several processes start at once."""
    folder = Path(settings.BASE_DIR) / "var" / "frontend"
    for sheet in sources():
        target, content = folder / "css" / sheet.name, made(sheet).encode()
        if not target.exists() or target.read_bytes() != content:
            write_whole(target, content)
    return folder


class StyleFinder(BaseFinder):
    """Finds our own sheets as made; it stands before the finder that would find their sources."""

    def check(self, **kwargs: object) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:  # type: ignore[override]
        found = str(build() / path) if path in _names() else ""
        return [found] if find_all and found else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        storage = FileSystemStorage(location=str(build()))
        for path in _names():
            yield path, storage


@cache
def _names() -> tuple[str, ...]:
    return tuple(f"css/{sheet.name}" for sheet in sources())
