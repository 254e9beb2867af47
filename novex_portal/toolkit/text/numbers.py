"""Reading numbers that a browser sent, and so that anybody can have changed."""

MAX_DIGITS = 9
"""Longer is no number of ours, and would not fit in a column of the database."""


def whole_number(text: str | None) -> int:
    """Return the whole number a text is; what is none, or far too long, counts as 0."""
    return int(text) if text and text.isdecimal() and len(text) <= MAX_DIGITS else 0
