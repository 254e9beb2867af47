"""Finding a person in a text and putting a role in that place. Pure: no ORM, no clock."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

EDGE = 160
"""Characters of a text that are shown on either side of a name."""
REMOVED = "(verwijderd)"
OF_ANOTHER = "(van een ander)"
# Takes every run of such signs, so that none is looked at twice; group 1 is there when it is an address.
_ADDRESS = re.compile(r"[\w.+-]+(@[\w-]+(?:\.[\w-]+)+)?")
_PHONE = re.compile(r"(?<!\w)(?:\+|00?)\d[\d \-]{7,}\d(?!\w)")


@dataclass(frozen=True)
class Known:
    """How somebody can be found in texts, and as what they are spoken of when they are not to be found."""

    role: str
    name: str = ""
    email: str = ""
    phone: str = ""

    @property
    def replacements(self) -> list[tuple[str, str]]:
        """What to look for, and what comes in its place."""
        found = [(self.name, self.role)] if is_distinctive(self.name) else []
        return found + [(words, REMOVED) for words in (self.email, self.phone) if words]


def is_distinctive(name: str) -> bool:
    """Tell whether a name is enough to find one person in a text: a single word is not."""
    return len(name.split()) > 1


def pattern(words: str) -> str:
    """Return a regular expression for the words on their own, that Python and PostgreSQL read alike."""
    parts = (re.sub(r"([^\w])", r"\\\1", part) for part in words.split())
    return r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)"


def any_of(known: Known) -> str:
    """Return a regular expression for all by which somebody is found; empty when there is nothing."""
    return "|".join(pattern(words) for words, _ in known.replacements)


def excerpts(text: str, known: Known, others: Iterable[Known]) -> list[str]:
    """Return the parts of a text around each place where somebody is named, without the data of others.

    Parts that overlap are one.
    """
    wanted = any_of(known)
    spans: list[tuple[int, int]] = []
    for hit in re.finditer(wanted, text, re.IGNORECASE) if wanted else ():
        start, end = max(0, hit.start() - EDGE), min(len(text), hit.end() + EDGE)
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return [_part(text, span, known, others) for span in spans]


def without_others(text: str, known: Known, others: Iterable[Known]) -> str:
    """Return a text in which others than this person are their role, and their addresses and numbers are gone."""
    for other in others:
        for words, instead in other.replacements:
            if words.lower() not in {known.name.lower(), known.email.lower(), known.phone.lower()}:
                text = re.sub(pattern(words), instead.replace("\\", r"\\"), text, flags=re.IGNORECASE)
    own = known.email.lower()
    text = _ADDRESS.sub(lambda hit: OF_ANOTHER if hit[1] and hit[0].lower() != own else hit[0], text)
    return _PHONE.sub(lambda hit: hit[0] if hit[0] == known.phone else OF_ANOTHER, text)


def _part(text: str, span: tuple[int, int], known: Known, others: Iterable[Known]) -> str:
    # Cut after taking others out, so that no half of a name remains at an edge.
    start, end = _at_words(text, *span)
    shown = without_others(text[start:end], known, others).strip()
    return ("… " if start else "") + shown + (" …" if end < len(text) else "")


def _at_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Move the edges to the nearest line or sentence end outward, so that names are whole."""
    before = max(text.rfind(mark, 0, start) for mark in ("\n", ". ", "! ", "? "))
    ends = [place for mark in ("\n", ". ", "! ", "? ") if (place := text.find(mark, end)) >= 0]
    return (before + 1 if start else 0), (min(ends) + 1 if ends else len(text))
