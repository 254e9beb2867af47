"""The PDF of a frozen agenda: which one, and under whose name it stands in the history."""

from uuid import UUID

import pghistory

from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.pdf import make_agenda_pdf
from deliverables.agenda.versions.rules.snapshot import from_json
from novex_portal.toolkit.pdf import printing
from novex_portal.toolkit.pdf.making import PdfFile


def render_agenda_version(version_id: UUID | str) -> bool:
    """Make and store the PDF of a version, unless it is there or another worker is at it; say whether it did."""
    with pghistory.context(task="render_agenda_version"):
        return printing.make_once(AgendaVersion, version_id, _make)


def give_up_on_hopeless() -> int:
    """Mark versions that took every attempt without an end as failed; return how many."""
    with pghistory.context(task="render_agenda_version"):
        return printing.give_up_on_hopeless(AgendaVersion)


def _make(version: AgendaVersion, progress: printing.Progress) -> PdfFile:
    return make_agenda_pdf(from_json(version.snapshot), sha256=version.sha256, on_progress=progress)
