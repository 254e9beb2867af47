"""What a text of an article is read as: members, parts, paragraphs, tables and notes. Pure.

Every line as it was typed stands in the tree once, with its number; lines are never joined. A label is text, as
typed: nothing is counted again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

Style = Literal["text", "reference", "call", "link"]
Role = Literal["member", "part", "subpart", "point"]
Place = Literal["text", "closing", "loose"]


type Way = tuple[str, ...]
"""How one comes to a member or part: the labels from the outside in, without their signs."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words on a line that look the same: bold, italic, a reference, the call of a note, or a link."""

    text: str
    bold: bool = False
    italic: bool = False
    style: Style = "text"
    target: str = ""  # what a reference or a link leads to


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it was typed: its number, from 1, and its words without marks and label."""

    number: int
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """Its words as they are seen."""
        return "".join(run.text for run in self.runs)


@dataclass(slots=True)
class Paragraph:
    """Lines below each other: text, what closes a list (*slotalinea*), or words that stand loose between members."""

    lines: list[Line]
    place: Place = "text"


@dataclass(slots=True)
class Entry:
    """One of a list without labels, such as a consideration."""

    line: Line


@dataclass(slots=True)
class Heading:
    """A heading between paragraphs, in a light text only."""

    line: Line


@dataclass(slots=True)
class Table:
    """A table: what it is called, how its columns stand (l, c or r), its head, rows, and rows with totals."""

    caption: Line | None
    align: str
    head: tuple[Line, ...]
    rows: list[tuple[Line, ...]] = field(default_factory=list)
    foot: list[tuple[Line, ...]] = field(default_factory=list)


@dataclass(slots=True)
class Item:
    """A member, part, sub-part or point, with its label as typed and all that belongs to it."""

    label: str
    family: str
    role: Role
    line: int
    column: int
    children: "list[Block]" = field(default_factory=list)


Block = Paragraph | Heading | Entry | Table | Item


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its label as called, and its words."""

    label: str
    line: Line


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """Something the writer should know of a line: which message, and the words in it."""

    line: int
    code: str
    words: str = ""


@dataclass(slots=True)
class Document:
    """A text as it is read, and what there is to tell about it, in the order of its lines."""

    children: list[Block]
    notes: list[Note]
    told: list[Told]


def core(label: str) -> str:
    """Return a label as references name it: `a.` and `a)` are a, `1°.` and `1º` are 1°."""
    return label.replace("º", "°").rstrip(".)")


def ways(blocks: Sequence[Block], above: Way = ()) -> Iterator[tuple[Way, Item]]:
    """Yield every item with the way to it, what stands in it after it; two may have the same way."""
    for block in blocks:
        if isinstance(block, Item):
            way = (*above, core(block.label))
            yield way, block
            yield from ways(block.children, way)
