"""A text in plain lines, for comparison, working copies and mail: label, space, words, two spaces per level. Pure."""

from collections.abc import Iterator, Sequence

from novex_portal.toolkit.law_text.tree import Block, Document, Entry, Item, Line, Paragraph, Table

INDENT = "  "
CELLS = " | "


def plain_lines(document: Document) -> list[str]:
    """Return the text as lines of words, footnotes at the end; every typed sign is in it once."""
    notes = [f"[{note.label}] {note.line.text}" for note in document.notes]
    return [*_blocks(document.children, 0), *notes]


def _blocks(blocks: Sequence[Block], level: int) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level)


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (INDENT * level + line.text for line in block.lines)
    elif isinstance(block, Entry):
        yield INDENT * (level + 1) + block.line.text
    elif isinstance(block, Table):
        yield from (INDENT * level + row for row in _rows(block))
    else:
        yield from _item(block, level)


def _item(item: Item, level: int) -> Iterator[str]:
    lines = list(_blocks(item.children, level + 1))
    begins = item.children and isinstance(item.children[0], Paragraph)
    words = f" {lines.pop(0).strip()}" if begins else ""
    yield INDENT * level + item.label + words
    yield from lines


def _rows(table: Table) -> Iterator[str]:
    if table.caption:
        yield table.caption.text
    for row in (table.head, *table.rows, *table.foot):
        yield _row(row)


def _row(cells: Sequence[Line]) -> str:
    return CELLS.join(cell.text for cell in cells)
