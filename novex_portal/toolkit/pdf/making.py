"""The only door to WeasyPrint: HTML of our own templates in, one finished PDF out.

What comes out is tagged (PDF/UA-1), fit for an archive (PDF/A-3a) and the same, byte for byte, for
the same HTML on any machine: only fonts we bring ourselves are used, and nothing is fetched but
our own static files. WeasyPrint is imported at the first PDF, because it needs Pango, which a
machine may lack, and because a web process never makes a PDF.
"""

import base64
import binascii
import contextlib
import hashlib
import io
import os
import re
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from html import escape
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders

from novex_portal.runtime import pango
from novex_portal.toolkit.pdf.norms import keep_to_norms
from novex_portal.toolkit.pdf.progress import OnProgress, reporting

# A host that cannot exist (RFC 2606) stands for our static files in style sheets.
STATIC = "https://static.invalid/"
# And one for the kept files that a document shows, by their checksum.
KEPT = "https://kept.invalid/"
CONTENT_TYPES = {".css": "text/css", ".woff2": "font/woff2", ".png": "image/png", ".svg": "image/svg+xml"}
PNG = "data:image/png;base64,"
# The fonts, page numbers, text and tables that every document shares; loaded before its own style sheet.
COMMON = "css/print.css"

PANGO_MISSING = (
    "Deze server kan geen PDF maken: de bibliotheek Pango ontbreekt. "
    "Installeer de pakketten libpango-1.0-0, libpangoft2-1.0-0 en libharfbuzz-subset0 en start de portaal opnieuw."
)

# Fonts for signs Fira Sans lacks, in the order in which style sheets name them in font-family. Each
# is loaded only for a text that needs it: all of them would cost every worker seconds.
FALLBACK_FONTS = (
    ("Portal Greek", "vendor/pdf/fira-sans-greek.woff2"),
    ("Portal Cyrillic", "vendor/pdf/fira-sans-cyrillic.woff2"),
    ("Portal Hebrew", "vendor/pdf/noto-sans-hebrew.woff2"),
    ("Portal Arabic", "vendor/pdf/noto-sans-arabic.woff2"),
    ("Portal Math", "vendor/pdf/noto-sans-math.woff2"),
    ("Portal Symbols", "vendor/pdf/noto-sans-symbols.woff2"),
    *(("Portal Emoji", f"vendor/pdf/noto-emoji-{part}.woff2") for part in range(10)),
)
# Signs no font of ours has, but that can be written with signs it does have: small digits, ‰, and letters cast as one.
REWRITTEN = {0x2080 + digit: f"<sub>{digit}</sub>" for digit in range(10)} | {
    0x2070 + digit: f"<sup>{digit}</sup>" for digit in (0, 4, 5, 6, 7, 8, 9)
}
REWRITTEN[ord("‰")] = "<sup>0</sup>⁄<sub>00</sub>"
REWRITTEN |= dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
MISSING_SIGN = "□"
EVERYDAY = {
    *map(chr, range(0x20, 0x7F)),
    *map(chr, range(0xA1, 0xAD)),
    *map(chr, range(0xAE, 0x100)),
    *"\t\n\r–—‘’“”„…€•",
}
"""Signs of nearly every text, which every font of ours has: without others no font need be read."""
# Signs without ink: joiners, direction marks, variation selectors. They need no glyph.
INKLESS = {0x9, 0xA, 0xD, 0xAD, 0x34F, 0x61C, 0x2028, 0x2029, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F)}
INKLESS |= {*range(0x2060, 0x2070), *range(0xFE00, 0xFE10)}

# A word longer than this may break anywhere; without help it takes WeasyPrint time squared.
LONG_WORD = 60
_TOKEN = re.compile(r"<[^<>]*>|\s+|(?:&[#\w]+;|[^\s<&]){1,20}|.", re.DOTALL)
_INLINE_TAG = re.compile(r"</?(?:a|b|del|em|i|s|span|strong|sub|sup|u)[\s>]")


@dataclass(frozen=True)
class Kept:
    """A picture that a document shows as `KEPT` and its checksum."""

    content: bytes
    content_type: str


@dataclass(frozen=True)
class Enclosed:
    """A file that goes along inside the PDF, to be taken out as it is."""

    name: str
    description: str
    content: bytes
    moment: datetime


class PdfUnavailable(Exception):
    """This machine cannot make PDFs; the message says in Dutch what to install."""


class FetchRefused(ValueError):
    """A PDF asked for something that is not one of our own static files."""


@dataclass(frozen=True)
class PdfFile:
    """A finished PDF."""

    content: bytes
    pages: int

    @property
    def size(self) -> int:
        """Length in bytes."""
        return len(self.content)

    @property
    def sha256(self) -> str:
        """Checksum of the bytes, as 64 hexadecimal digits."""
        return hashlib.sha256(self.content).hexdigest()


def make_pdf(
    html: str,
    *,
    stylesheet: str,
    base_url: str = "",
    pictures: Mapping[str, Kept] | None = None,
    enclosed: Iterable[Enclosed] = (),
    on_progress: OnProgress | None = None,
) -> PdfFile:
    """Make the PDF of a whole HTML document with one of our own print style sheets.

    `pictures` are what it may show beside our static files, by checksum; `enclosed` goes along inside it.

    `stylesheet` is its path below static/, and adds to `COMMON`; `base_url` is what relative links in the text hang on.
    The document needs a lang, a title and headings that follow each other. Signs that none of the
    fonts has become □. `on_progress` is called at every page with how far it is, in
    Dutch. Raises PdfUnavailable where Pango is missing.
    """
    engine = _engine()
    fonts, missing = fonts_for(html)
    source = engine.weasyprint.HTML(
        string=printable(html, missing), base_url=base_url or None, url_fetcher=engine.fetcher_of(pictures or {})
    )
    sheets = [_parsed(COMMON), _parsed(stylesheet), *(_font(family, file) for family, file in fonts)]
    options = {"pdf_variant": "pdf/a-3a", "stylesheets": sheets}
    attached = [_attached(engine, one) for one in sorted(enclosed, key=lambda one: one.name)]
    with reporting(on_progress):
        document = source.render(font_config=engine.fonts, **options)
        for page in document.pages:  # a word in bold inside a link is no link of its own
            page.links = [link for link in page.links if link[3].link]
        with _environment(SOURCE_DATE_EPOCH="0"):  # or a font's moment of writing gets into the file
            content = document.write_pdf(finisher=keep_to_norms, attachments=attached, **options)
    return PdfFile(content=content, pages=len(document.pages))


def bare_pdf(html: str, *, stylesheet: str, base_url: str = "") -> bytes:
    """Return what WeasyPrint alone makes of the same document: the floor the benchmark holds `make_pdf` against."""
    engine = _engine()
    source = engine.weasyprint.HTML(string=html, base_url=base_url or None, url_fetcher=engine.fetcher)
    sheets = [_parsed(COMMON), _parsed(stylesheet)]
    content: bytes = source.write_pdf(font_config=engine.fonts, stylesheets=sheets, pdf_variant="pdf/a-3a")
    return content


def fetch_kept(url: str, pictures: Mapping[str, Kept]) -> tuple[bytes, str] | None:
    """Return content and type of a picture of this document; None for any other address."""
    kept = pictures.get(url.removeprefix(KEPT)) if url.startswith(KEPT) else None
    return (kept.content, kept.content_type) if kept else None


def fetch_static(url: str) -> tuple[bytes, str]:
    """Return content and type of one of our own static files, or of a PNG inside the URL itself.

    Raises FetchRefused for every other URL: other hosts, other schemes, paths that climb out.
    """
    if url.startswith(PNG):
        return _inline_png(url), "image/png"
    parts = urlsplit(url)
    path = unquote(parts.path).lstrip("/")
    content_type = CONTENT_TYPES.get(Path(path).suffix)
    if not url.startswith(STATIC) or parts.query or content_type is None or not _stays_inside(path):
        raise FetchRefused(f"Not one of our static files: {url[:200]!r}")
    return _static_file(path).read_bytes(), content_type


def _attached(engine: "_Engine", one: Enclosed) -> Any:
    """Return a file as WeasyPrint takes it along: the source of what its pages show."""
    moments = {"created": one.moment, "modified": one.moment}
    words = {"name": one.name, "description": one.description, "relationship": "Source"}
    return engine.weasyprint.Attachment(file_obj=io.BytesIO(one.content), **words, **moments)


def fonts_for(html: str) -> tuple[list[tuple[str, str]], set[int]]:
    """Return the extra fonts a text needs beside those of every document, and the signs that no font has."""
    css, _ = fetch_static(STATIC + COMMON)
    names = re.findall(r'url\("?([^")]+\.woff2)"?\)', css.decode())
    own = {urljoin(STATIC + COMMON, name).removeprefix(STATIC) for name in names}
    missing = {ord(sign) for sign in set(html)} - INKLESS - set().union(*map(_signs_of, own))
    needed = []
    for family, file in FALLBACK_FONTS:
        if missing and (found := missing & _signs_of(file)):
            needed.append((family, file))
            missing -= found
    if missing - REWRITTEN.keys() and not any(
        ord(MISSING_SIGN) in _signs_of(file) for file in [*own, *(file for _, file in needed)]
    ):
        needed.append(next(font for font in FALLBACK_FONTS if ord(MISSING_SIGN) in _signs_of(font[1])))
    return needed, missing


def printable(html: str, missing: set[int]) -> str:
    """Return html without the missing signs: small digits as sub and sup, ligatures as their letters, the rest as □.

    PDF/A allows no sign without a glyph: one that no font has would make the file invalid. Words
    of more than LONG_WORD signs get places to break. The head is metadata and needs no font.
    """
    head, end, body = html.rpartition("</head>")
    signs = {code: REWRITTEN.get(code, MISSING_SIGN) for code in missing}
    return head + end + breakable(body).translate(signs)


def unprintable(text: str) -> list[str]:
    """Return the signs of a text that a PDF can only show as □, each once, in the order of the text."""
    odd = dict.fromkeys(sign for sign in text if sign not in EVERYDAY)
    _, missing = fonts_for("".join(odd)) if odd else ([], set[int]())
    return [sign for sign in odd if ord(sign) in missing - REWRITTEN.keys()]


def breakable(html: str) -> str:
    """Return html with places to break in every word longer than LONG_WORD, also one full of tags."""
    parts: list[str] = []
    length = 0
    for token in _TOKEN.findall(html):
        if token.startswith("<") and len(token) > 1:
            length = length if _INLINE_TAG.match(token) else 0
        else:
            length = 0 if token.isspace() else length + len(token)
            if length > LONG_WORD:
                parts.append("\u200b")
        parts.append(token)
    return "".join(parts)


@cache
def _signs_of(file: str) -> frozenset[int]:
    """Return the code points a font has a glyph for."""
    from fontTools.ttLib import TTFont  # only here: a web process never needs it

    return frozenset(TTFont(_static_file(file)).getBestCmap())


def installed() -> bool:
    """Say whether this machine can make PDFs."""
    try:
        _engine()
    except PdfUnavailable:
        return False
    return True


class _Engine(NamedTuple):
    weasyprint: Any
    fonts: Any
    fetcher: Any
    fetcher_of: Callable[[Mapping[str, Kept]], Any]


@cache
def _engine() -> _Engine:
    """Import WeasyPrint once per process, with a font configuration that knows no system fonts."""
    if not pango.load():
        raise PdfUnavailable(PANGO_MISSING)
    own_fonts = str(Path(__file__).with_name("fonts.conf"))
    with _environment(FONTCONFIG_FILE=own_fonts), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=".*FontConfig.*")  # it misses the system fonts; we do not
        try:
            import weasyprint
            from weasyprint.text.fonts import FontConfiguration
            from weasyprint.urls import URLFetcher, URLFetcherResponse
        except OSError as error:
            raise PdfUnavailable(PANGO_MISSING) from error

        class StaticFetcher(URLFetcher):
            """Hands out our own static files, and the pictures of this document; refuses everything else."""

            def __init__(self, pictures: Mapping[str, Kept]) -> None:
                super().__init__()
                self.pictures = pictures

            def fetch(self, url: str, headers: dict[str, str] | None = None) -> Any:
                content, content_type = fetch_kept(url, self.pictures) or fetch_static(url)
                return URLFetcherResponse(url, content, {"Content-Type": content_type})

        return _Engine(weasyprint, FontConfiguration(), StaticFetcher({}), StaticFetcher)


@cache
def _parsed(stylesheet: str) -> Any:
    """Parse a style sheet and load its fonts, once per process."""
    engine = _engine()
    return engine.weasyprint.CSS(url=STATIC + stylesheet, font_config=engine.fonts, url_fetcher=engine.fetcher)


@cache
def _font(family: str, file: str) -> Any:
    """Load one extra font, once per process."""
    engine = _engine()
    face = f'@font-face {{ font-family: "{family}"; src: url("{file}"); }}'
    return engine.weasyprint.CSS(string=face, base_url=STATIC, font_config=engine.fonts, url_fetcher=engine.fetcher)


@contextlib.contextmanager
def _environment(**values: str) -> Iterator[None]:
    """Set environment variables for a moment: some libraries listen to nothing else."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _inline_png(url: str) -> bytes:
    try:
        content = base64.b64decode(url.removeprefix(PNG), validate=True)
    except binascii.Error as error:
        raise FetchRefused("Not a PNG") from error
    if not content.startswith(b"\x89PNG\r\n\x1a\n"):
        raise FetchRefused("Not a PNG")
    return content


def _stays_inside(path: str) -> bool:
    return bool(path) and "\\" not in path and "\0" not in path and ".." not in path.split("/")


def _static_file(path: str) -> Path:
    """Find a static file where the finders look, else where collectstatic put it."""
    found = finders.find(path) or str(Path(settings.STATIC_ROOT) / path)
    if not Path(found).is_file():
        raise FetchRefused(f"No such static file: {escape(path)!r}")
    return Path(found)
