"""Whether a PDF keeps to PDF/UA-1 and PDF/A-3a, by a validator of its own; asked once more where that one guesses."""

import io

import page
import pikepdf

LENGTH = "a stream /Length does not match its raw content length"
"""The validator looks for the end of a stream itself, and takes a carriage return that is its last byte for the line end."""


def faults_of(content: bytes, profile: str) -> list[str]:
    """Return what is wrong by a profile ("ua1", "3a"), in words; a length only when qpdf, which reads by it, finds it wrong too."""
    said = [failure.message for failure in page.validate_pdf_bytes(content, profile=profile).failures]
    return [words for words in said if words != LENGTH or _lengths_are_wrong(content)]


def _lengths_are_wrong(content: bytes) -> bool:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return bool(pdf.check_pdf_syntax() or pdf.get_warnings())
