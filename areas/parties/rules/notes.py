"""What an area keeps in mind about a party. Pure."""

from hashlib import sha256


def notes_mark(notes: str) -> str:
    """Return what stands for these notes in a form, to see later whether they are still the same."""
    return sha256(notes.encode()).hexdigest()[:16]
