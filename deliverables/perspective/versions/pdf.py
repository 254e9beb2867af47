"""The PDF of a frozen ontwikkelperspectief: its choices, its parts and its figures. No ORM, no clock.

It reads the snapshot alone, so it can print nothing that is not in there.
"""

from collections.abc import Mapping

from django.conf import settings

from areas.area.rules import project
from deliverables.perspective.versions.rules.snapshot import PerspectiveText
from novex_portal.toolkit.pdf.making import KEPT, Kept, PdfFile, make_pdf
from novex_portal.toolkit.pdf.paper import document_html
from novex_portal.toolkit.pdf.progress import OnProgress

STYLESHEET = "css/print-perspective.css"
TEMPLATE = "deliverables/perspective/versions/pdf/perspective.html"


def make_perspective_pdf(
    text: PerspectiveText,
    *,
    sha256: str = "",
    files: Mapping[str, Kept] | None = None,
    on_progress: OnProgress | None = None,
) -> PdfFile:
    """Make the PDF of a frozen perspective; the same one gives the same bytes. It bears `sha256`, its fingerprint.

    `files` are the pictures it shows, by checksum.
    """
    html = perspective_html(text, sha256=sha256)
    return make_pdf(
        html, stylesheet=STYLESHEET, base_url=settings.BASE_URL, pictures=files or {}, on_progress=on_progress
    )


def perspective_html(text: PerspectiveText, *, sha256: str = "") -> str:
    """Return the document as HTML, ready for the printer. Parts without text are named as such."""
    across, down = project(*text.place)
    return document_html(
        TEMPLATE,
        kind="Ontwikkelperspectief",
        title=f"Ontwikkelperspectief {text.area}",
        place="",
        moment=text.frozen_at,
        context={"text": text, "sha256": sha256, "kept": KEPT, "dot": (f"{across:g}", f"{down:g}")},
    )
