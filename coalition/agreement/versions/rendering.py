"""The PDF of a frozen version: which text, and under whose name it stands in the history."""

from uuid import UUID

import pghistory

from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.pdf import make_agreement_pdf
from coalition.agreement.versions.queries.versions import files_by_checksum
from coalition.agreement.versions.rules import snapshot
from novex_portal.toolkit.files.keeping import bytes_of
from novex_portal.toolkit.pdf import printing
from novex_portal.toolkit.pdf.making import Kept, PdfFile


def render_version(version_id: UUID | str) -> bool:
    """Make and store the PDF of a version, unless it is there or another worker is at it; say whether it did."""
    with pghistory.context(task="render_version"):
        return printing.make_once(AgreementVersion, version_id, _make)


def give_up_on_hopeless() -> int:
    """Mark versions that took every attempt without an end as failed; return how many."""
    with pghistory.context(task="render_version"):
        return printing.give_up_on_hopeless(AgreementVersion)


def _make(version: AgreementVersion, progress: printing.Progress) -> PdfFile:
    text = snapshot.from_json(version.snapshot)
    stored = files_by_checksum(version)
    files = {checksum: Kept(bytes_of(file), file.content_type) for checksum, file in stored.items()}
    return make_agreement_pdf(text, sha256=version.sha256, files=files, on_progress=progress)
