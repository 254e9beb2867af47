"""A text in plain lines, for comparison, working copies and mail: label, space, words, two spaces per level. Pure."""

from collections.abc import Iterator, Sequence

from novex_portal.toolkit.law_text.tree import Block, Document, Entry, Heading, Item, Line, Paragraph, Table

INDENT = "  "
CELLS = " | "


type Within = tuple[Item, ...]
"""The members and parts a line stands in, from the outside in."""


def plain_lines(document: Document) -> list[str]:
    """Return the text as lines of words, footnotes at the end; every typed sign is in it once."""
    return [line for _, line in placed_lines(document)]


def placed_lines(document: Document) -> list[tuple[Within, str]]:
    """Return the same lines, each with the members and parts it stands in."""
    notes = [((), f"[{note.label}] {note.line.text}") for note in document.notes]
    return [*_blocks(document.children, ()), *notes]


def _blocks(blocks: Sequence[Block], within: Within) -> Iterator[tuple[Within, str]]:
    for block in blocks:
        yield from _block(block, within)


def _block(block: Block, within: Within) -> Iterator[tuple[Within, str]]:
    level = len(within)
    if isinstance(block, Paragraph):
        yield from ((within, INDENT * level + line.text) for line in block.lines)
    elif isinstance(block, Heading):
        yield within, block.line.text
    elif isinstance(block, Entry):
        yield within, INDENT * (level + 1) + block.line.text
    elif isinstance(block, Table):
        yield from ((within, INDENT * level + row) for row in _rows(block))
    else:
        yield from _item(block, within)


def _item(item: Item, within: Within) -> Iterator[tuple[Within, str]]:
    inside = (*within, item)
    lines = list(_blocks(item.children, inside))
    begins = item.children and isinstance(item.children[0], Paragraph)
    words = f" {lines.pop(0)[1].strip()}" if begins else ""
    yield inside, INDENT * len(within) + item.label + words
    yield from lines


def _rows(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption.text
    for row in (table.head, *table.rows, *table.foot):
        yield _row(row)


def _row(cells: Sequence[Line]) -> str:
    return CELLS.join(cell.text for cell in cells)
