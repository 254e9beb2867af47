"""Third-party front-end files: taken from node_modules by name, made small, served as static files.

Nothing of others is committed and nothing else of node_modules is reachable. `StaticFinder` makes
the files below once per lock file in `var/frontend` (ignored by git) and hands them to staticfiles:

* `vendor/components.css`  the NL Design System components we use, in cascade layer "components",
                           with only those base tokens they read, in layer "base"
* `vendor/icons.svg`       a sprite of only the Tabler icons in ICONS
* `vendor/fira-sans-*.woff2`  Fira Sans without the glyphs no Dutch page needs, plus a `-full` file
                           for the rest and for PDFs
* `vendor/pdf/*.woff2`     fonts only PDFs use: italics, and Noto for letters and signs Fira Sans lacks
* `vendor/htmx.js`         as it is
"""

import hashlib
import io
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage

COMPONENTS = (
    "button-css",
    "checkbox-css",
    "document-css",
    "form-field-css",
    "form-field-description-css",
    "form-field-error-message-css",
    "form-label-css",
    "heading-1-css",
    "heading-2-css",
    "heading-3-css",
    "link-css",
    "paragraph-css",
    "select-css",
    "skip-link-css",
    "table-css",
    "textarea-css",
    "textbox-css",
)
ICONS = (
    "alert-triangle",
    "arrow-down",
    "arrow-left",
    "arrow-right",
    "arrow-up",
    "bell",
    "calendar",
    "check",
    "chevron-left",
    "chevron-right",
    "circle-check",
    "circle-dashed",
    "circle-half-2",
    "circle-x",
    "clock",
    "device-floppy",
    "download",
    "edit",
    "external-link",
    "eye",
    "file-text",
    "filter",
    "history",
    "info-circle",
    "link",
    "lock",
    "mail",
    "map-pin",
    "message",
    "minus",
    "plus",
    "progress",
    "search",
    "trash",
    "user",
    "users",
    "x",
)
FONT_WEIGHTS = (300, 400, 500, 600)
# What a Dutch page is made of. Anything else comes from the -full file, fetched only when needed.
FONT_RANGE = (
    "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2002-2003,U+2009,U+200B-200D,U+2010-2015,"
    "U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20AC,U+2122,U+2190-2193,U+2212,"
    "U+2215,U+2264-2265,U+FEFF,U+FFFD"
)
# Fonts for PDFs, as name: file in node_modules. A PDF has no system fonts to fall back on.
PDF_FONTS = {
    "fira-sans-italic": "@fontsource/fira-sans/files/fira-sans-latin-400-italic.woff2",
    "fira-sans-ext-italic": "@fontsource/fira-sans/files/fira-sans-latin-ext-400-italic.woff2",
    "fira-sans-greek": "@fontsource/fira-sans/files/fira-sans-greek-400-normal.woff2",
    "fira-sans-cyrillic": "@fontsource/fira-sans/files/fira-sans-cyrillic-400-normal.woff2",
    "noto-sans-math": "@fontsource/noto-sans-math/files/noto-sans-math-latin-400-normal.woff2",
    "noto-sans-symbols": "@fontsource/noto-sans-symbols-2/files/noto-sans-symbols-2-symbols-400-normal.woff2",
    "noto-sans-arabic": "@fontsource/noto-sans-arabic/files/noto-sans-arabic-arabic-400-normal.woff2",
    "noto-sans-hebrew": "@fontsource/noto-sans-hebrew/files/noto-sans-hebrew-hebrew-400-normal.woff2",
}
PDF_FONTS |= {
    f"noto-emoji-{part}": f"@fontsource-variable/noto-emoji/files/noto-emoji-{part}-wght-normal.woff2"
    for part in range(10)
}
FONT_FEATURES = ["kern", "tnum", "lnum", "mark", "ccmp", "locl"]

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DEFINITION = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]+);")
_SYMBOL = re.compile(r'<symbol id="tabler-([\w-]+)"[^>]*>(.*?)</symbol>', re.DOTALL)
_REFERENCE = re.compile(r"var\(\s*(--[\w-]+)")


def node_modules() -> Path:
    """Return the folder that `novex_portal.runtime.frontend` filled."""
    return Path(settings.BASE_DIR) / "node_modules"


def minify(css: str) -> str:
    """Return the rules as short as they can be said; they mean the same."""
    from lightningcss import process_stylesheet  # only here: a running server never needs it

    return process_stylesheet(css)


def component_css() -> str:
    """Return the rules of the components we use, one after the other."""
    folder = node_modules() / "@utrecht"
    return minify("\n".join((folder / name / "dist/index.css").read_text("utf-8") for name in COMPONENTS))


def base_tokens() -> dict[str, str]:
    """Return every token of the example theme, by name."""
    theme = node_modules() / "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
    return {name: value.strip() for name, value in _DEFINITION.findall(_COMMENT.sub("", theme.read_text("utf-8")))}


def needed_tokens(css: str, tokens: dict[str, str]) -> dict[str, str]:
    """Return the tokens that css reads, and those that these read in turn."""
    needed: dict[str, str] = {}
    waiting = _REFERENCE.findall(css)
    while waiting:
        name = waiting.pop()
        if name in tokens and name not in needed:
            needed[name] = tokens[name]
            waiting += _REFERENCE.findall(tokens[name])
    return dict(sorted(needed.items()))


def _components() -> bytes:
    css = component_css()
    tokens = "".join(f"{name}:{value};" for name, value in needed_tokens(css, base_tokens()).items())
    base = minify(f"@layer base{{.voorbeeld-theme{{{tokens}}}}}")
    return f"@layer base,components,portal;\n{base}\n@layer components{{{css}}}\n".encode()


def _icons() -> bytes:
    sprite = (node_modules() / "@tabler/icons-sprite/dist/tabler-sprite.svg").read_text("utf-8")
    shapes = dict(_SYMBOL.findall(sprite))
    symbols = [f'<symbol id="{name}" viewBox="0 0 24 24">{shapes[name]}</symbol>' for name in ICONS]
    return f'<svg xmlns="http://www.w3.org/2000/svg">{"".join(symbols)}</svg>\n'.encode()


def _font(weight: int) -> bytes:
    from fontTools import subset, ttLib  # only here: costs a second that a running server never spends

    font = ttLib.TTFont(_node_font("latin", weight))
    options = subset.Options(flavor="woff2", layout_features=FONT_FEATURES, hinting=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=subset.parse_unicodes(FONT_RANGE))
    subsetter.subset(font)
    out = io.BytesIO()
    subset.save_font(font, out, options)
    return out.getvalue()


def _node_font(part: str, weight: int) -> Path:
    return node_modules() / f"@fontsource/fira-sans/files/fira-sans-{part}-{weight}-normal.woff2"


def _files() -> dict[str, Callable[[], bytes]]:
    files: dict[str, Callable[[], bytes]] = {
        "vendor/components.css": _components,
        "vendor/icons.svg": _icons,
        "vendor/htmx.js": (node_modules() / "htmx.org/dist/htmx.min.js").read_bytes,
    }
    for weight in FONT_WEIGHTS:
        files[f"vendor/fira-sans-{weight}.woff2"] = partial(_font, weight)
        for part in ("latin", "latin-ext"):
            files[f"vendor/fira-sans-{part}-{weight}.woff2"] = _node_font(part, weight).read_bytes
    for name, source in PDF_FONTS.items():
        files[f"vendor/pdf/{name}.woff2"] = (node_modules() / source).read_bytes
    return files


def _stamp() -> str:
    """Return a word that changes when a made file could come out differently."""
    lock = Path(settings.BASE_DIR) / "package-lock.json"
    return hashlib.sha256(lock.read_bytes() + Path(__file__).read_bytes()).hexdigest()[:16]


@cache
def build() -> Path:
    """Make what is not there yet and return the folder; safe when several processes start at once."""
    folder = Path(settings.BASE_DIR) / "var" / "frontend" / _stamp()
    for name, make in _files().items():
        target = folder / name
        if not target.exists():
            write_whole(target, make())
    return folder


def write_whole(target: Path, content: bytes) -> None:
    """Write a file that others read at once: they find the old one or the whole new one."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(temporary).chmod(0o644)
    Path(temporary).replace(target)


class StaticFinder(BaseFinder):
    """Finds only the files named above; add it to STATICFILES_FINDERS."""

    def check(self, **kwargs: object) -> list[CheckMessage]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: object) -> str | list[str]:  # type: ignore[override]
        found = str(build() / path) if path in _files() else ""
        return [found] if find_all and found else found or []

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        storage = FileSystemStorage(location=str(build()))
        for path in _files():
            yield path, storage
