"""The gouden draad: from one link of the chain all that it came from and all that came of it, and its drawing. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, HEAD = 188, 58, 44, 14, 34
MOST_DRAWN = 12
MOST_NAMED = 3
_LINE_LETTERS = 25


class Link(StrEnum):
    """The kinds of links in the chain, in its order."""

    CONVERSATION = "gesprek"
    STATEMENT = "uitspraak"
    AMBITION = "ambitie"
    DECISION = "besluit"
    ARTICLE = "artikel"
    VERSION = "versie"
    CHOICE = "hoofdkeuze"
    MEASURE = "maatregel"
    RECIPROCAL = "wederkerige afspraak"

    @property
    def plural(self) -> str:
        """The heading above its column, with a capital."""
        return {
            Link.CONVERSATION: "Gesprekken", Link.STATEMENT: "Uitspraken", Link.AMBITION: "Ambities",
            Link.DECISION: "Besluiten", Link.ARTICLE: "Artikelen", Link.VERSION: "Versies",
            Link.CHOICE: "Hoofdkeuzes", Link.MEASURE: "Maatregelen",
            Link.RECIPROCAL: "Wederkerige afspraken",
        }[self]  # fmt: skip


Key = tuple[Link, str]


@dataclass(frozen=True)
class Node:
    """One link of the chain as this reader may see it; without a url they may not open it."""

    kind: Link
    key: str
    text: str
    url: str = ""
    note: str = ""

    @property
    def id(self) -> Key:
        """What edges name it by."""
        return self.kind, self.key


@dataclass(frozen=True)
class Thread:
    """What hangs together with `start`: its nodes by column, and which leads to which."""

    start: Node
    nodes: tuple[Node, ...]
    edges: tuple[tuple[Key, Key], ...]

    @property
    def columns(self) -> list[tuple[Link, list[Node]]]:
        """The kinds that are there, in the order of the chain, each with its nodes."""
        found = [(kind, [node for node in self.nodes if node.kind == kind]) for kind in Link]
        return [(kind, nodes) for kind, nodes in found if nodes]

    @property
    def rows(self) -> list[tuple[Node, list[Node], list[Node]]]:
        """Every node in the order of the chain, with what it came from and what came of it."""
        by_id = {node.id: node for node in self.nodes}
        before: dict[Key, list[Node]] = {}
        after: dict[Key, list[Node]] = {}
        for first, second in self.edges:
            after.setdefault(first, []).append(by_id[second])
            before.setdefault(second, []).append(by_id[first])
        return [(node, before.get(node.id, []), after.get(node.id, [])) for _, nodes in self.columns for node in nodes]

    @property
    def table(self) -> list[tuple[Node, list[str], list[str]]]:
        """The rows in words: what came before and after by name, or more than three as numbers per kind."""
        return [(node, _in_words(before), _in_words(after)) for node, before, after in self.rows]

    @property
    def finding(self) -> str:
        """What the walk found, in one sentence."""
        counts = [(len(nodes), kind) for kind, nodes in self.columns if nodes != [self.start]]
        if not counts:
            return "Hier hangt nog niets aan vast."
        words = [f"{count} {kind if count == 1 else kind.plural.lower()}" for count, kind in counts]
        return f"Hieraan {'hangt' if counts[0][0] == 1 and len(words) == 1 else 'hangen'}: {', '.join(words)}."


def _in_words(nodes: Sequence[Node]) -> list[str]:
    if len(nodes) <= MOST_NAMED:
        return [node.text for node in nodes]
    counts = Counter(node.kind for node in nodes)
    return [f"{counts[kind]} {kind if counts[kind] == 1 else kind.plural.lower()}" for kind in Link if counts[kind]]


def walk(start: Node, nodes: Iterable[Node], edges: Iterable[tuple[Key, Key]]) -> Thread:
    """Return all that `start` came from and all that came of it; what hangs beside it is left out."""
    pairs = list(dict.fromkeys(edges))
    reached = _closure(start.id, [(second, first) for first, second in pairs]) | _closure(start.id, pairs)
    known = {node.id: node for node in (start, *nodes)}
    kept = tuple(node for key, node in known.items() if key in reached)
    there = {node.id for node in kept}
    return Thread(start, kept, tuple((a, b) for a, b in pairs if a in there and b in there))


def _closure(start: Key, edges: Sequence[tuple[Key, Key]]) -> set[Key]:
    following: dict[Key, list[Key]] = {}
    for first, second in edges:
        following.setdefault(first, []).append(second)
    found, waiting = {start}, [start]
    while waiting:
        for key in following.get(waiting.pop(), ()):
            if key not in found:
                found.add(key)
                waiting.append(key)
    return found


@dataclass(frozen=True)
class Box:
    """A drawn node: its left upper corner and its words in lines."""

    node: Node
    x: int
    y: int
    lines: tuple[str, ...]
    is_start: bool


@dataclass(frozen=True)
class Drawing:
    """The thread as a drawing; `left_out` says per column how many are in the table alone."""

    width: int
    height: int
    heads: tuple[tuple[int, str], ...]
    boxes: tuple[Box, ...]
    lines: tuple[str, ...]
    left_out: tuple[str, ...] = field(default=())


def draw(thread: Thread) -> Drawing:
    """Lay the thread out in columns from left to right; at most MOST_DRAWN in a column, the start always among them."""
    boxes: list[Box] = []
    heads: list[tuple[int, str]] = []
    left_out: list[str] = []
    for place, (kind, nodes) in enumerate(thread.columns):
        x = place * (BOX_WIDTH + GAP_X)
        heads.append((x, kind.plural))
        shown = sorted(nodes, key=lambda node: node != thread.start)[:MOST_DRAWN]
        if len(nodes) > len(shown):
            left_out.append(f"{kind.plural}: nog {len(nodes) - len(shown)}, in de tabel")
        for row, node in enumerate(shown):
            y = HEAD + row * (BOX_HEIGHT + GAP_Y)
            boxes.append(Box(node, x, y, _lines(node.text), node == thread.start))
    at = {box.node.id: box for box in boxes}
    lines = [_line(at[a], at[b]) for a, b in thread.edges if a in at and b in at]
    height = max((box.y for box in boxes), default=0) + BOX_HEIGHT + 2
    width = max(len(heads), 1) * (BOX_WIDTH + GAP_X) - GAP_X + 2
    return Drawing(width, height, tuple(heads), tuple(boxes), tuple(lines), tuple(left_out))


def _line(first: Box, second: Box) -> str:
    x1, y1 = first.x + BOX_WIDTH, first.y + BOX_HEIGHT // 2
    x2, y2 = second.x, second.y + BOX_HEIGHT // 2
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


def _lines(text: str) -> tuple[str, ...]:
    """Return at most two lines of a box; what does not fit ends in three dots."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= _LINE_LETTERS:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    lines = [line if len(line) <= _LINE_LETTERS else line[: _LINE_LETTERS - 1] + "…" for line in lines]
    if len(lines) > 2:
        lines = [lines[0], lines[1][: _LINE_LETTERS - 1].rstrip(".,; ") + "…"]
    return tuple(lines)
