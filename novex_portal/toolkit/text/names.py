"""Names as people type them, and as they are compared."""

import unicodedata


def tidy_name(name: str) -> str:
    """Return a name with single spaces and none around it."""
    return " ".join(name.split())


def name_key(name: str) -> str:
    """Return what makes two spellings of a name the same: capitals and spaces do not count."""
    return tidy_name(name).lower()


def without_accents(text: str) -> str:
    """Return text in which é is e, so that it is found however it is typed."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
