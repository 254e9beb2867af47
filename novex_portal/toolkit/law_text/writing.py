"""Writing text so that it is read as meant: everything as typed, or a list renumbered. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from novex_portal.toolkit.law_text.inline import ESCAPED
from novex_portal.toolkit.law_text.labels import BULLET, LETTER, ROMAN, Label, labels_of, letters, roman
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.tree import Block, Item

_MARKS = re.compile(f"([{re.escape(ESCAPED)}])")


def literal(text: str) -> str:
    """Return a text in which nothing is a mark or a label any more: read, it shows what was given."""
    return "\n".join(map(_literal, text.split("\n")))


def _literal(line: str) -> str:
    body = line.strip()
    start = line[: len(line) - len(line.lstrip())]
    escaped = _MARKS.sub(r"\\\1", body)
    return start + ("\\" + escaped if labels_of(body) and labels_of(escaped) else escaped)


@dataclass(frozen=True, slots=True)
class Renumbered:
    """A text whose lists count on from their first label, and which labels changed: line, old, new."""

    text: str
    changes: tuple[tuple[int, str, str], ...]


def renumber(text: str) -> Renumbered | None:
    """Return the text with every list counting on; None when it would be read as another tree then.

    Only digits and letters change, never a sign or a space. Twice is as once.
    """
    before = read(text)
    lines = text.split("\n")
    changes = tuple(_changes(before.children))
    for line, old, new in changes:
        lines[line - 1] = lines[line - 1].replace(old, new, 1)
    after = "\n".join(lines)
    return Renumbered(after, changes) if _shape(read(after).children) == _shape(before.children) else None


def _changes(blocks: Sequence[Block]) -> Iterator[tuple[int, str, str]]:
    counts: dict[str, Label] = {}
    for block in blocks:
        if not isinstance(block, Item):
            continue
        yield from _changes(block.children)
        label = next(label for label in labels_of(block.label + " x") if label.family == block.family)
        last = counts.get(block.family)
        wanted = label if last is None or label.is_first else _after(last, label)
        counts[block.family] = wanted
        if wanted.text != label.text:
            yield block.line, label.text, wanted.text


def _after(last: Label, label: Label) -> Label:
    """Return the label that comes after another, with the signs of this one; an inserted letter is counted away."""
    number = last.value[0] + 1
    if label.family.startswith(BULLET):
        return label
    sign = label.text.lstrip("0123456789abcdefghijklmnopqrstuvwxyz")
    core = {LETTER: letters, ROMAN: roman}.get(label.family, str)(number)
    return Label(core + sign, label.family, (number, core if label.family == LETTER else ""))


def _shape(blocks: Sequence[Block]) -> list[object]:
    """Return a tree without its labels, to compare two."""
    return [
        (block.family, block.line, _shape(block.children)) if isinstance(block, Item) else type(block).__name__
        for block in blocks
    ]
