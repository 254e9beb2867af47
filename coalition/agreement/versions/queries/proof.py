"""Is this what was frozen then? Of a version in the database, and of a file somebody has. Stores nothing."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import QuerySet

from coalition.agreement.versions.models import AgreementVersion
from coalition.agreement.versions.rules import proof
from coalition.agreement.versions.rules.proof import differences, named_in
from novex_portal.toolkit.files.uploads import MOST_SENT
from novex_portal.toolkit.pdf.reading import Paper, read_pdf
from novex_portal.toolkit.problems import Problem

MAX_FILE = MOST_SENT


class FileVerdict(StrEnum):
    """What a file turned out to be, in words."""

    SAME_FILE = "Dit is precies het bestand dat het portaal maakte."
    OTHER_FILE = "Dit is niet hetzelfde bestand."
    UNKNOWN = "Dit is geen bestand van dit portaal: er staat geen kenmerk in van een versie die hier bevroren is."
    BROKEN = "Wat het portaal van deze versie bewaart, klopt niet meer met haar kenmerk. Meld dit bij de beheerder."

    @property
    def sign(self) -> str:
        """The sign it gets beside its words."""
        return "good" if self is FileVerdict.SAME_FILE else "error"


@dataclass(frozen=True)
class CheckedFile:
    """The verdict on a file, the version it is or says to be, and in words how it differs from the file of that."""

    verdict: FileVerdict
    version: AgreementVersion | None = None
    differences: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The title and the area as they were frozen; nothing when what is kept of that cannot be trusted."""
        if self.version is None or self.verdict is FileVerdict.BROKEN:
            return ""
        return f"{self.version.snapshot['title']}, NOVEX-gebied {self.version.snapshot['area']}"


def chain_faults(version: AgreementVersion) -> list[str]:
    """Return what is wrong with a version and those before it, in words; empty when all is as it was frozen.

    Recomputes every fingerprint from the stored text, oldest first. One query.
    """
    rows = AgreementVersion.objects.filter(agreement=version.agreement_id, number__lte=version.number).order_by(
        "number"
    )
    return proof.chain_faults((str(row.number), row.snapshot, row.sha256, row.previous_sha256) for row in rows)


def check_file(content: bytes) -> CheckedFile:
    """Tell whether a PDF is, to the byte, the file of a frozen version; and if it only says so, how it differs.

    Raises Problem for what is no PDF, needs a password, is damaged, or too large to read.
    """
    if not content.startswith(b"%PDF-"):
        raise Problem("Dit is geen PDF. Kies de PDF van een akkoord.")
    known = AgreementVersion.objects.select_related("agreement__area", "voided")
    exact = known.filter(pdf_sha256=_checksum(content)).first()
    if exact:
        return CheckedFile(FileVerdict.BROKEN if chain_faults(exact) else FileVerdict.SAME_FILE, exact)
    theirs = read_pdf(content)
    version = _named_in(content, theirs, known)
    if version is None:
        return CheckedFile(FileVerdict.UNKNOWN)
    if not version.pdf:
        raise Problem("De PDF van deze versie is nog niet klaar. Probeer het straks opnieuw.")
    with version.pdf.open("rb") as file:
        stored = file.read()
    if chain_faults(version) or _checksum(stored) != version.pdf_sha256:
        return CheckedFile(FileVerdict.BROKEN, version)
    return CheckedFile(FileVerdict.OTHER_FILE, version, tuple(differences(read_pdf(stored), theirs)))


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _named_in(content: bytes, paper: Paper, known: QuerySet[AgreementVersion]) -> AgreementVersion | None:
    """Return the version a file names, of more the one it names first."""
    names = named_in(content, paper)
    return min(known.filter(sha256__in=names), key=lambda version: names.index(version.sha256), default=None)
