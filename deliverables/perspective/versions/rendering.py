"""The PDF of a frozen perspective: which one, and under whose name it stands in the history."""

from uuid import UUID

import pghistory

from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.pdf import make_perspective_pdf
from deliverables.perspective.versions.queries.versions import pictures_of, text_of
from novex_portal.toolkit.files.keeping import bytes_of
from novex_portal.toolkit.pdf import printing
from novex_portal.toolkit.pdf.making import Kept, PdfFile


def render_perspective_version(version_id: UUID | str) -> bool:
    """Make and store the PDF of a version, unless it is there or another worker is at it; say whether it did."""
    with pghistory.context(task="render_perspective_version"):
        return printing.make_once(PerspectiveVersion, version_id, _make)


def give_up_on_hopeless() -> int:
    """Mark versions that took every attempt without an end as failed; return how many."""
    with pghistory.context(task="render_perspective_version"):
        return printing.give_up_on_hopeless(PerspectiveVersion)


def _make(version: PerspectiveVersion, progress: printing.Progress) -> PdfFile:
    files = {checksum: Kept(bytes_of(file), file.content_type) for checksum, file in pictures_of(version).items()}
    return make_perspective_pdf(text_of(version), sha256=version.sha256, files=files, on_progress=progress)
