"""Is this the text that was frozen then? Of a version in the database, and of a file somebody has. Stores nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import QuerySet

from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules.proof import fingerprint, mark_in, same_words
from novex_portal.toolkit.problems import Problem

MAX_FILE = 20 * 1024 * 1024
MAX_PAGES = 600


class FileVerdict(StrEnum):
    """What a file turned out to be, in words."""

    SAME_FILE = "Dit is precies het bestand dat het portaal maakte."
    SAME_TEXT = "De tekst is die van de bevroren versie. Het bestand zelf is daarna opnieuw bewaard."
    OTHER_TEXT = "Dit is niet de tekst die bevroren is: er is iets aan veranderd."
    UNKNOWN = "Dit is geen akkoord dat dit portaal bevroren heeft."
    BROKEN = "De bevroren tekst in het portaal klopt niet meer met haar kenmerk. Meld dit bij de beheerder."

    @property
    def sign(self) -> str:
        """The sign it gets beside its words."""
        return {FileVerdict.SAME_FILE: "good", FileVerdict.SAME_TEXT: "good"}.get(self, "error")


@dataclass(frozen=True)
class CheckedFile:
    """The verdict on a file, the version it says to be, and the first page with other words (0: none)."""

    verdict: FileVerdict
    version: AgreementVersion | None = None
    page: int = 0


def chain_faults(version: AgreementVersion) -> list[str]:
    """Return what is wrong with a version and those before it, in words; empty when all is as it was frozen.

    Recomputes every fingerprint from the stored text, oldest first. One query.
    """
    faults, previous = [], ""
    rows = AgreementVersion.objects.filter(agreement=version.agreement_id, number__lte=version.number)
    for row in rows.order_by("number"):
        if row.previous_sha256 != previous:
            faults.append(f"Versie {row.number} hangt niet aan het kenmerk van de versie ervoor.")
        if fingerprint(row.snapshot, row.previous_sha256) != row.sha256:
            faults.append(f"De tekst van versie {row.number} past niet bij haar kenmerk.")
        previous = row.sha256
    return faults


def check_file(content: bytes) -> CheckedFile:
    """Tell whether a PDF is the text that was frozen: to the byte, or else by its words page by page.

    Raises Problem for what is no PDF, or too large to read.
    """
    if not content.startswith(b"%PDF-"):
        raise Problem("Dit is geen PDF. Kies de PDF van een akkoord.")
    known = AgreementVersion.objects.select_related("agreement__area")
    exact = known.filter(pdf_sha256=hashlib.sha256(content).hexdigest()).first()
    version = exact or _named_in(content, known)
    if version is None:
        return CheckedFile(FileVerdict.UNKNOWN)
    if chain_faults(version):
        return CheckedFile(FileVerdict.BROKEN, version)
    if exact:
        return CheckedFile(FileVerdict.SAME_FILE, version)
    if not version.pdf:
        raise Problem("De PDF van deze versie is nog niet klaar. Probeer het straks opnieuw.")
    with version.pdf.open("rb") as stored:
        page = same_words(pages_of(stored.read()), pages_of(content))
    return CheckedFile(FileVerdict.OTHER_TEXT if page else FileVerdict.SAME_TEXT, version, page)


def pages_of(content: bytes) -> list[str]:
    """Return the words of every page of a PDF. Raises Problem for one that cannot be read, or has too many pages."""
    import pypdfium2  # only here: every process would pay for it at its start

    try:
        with pypdfium2.PdfDocument(content) as document:
            if len(document) > MAX_PAGES:
                raise Problem(f"Deze PDF heeft meer dan {MAX_PAGES} bladzijden.")
            return [_words(document, number) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise Problem("Deze PDF is niet te lezen: het bestand is beschadigd, of heeft een wachtwoord.") from error


def _words(document: Any, number: int) -> str:
    page = document[number]
    text: str = page.get_textpage().get_text_range()
    page.close()
    return text


def _named_in(content: bytes, known: QuerySet[AgreementVersion]) -> AgreementVersion | None:
    sha256 = mark_in(content)
    return known.filter(sha256=sha256).first() if sha256 else None
