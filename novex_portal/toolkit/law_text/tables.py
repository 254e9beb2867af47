"""Tables in a text: rows between bars, with a line of dashes below the head. Pure."""

import re
from collections.abc import Sequence

from novex_portal.toolkit.law_text.lines import Source
from novex_portal.toolkit.law_text.tree import Table

_CAPTION = re.compile(r"tabel(?: \d{1,3}[a-z]?)?\s?[:.–]", re.IGNORECASE)
_DASHES = re.compile(r":?-{2,}:?")
_NUMBER = re.compile(r"(?:€\s?)?[-–]?\d[\d.]*(?:,(?:\d+|-))?(?:\s?(?:%|mln\.?|mld\.?))?")
_AMOUNT = re.compile(r"€|\d[.,]\d|%|ml[nd]")
# Signs that fit on a line of paper, and the longest word a column is made wide for.
_LINE, _LONGEST = 80, 30


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


def columns_of(table: Table) -> list[str]:
    """Return how each column stands: as its dashes say (l, c, r), and right when it holds nothing but amounts."""
    rows = [*table.rows, *table.foot]
    width = max(map(len, (table.head, *rows)))
    columns = [[row[place].text for row in rows if place < len(row) and row[place].text] for place in range(width)]
    return [
        "r" if align == "l" and _are_amounts(cells) else align
        for align, cells in zip(table.align.ljust(width, "l"), columns, strict=True)
    ]


def widths_of(table: Table) -> list[float]:
    """Return the width of each column in percents: room for its longest word, and what is left by how much it says."""
    rows = [table.head, *table.rows, *table.foot]
    width = max(map(len, rows))
    columns = [[row[place].text for row in rows if place < len(row)] for place in range(width)]
    least = [min(max(map(_longest, cells)), _LONGEST) + 2 for cells in columns]
    wanted = [max(max(map(len, cells)) - needed, 0) for cells, needed in zip(columns, least, strict=True)]
    spare, asked = max(_LINE - sum(least), 0), sum(wanted)
    shares = [
        needed + (spare * more / asked if asked else spare / width) for needed, more in zip(least, wanted, strict=True)
    ]
    return [round(100 * share / sum(shares), 1) for share in shares]


def _are_amounts(cells: Sequence[str]) -> bool:
    """Whether all of these are numbers and one shows that they are amounts: years are none."""
    return all(_NUMBER.fullmatch(cell) for cell in cells) and any(_AMOUNT.search(cell) for cell in cells)


def _longest(cell: str) -> int:
    """Return the length of the longest word; a number is one with its sign."""
    return len(cell) if _NUMBER.fullmatch(cell) else max(map(len, cell.split()), default=0)
