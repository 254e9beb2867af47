"""A text as HTML, for the page, the preview and the PDF alike. Pure: words go in escaped, nothing else can come out.

A label is text of its own, so that it is read, copied and found as typed; a browser counts nothing. In a PDF the label
is the marker of its list item (`labels="marker"`), which WeasyPrint tags as the label it is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from novex_portal.toolkit.law_text.tables import columns_of, widths_of
from novex_portal.toolkit.law_text.tree import Block, Document, Entry, Heading, Item, Line, Note, Run, Table

Labels = Literal["text", "marker"]
_LISTS: dict[type, str] = {
    Item: '<ul class="law__list" role="list">',
    Entry: '<ul class="law__list law__list--plain" role="list">',
}
_ALIGN = {"l": "law__start", "c": "law__center", "r": "law__end"}


@dataclass(frozen=True, slots=True)
class _Writer:
    base: str  # before the ids of members and notes: unique for a text on its page, empty for no ids of members
    labels: Labels
    heading: int = 3  # the level of its headings

    def document(self, document: Document) -> Iterator[str]:
        yield from self.blocks(document.children)
        if document.notes:
            yield '<ul class="law__notes">'
            yield from map(self.note, document.notes)
            yield "</ul>"

    def blocks(self, blocks: Sequence[Block], way: str = "") -> Iterator[str]:
        """Yield the blocks, neighbouring items and entries together in one list; `way` leads to what they stand in."""
        kind: type | None = None
        for block in blocks:
            listed = type(block) if isinstance(block, Item | Entry) else None
            if listed is not kind:
                yield "</ul>" if kind else ""
                yield _LISTS[listed] if listed else ""
            kind = listed
            yield self.block(block, way)
        yield "</ul>" if kind else ""

    def block(self, block: Block, way: str) -> str:
        if isinstance(block, Item):
            return self.item(block, way)
        if isinstance(block, Entry):
            return f"<li><div>{self.line(block.line)}</div></li>"
        if isinstance(block, Heading):
            return f"<h{self.heading}>{self.line(block.line)}</h{self.heading}>"
        if isinstance(block, Table):
            return self.table(block)
        place = "" if block.place == "text" else f' class="law__{block.place}"'
        return f"<p{place}>{'<br>'.join(map(self.line, block.lines))}</p>"

    def item(self, item: Item, way: str) -> str:
        here = f"{way}-{_name(item.label)}"
        words = "".join(self.blocks(item.children, here))
        label = escape(item.label)
        anchor = f' id="{self.base}{here}"' if self.base and not item.family.startswith("bullet") else ""
        if self.labels == "marker":
            return f'<li{anchor} style="list-style-type: &quot;{label} &quot;"><div>{words}</div></li>'
        return f'<li{anchor}><span class="law__nr">{label}</span> <div>{words}</div></li>'

    def table(self, table: Table) -> str:
        caption = f"<caption>{self.line(table.caption)}</caption>" if table.caption else ""
        align = "".join(columns_of(table))
        head = f"<thead>{self.row(table.head, align, 'th')}</thead>"
        body = "".join(self.row(row, align, "td") for row in table.rows)
        foot = "".join(self.row(row, align, "td") for row in table.foot)
        return (
            f'<table class="law__table">{caption}{self.widths(table)}{head}<tbody>{body}</tbody>'
            f"{f'<tfoot>{foot}</tfoot>' if foot else ''}</table>"
        )

    def widths(self, table: Table) -> str:
        """On paper a table has fixed widths; on a screen it scrolls when it does not fit."""
        if self.labels == "text":
            return ""
        return f"<colgroup>{''.join(f'<col style="width: {width}%">' for width in widths_of(table))}</colgroup>"

    def row(self, cells: Sequence[Line], align: str, name: str) -> str:
        scope = ' scope="col"' if name == "th" else ""
        shown = [
            f'<{name}{scope} class="{_ALIGN[align[place]]}">{self.line(cell)}</{name}>'
            for place, cell in enumerate(cells)
        ]
        return f"<tr>{''.join(shown)}{f'<{name}></{name}>' * (len(align) - len(cells))}</tr>"

    def note(self, note: Note) -> str:
        label = escape(note.label)
        anchor = f"{self.base}-noot-{_name(note.label)}"
        words = f"<div>{self.line(note.line)}</div>"
        return f'<li id="{anchor}"><span class="law__nr">[{label}]</span> {words}</li>'

    def line(self, line: Line) -> str:
        return "".join(map(self.run, line.runs))

    def run(self, run: Run) -> str:
        words = escape(run.text)
        if run.style == "call":
            anchor = f"#{self.base}-noot-{_name(run.target)}"
            words = f'<sup class="law__note"><a href="{anchor}">{words}</a></sup>'
        elif run.style == "reference" and run.target:
            words = f'<a class="law__ref" href="{escape(run.target)}">{words}</a>'
        elif run.style == "link":
            words = f'<a href="{escape(run.target)}" rel="noopener noreferrer">{words}</a>'
        if run.italic:
            words = f"<em>{words}</em>"
        return f"<strong>{words}</strong>" if run.bold else words


def html(document: Document, *, base: str = "", labels: Labels = "text", heading: int = 3) -> str:
    """Return a text as safe HTML; `base` begins the ids of its footnotes, so that they are one of a kind on a page.

    `heading` is the level of headings in a light text.
    """
    return f'<div class="law">{"".join(_Writer(base, labels, heading).document(document))}</div>'


def _name(label: str) -> str:
    """Return a label as part of an id."""
    return label.replace("*", "s").replace("º", "o").replace("°", "o").rstrip(".)")
