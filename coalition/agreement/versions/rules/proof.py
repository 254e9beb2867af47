"""Proof that a text is the one that was frozen: a fingerprint over a fixed form, chained to the version before. Pure.

The form is the frozen text as JSON in UTF-8, names in order, no spaces. The fingerprint is SHA-256 over
the fingerprint of the version before it (nothing for the first), a line end and that form: who changes
one version would have to change all that came after.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

_IN_A_FILE = re.compile(rb"kenmerk:([0-9a-f]{64})")


def canonical(snapshot: Mapping[str, Any]) -> bytes:
    """Return a frozen text in the form the fingerprint is taken over; the same text always gives the same bytes."""
    return json.dumps(snapshot, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def fingerprint(snapshot: Mapping[str, Any], previous: str) -> str:
    """Return the fingerprint of a frozen text as 64 hexadecimal digits; `previous` is empty for the first version."""
    return hashlib.sha256(previous.encode() + b"\n" + canonical(snapshot)).hexdigest()


def mark(sha256: str) -> str:
    """Return the words by which a file says which frozen text it holds."""
    return f"kenmerk:{sha256}"


def mark_in(content: bytes) -> str:
    """Return the fingerprint a file says it holds, or nothing. It is written uncompressed, so no PDF is opened for it."""
    found = _IN_A_FILE.search(content)
    return found[1].decode() if found else ""


def same_words(first: list[str], second: list[str]) -> int:
    """Return 0 when two lists of pages hold the same words, else the first page on which they differ, from 1."""
    for number in range(max(len(first), len(second))):
        ours, theirs = (pages[number].split() if number < len(pages) else None for pages in (first, second))
        if ours != theirs:
            return number + 1
    return 0
