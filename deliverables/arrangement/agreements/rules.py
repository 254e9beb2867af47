"""Codes of reciprocal agreements: `RA-`, the code of the area that keeps it, and a number that is never given again. Pure.

The number is of the area and not of the province: what is counted on elsewhere can't be read from a gap.
"""

from collections.abc import Iterable

MOST = 99


def next_code(area: str, given: Iterable[str]) -> str | None:
    """Return the code after the highest one ever given in this area; None when all ninety-nine are."""
    start = f"RA-{area}-"
    last = max((int(code.removeprefix(start)) for code in given if code.startswith(start)), default=0)
    return f"{start}{last + 1:02}" if last < MOST else None
