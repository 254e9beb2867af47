"""A tree of law text in the short notation of the examples."""

from collections.abc import Sequence

from novex_portal.toolkit.law_text.tree import Block, Document, Entry, Line, Paragraph, Table

ROLES = {"member": "m", "part": "p", "subpart": "s", "point": "b"}
PLACES = {"text": "t", "closing": "slot", "loose": "los"}


def notation(document: Document) -> str:
    notes = [f"noot[{note.label}]'{words(note.line)}'" for note in document.notes]
    return " ".join([*map(block, document.children), *notes])


def told(document: Document) -> str:
    return ", ".join(f"{row.code}:{row.line}" for row in sorted(document.told))


def block(one: Block) -> str:
    if isinstance(one, Paragraph):
        return f"{PLACES[one.place]}'{'⏎'.join(map(words, one.lines))}'"
    if isinstance(one, Entry):
        return f"e'{words(one.line)}'"
    if isinstance(one, Table):
        return table(one)
    return f"{ROLES[one.role]}[{one.label}]({' '.join(map(block, one.children))})"


def table(one: Table) -> str:
    caption = [f"cap'{words(one.caption)}'"] if one.caption else []
    rows = [f"{name}'{row(cells)}'" for name, many in (("rij", one.rows), ("tot", one.foot)) for cells in many]
    return f"T<{one.align}>({' '.join([*caption, f"kop'{row(one.head)}'", *rows])})"


def row(cells: Sequence[Line]) -> str:
    return "|".join(map(words, cells))


def words(line: Line) -> str:
    found = ""
    for run in line.runs:
        marks = ("b" if run.bold else "") + ("i" if run.italic else "")
        kind = {"call": "noot", "reference": "ref"}.get(run.style, marks)
        found += f"<{kind} {run.text}>" if kind else run.text
    return found
