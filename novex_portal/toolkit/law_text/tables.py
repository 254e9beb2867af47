"""Tables in a text: rows between bars, with a line of dashes below the head. Pure."""

import re
from collections.abc import Sequence

from novex_portal.toolkit.law_text.lines import Source

_CAPTION = re.compile(r"tabel(?: \d{1,3}[a-z]?)?\s?[:.–]", re.IGNORECASE)
_DASHES = re.compile(r":?-{2,}:?")


def cells_of(body: str) -> list[str] | None:
    """Return the cells of a row, or None for a line that is none: it begins and ends with a bar that is not escaped."""
    if len(body) < 2 or not body.startswith("|"):
        return None
    cells, cell, escaped = [], "", False
    for sign in body[1:]:
        if sign == "|" and not escaped:
            cells.append(cell.strip())
            cell = ""
        else:
            cell += sign
        escaped = sign == "\\" and not escaped
    return cells if not cell else None


def alignment_of(body: str) -> str | None:
    """Return how the columns stand, a letter each (l, c, r), when a line is one of dashes; None when it is not."""
    cells = cells_of(body)
    if not cells or not all(_DASHES.fullmatch(cell) for cell in cells):
        return None
    return "".join(
        "c" if cell.startswith(":") and cell.endswith(":") else "r" if cell.endswith(":") else "l" for cell in cells
    )


def begins_at(lines: Sequence[Source], place: int) -> bool:
    """Tell whether a table begins on this line: a row with below it as many cells of dashes."""
    head = cells_of(lines[place].body)
    if not head or place + 1 >= len(lines):
        return False
    align = alignment_of(lines[place + 1].body)
    return align is not None and len(align) == len(head)


def is_caption(lines: Sequence[Source], place: int) -> bool:
    """Tell whether this line is what the table right below it is called."""
    return bool(_CAPTION.match(lines[place].body)) and place + 1 < len(lines) and begins_at(lines, place + 1)


def end_of(lines: Sequence[Source], place: int) -> int:
    """Return the place of the first line after a table that begins here."""
    while place < len(lines) and cells_of(lines[place].body) is not None:
        place += 1
    return place
