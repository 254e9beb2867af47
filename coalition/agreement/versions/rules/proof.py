"""Proof that a text is the one that was frozen: a fingerprint over a fixed form, chained to the version before. Pure.

The form is the frozen text as JSON in UTF-8, names in order, no spaces. The fingerprint is SHA-256 over
the fingerprint of the version before it (nothing for the first), a line end and that form: who changes
one version would have to change all that came after.

Of a file only one thing is proven: that it is, byte for byte, the file that was made of a frozen text. What
else can be told of one are differences; that none was found proves nothing.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any

from coalition.agreement.provenance.rules import in_a_row
from novex_portal.toolkit.pdf.reading import Page, Paper

SAVED_AGAIN = (
    "Het is opnieuw bewaard. Het portaal vond geen ander verschil in bladzijden, woorden, aantekeningen of tekeningen; "
    "dat bewijst niet dat u hetzelfde leest."
)
MAX_NUMBERS = 10
MAX_PRINTED = 20

_IN_A_FILE = re.compile(rb"kenmerk:([0-9a-f]{64})")
_PRINTED = re.compile(r"[0-9a-f]{64}")


def canonical(snapshot: Mapping[str, Any]) -> bytes:
    """Return a frozen text in the form the fingerprint is taken over; the same text always gives the same bytes."""
    return json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(snapshot: Mapping[str, Any], previous: str) -> str:
    """Return the fingerprint of a frozen text as 64 hexadecimal digits; `previous` is empty for the first version."""
    return hashlib.sha256(previous.encode() + b"\n" + canonical(snapshot)).hexdigest()


def chain_faults(versions: Iterable[tuple[str, Mapping[str, Any], str, str]]) -> list[str]:
    """Return what is wrong with a chain of versions, in words; empty when all is as it was frozen.

    Each comes, oldest first, as what it is called, its text, its fingerprint and the one before it that it carries.
    """
    faults, before = [], ""
    for label, snapshot, sha256, previous in versions:
        if previous != before:
            faults.append(f"Versie {label} hangt niet aan het kenmerk van de versie ervoor.")
        if fingerprint(snapshot, previous) != sha256:
            faults.append(f"Wat versie {label} zegt, past niet bij haar kenmerk.")
        before = sha256
    return faults


def mark(sha256: str) -> str:
    """Return the words by which a file says which frozen text it holds."""
    return f"kenmerk:{sha256}"


def named_in(content: bytes, paper: Paper) -> list[str]:
    """Return the fingerprints a file names, those a machine put there first; a secured or printed file may hide these."""
    marks = [_IN_A_FILE.search(content), _IN_A_FILE.search(paper.keywords.encode())]
    printed = [word for page in paper.pages for word in page.words if _PRINTED.fullmatch(word)]
    return list(dict.fromkeys([found[1].decode() for found in marks if found] + printed[:MAX_PRINTED]))


def differences(ours: Paper, theirs: Paper) -> list[str]:
    """Return in words how a file differs from the one that was frozen; never empty, as it is not the same file.

    Pages are held side by side by their place; of one with other words nothing more is told.
    """
    found = []
    if len(ours.pages) != len(theirs.pages):
        found.append(f"Er zijn {len(theirs.pages)} bladzijden. Het bevroren bestand heeft er {len(ours.pages)}.")
    pairs = list(zip(ours.pages, theirs.pages, strict=False))
    other = [number for number, (our, their) in enumerate(pairs, 1) if our.words != their.words]
    if other:
        found.append(f"Er staan andere woorden, voor het eerst op bladzijde {other[0]}.")
    for words, tells in _ON_A_PAGE:
        pages = [nr for nr, (our, their) in enumerate(pairs, 1) if our.words == their.words and tells(our, their)]
        if pages:
            found.append(f"{words}, op {_in_words(pages)}.")
    if theirs.files > ours.files:
        found.append("Er zijn bestanden aan toegevoegd, als bijlage.")
    if theirs.is_secured:
        found.append("Het is daarna beveiligd met een wachtwoord.")
    return found or [SAVED_AGAIN]


def _more(theirs: tuple[Hashable, ...], ours: tuple[Hashable, ...]) -> bool:
    return bool(Counter(theirs) - Counter(ours))


_ON_A_PAGE: tuple[tuple[str, Callable[[Page, Page], bool]], ...] = (
    ("Er zijn aantekeningen of koppelingen bij gezet", lambda ours, theirs: _more(theirs.notes, ours.notes)),
    ("Er zijn aantekeningen of koppelingen weg", lambda ours, theirs: _more(ours.notes, theirs.notes)),
    (
        "Er is iets op getekend of geplakt, of iets is verplaatst of anders gekleurd",
        lambda ours, theirs: _more(theirs.drawn, ours.drawn),
    ),
    ("Er is iets weg dat er getekend stond", lambda ours, theirs: _more(ours.drawn, theirs.drawn)),
    (
        "Wat er staat, ligt in een andere volgorde over elkaar",
        lambda ours, theirs: ours.drawn != theirs.drawn and Counter(ours.drawn) == Counter(theirs.drawn),
    ),
    ("De bladzijde is gedraaid of bijgesneden", lambda ours, theirs: ours.shape != theirs.shape),
)


def _in_words(pages: list[int]) -> str:
    """Bladzijde 2; bladzijden 2, 3 en 7; no more than ten."""
    if len(pages) == 1:
        return f"bladzijde {pages[0]}"
    numbers = [str(page) for page in pages]
    shown = (
        numbers if len(numbers) <= MAX_NUMBERS else [*numbers[:MAX_NUMBERS], f"{len(numbers) - MAX_NUMBERS} andere"]
    )
    return f"bladzijden {in_a_row(shown)}"
