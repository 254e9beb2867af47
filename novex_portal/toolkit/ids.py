"""Identifiers that sort by the moment they were made."""

import os
import time
import uuid


def uuid7() -> uuid.UUID:
    """Return a version 7 UUID (RFC 9562): 48 bits of milliseconds, the rest random.

    Python 3.14 has its own; this one serves 3.12 and 3.13 as well, and keeps one name everywhere.
    """
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10), "big")
    value = (milliseconds & (2**48 - 1)) << 80 | random & (2**80 - 1)
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return uuid.UUID(int=value)


def uuid_or_none(text: str | None) -> uuid.UUID | None:
    """Read an id that came with a request; None for what is none."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
