"""The PDF of a frozen agenda: the timeline on A3, lying, and each chapter as a table. No ORM, no clock.

It reads the snapshot alone, so it can print nothing that is not in there.
"""

from django.conf import settings

from deliverables.agenda.versions.queries.tables import table_of
from deliverables.agenda.versions.rules.snapshot import AgendaText
from novex_portal.toolkit.pdf.making import PdfFile, make_pdf
from novex_portal.toolkit.pdf.paper import document_html
from novex_portal.toolkit.pdf.progress import OnProgress

STYLESHEET = "css/print-agenda.css"
TEMPLATE = "deliverables/agenda/versions/pdf/agenda.html"


def make_agenda_pdf(text: AgendaText, *, sha256: str = "", on_progress: OnProgress | None = None) -> PdfFile:
    """Make the PDF of a frozen agenda; the same agenda gives the same bytes. It bears `sha256`, its fingerprint."""
    html = agenda_html(text, sha256=sha256)
    return make_pdf(html, stylesheet=STYLESHEET, base_url=settings.BASE_URL, on_progress=on_progress)


def agenda_html(text: AgendaText, *, sha256: str = "") -> str:
    """Return the document as HTML, ready for the printer. Chapters without measures are left out."""
    return document_html(
        TEMPLATE,
        kind="Uitvoeringsagenda",
        title=f"Uitvoeringsagenda {text.label}",
        place=text.area,
        moment=text.frozen_at,
        context={"text": text, "table": table_of(text), "sha256": sha256},
    )
