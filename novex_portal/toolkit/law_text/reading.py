"""Reading a text line by line: which line is a member, a part, a table or plain, and what belongs to what. Pure.

A line is read from the lines above it only (tables, footnotes and lists without labels look ahead). What can be read in
two ways stays plain and is told. docs/law-text.md has the rules in words.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from novex_portal.toolkit.law_text import tables
from novex_portal.toolkit.law_text.inline import HEADING, Resolve, read_line
from novex_portal.toolkit.law_text.labels import BULLET, LETTER, NUMBER, Label, labels_of, meant
from novex_portal.toolkit.law_text.lines import SPRINGS_IN, Source, lines_of
from novex_portal.toolkit.law_text.notes import notes_of, words_of_note
from novex_portal.toolkit.law_text.open_items import Last, Opened, later, level, nexts, role_of
from novex_portal.toolkit.law_text.tree import (
    Document,
    Entry,
    Heading,
    Item,
    Line,
    Note,
    Paragraph,
    Place,
    Table,
    Told,
)

DEEPEST = 3
"""Levels a text may have without a word about it."""
MOST_LEVELS = 20
"""Levels a text can have: what springs in further is plain."""
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060-\u2064\ufeff]")
_NO_MARKUP = re.compile(r"(#{1,6}|>)\s")


def read(text: str, resolve: Resolve | None = None, *, light: bool = False) -> Document:
    """Return a text as a tree, with what there is to tell of it. Takes any text; raises nothing.

    `resolve` finds what a reference leads to; without it every reference stays as typed. A `light` text, such as a
    report, has headings and links, and no footnotes.
    """
    return _Reader(lines_of(text), resolve, light).read()


@dataclass
class _Reader:
    lines: Sequence[Source]
    resolve: Resolve | None
    light: bool = False

    def __post_init__(self) -> None:
        self.document = Document([], [], [])
        self.told: dict[int, list[Told]] = {}
        self.open = [Opened(None, self.document.children)]
        self.notes, told = notes_of(() if self.light else self.lines)
        self._tell_all(told)
        self.called = set(self.notes.values())
        self.above: Source | None = None  # the line right above, unless blank, of a table or a footnote
        self.before: Source | None = None  # the last plain line or item, also past a blank line
        self.after_blank = self.after_block = False
        self.going: tuple[Paragraph, Opened] | None = None  # the paragraph the line above stands in
        self.wordless: Opened | None = None  # the item right above that had no words
        self.meant_before = False

    def read(self) -> Document:
        place = 0
        while place < len(self.lines):
            place = self._line(place)
        self.document.told = sorted({row for rows in self.told.values() for row in rows})
        return self.document

    # Which kind of line it is

    def _line(self, place: int) -> int:
        """Read the line at a place, and return that of the next one."""
        line = self.lines[place]
        if line.is_blank:
            self.after_blank, self.above, self.going, self.wordless = True, None, None, None
            return place + 1
        self._signs(line)
        if line.number in self.notes:
            self._note(line)
            return place + 1
        if self.light and (mark := HEADING.match(line.body)):
            return self._heading(line, line.body[mark.end() :], place)
        if tables.is_caption(self.lines, place):
            return self._table(place + 1, caption=line)
        if tables.begins_at(self.lines, place):
            return self._table(place)
        return self._words_at(line, place)

    def _words_at(self, line: Source, place: int) -> int:
        if not self._item(line):
            if entries := self._entries(place):
                return self._list(entries)
            self._plain(line)
        return self._past(line, place + 1)

    def _past(self, line: Source, place: int) -> int:
        self.above = self.before = line
        self.after_blank = self.after_block = False
        return place

    def _tell(self, line: Source, code: str, *words: str) -> None:
        self._tell_all([Told(line.number, code, "|".join(words))])

    def _tell_all(self, told: Sequence[Told]) -> None:
        for row in told:
            self.told.setdefault(row.line, []).append(row)

    def _codes(self, line: Source) -> set[str]:
        return {row.code for row in self.told.get(line.number, ())}

    def _signs(self, line: Source) -> None:
        if _TURNS.search(line.body):
            self._tell(line, "T1")
        if _UNSEEN.search(line.body):
            self._tell(line, "T2")
        if found := _NO_MARKUP.match(line.body):
            self._tell(line, "M2", found[1])

    def _words(self, line: Source, text: str) -> Line:
        words, told = read_line(line.number, text, notes=self.called, resolve=self.resolve, light=self.light)
        is_lost_note = self._codes(line) & {"N2", "N3"}
        self._tell_all([row for row in told if not (is_lost_note and row.code == "N1")])
        return words

    # Footnotes

    def _note(self, line: Source) -> None:
        words, told = read_line(line.number, words_of_note(line.body))
        self._tell_all(told)
        self.document.notes.append(Note(self.notes[line.number], words))
        self._close_paragraph()

    def _close_paragraph(self) -> None:
        self.after_block, self.above, self.going, self.wordless = True, None, None, None

    # Headings

    def _heading(self, line: Source, words: str, place: int) -> int:
        """Take up a heading; it closes every list, and the numbers of members count on below it."""
        del self.open[1:]
        self.document.children.append(Heading(self._words(line, words)))
        self.before = line
        self._close_paragraph()
        return place + 1

    # Tables

    def _table(self, place: int, caption: Source | None = None) -> int:
        first = caption or self.lines[place]
        end = tables.end_of(self.lines, place)
        head, align = self._row(self.lines[place]), tables.alignment_of(self.lines[place + 1].body) or ""
        table = Table(self._words(first, first.body) if caption else None, align, head)
        rows = table.rows
        for line in self.lines[place + 2 : end]:
            is_dashes = tables.alignment_of(line.body) is not None
            if is_dashes and rows is table.rows and rows and line is not self.lines[end - 1]:
                rows = table.foot
                continue
            if is_dashes:
                self._tell(line, "B3")
            rows.append(self._row(line))
            if len(rows[-1]) != len(head):
                self._tell(line, "B2")
        owner, _ = self._owner(first, quiet=False)
        owner.children.append(table)
        self._past(self.lines[end - 1], end)
        self._close_paragraph()
        return end

    def _row(self, line: Source) -> tuple[Line, ...]:
        return tuple(self._words(line, cell) for cell in tables.cells_of(line.body) or ())

    # Items

    def _item(self, line: Source) -> bool:
        """Take up a line as an item if its label is admitted; say so, and what there is to tell."""
        labels = labels_of(line.body)
        if not labels:
            return False
        return (
            self._next(line, labels)
            if nexts(self.open, line.column, labels)
            else self._first(line, labels)
            if any(label.is_first for label in labels)
            else self._gap(line, labels)
        )

    def _next(self, line: Source, labels: Sequence[Label]) -> bool:
        found = self._nearest(line, nexts(self.open, line.column, labels))
        if found is None:
            return False
        distance, depth, label = found
        if distance >= SPRINGS_IN:
            self._tell(line, "L5", label.text)
        if self.above and self.above.asks_number and not label.family.startswith(BULLET):
            self._tell(line, "L12", label.text, self.above.last_word)
        self._join(line, depth, label)
        return True

    def _nearest(self, line: Source, found: list[tuple[int, int, Label]]) -> tuple[int, int, Label] | None:
        """Return the nearest list, the deepest of those about as near; None, told, when two are as near."""
        best = min(distance for distance, _, _ in found)
        if len([row for row in found if row[0] == best]) > 1:
            self._tell(line, "L11", found[0][2].text)
            return None
        return max((row for row in found if row[0] - best < SPRINGS_IN), key=lambda row: row[1])

    def _first(self, line: Source, labels: Sequence[Label]) -> bool:
        label = next(label for label in labels if label.is_first)
        is_bullet = label.family.startswith(BULLET)
        if self.above and self.above.asks_number and not is_bullet:
            self._tell(line, "L2", label.text)
            return False
        rank = label.rank(member_open=any(one.item and one.item.family == NUMBER for one in self.open))
        depth, nested, lower = level(self.open, line.column, label, rank)
        known = None if is_bullet else self.open[depth].last.get(label.family)
        part = self.open[-1].item
        if known and not nested and label.family == NUMBER and not self.after_blank and part and part.family != NUMBER:
            self._tell(line, "L10", label.text, part.label)
            depth, nested, lower = len(self.open) - 1, True, []
        elif known:
            self._tell(line, "L4", label.text)
        if depth >= MOST_LEVELS:
            self._tell(line, "L7")
            return False
        for closed in lower:
            self._tell(line, "L13", label.text, closed)
        parent = self.open[depth]
        self._add(line, depth, label, parent.rank + 0.1 if nested else rank)
        return True

    def _gap(self, line: Source, labels: Sequence[Label]) -> bool:
        """Take up a label that comes later than a last one, where a sentence has ended; else it is plain, told."""
        beyond = later(self.open, line.column, labels)
        asks = self.above is not None and self.above.asks_number
        ended = self.above is None or self.above.has_ended
        if beyond and ended and not asks and (self.above or self.after_blank or self.after_block):
            found = self._nearest(line, beyond)
            if found is None:
                return False
            _, depth, label = found
            self._tell(line, "L3", self.open[depth].last[label.family].label.text, label.text)
            self._join(line, depth, label)
            return True
        if alone := [label for label in labels if not label.is_doubled]:
            self._tell(line, "L2" if asks or (not ended and beyond) else "L1", alone[0].text)
        return False

    def _join(self, line: Source, depth: int, label: Label) -> None:
        last = self.open[depth].last[label.family]
        if label.family == LETTER and label.closing != last.label.closing:
            self._tell(line, "L6", last.label.text, label.text)
        self._add(line, depth, label, last.rank)

    def _add(self, line: Source, depth: int, label: Label, rank: float) -> None:
        del self.open[depth + 1 :]
        parent = self.open[depth]
        item = Item(label.text, label.family, role_of(label, parent), line.number, line.column)
        parent.children.append(item)
        parent.last[label.family] = Last(label, line.column, rank)
        opened = Opened(item, item.children, rank)
        self.open.append(opened)
        if len(self.open) - 1 > DEEPEST:
            self._tell(line, "L7")
        rest = line.body[len(label.text) :].strip()
        if any(not second.is_doubled for second in labels_of(rest)):
            self._tell(line, "L8")
        self.going, self.wordless = None, None
        if rest:
            self._write(line, rest, opened, "text")
        else:
            self.wordless = opened

    # Plain lines, and lists without labels

    def _plain(self, line: Source) -> None:
        told = self._told_as_plain(line)
        owner, place = self._owner(line, quiet=told)
        if self.going and self.going[1] is owner:
            self.going[0].lines.append(self._words(line, line.body))
        else:
            self._write(line, line.body, owner, place)
        self.wordless = None

    def _write(self, line: Source, text: str, owner: Opened, place: Place) -> None:
        paragraph = Paragraph([self._words(line, text)], place)
        owner.children.append(paragraph)
        self.going = (paragraph, owner)

    def _told_as_plain(self, line: Source) -> bool:
        """Tell what makes a line look like more than it is; say whether anything was told, here or before."""
        if tables.cells_of(line.body) is not None:
            self._tell(line, "B1")
        if like := meant(line.body):
            if like.startswith("(") or self.meant_before or len(self.open) > 1:
                self._tell(line, "L9", like)
            self.meant_before = True
        return any(code[0] in "LB" for code in self._codes(line))

    def _owner(self, line: Source, *, quiet: bool) -> tuple[Opened, Place]:
        """Return what a plain line or a table belongs to, closing what is open below that, and how it stands there."""
        if self.wordless:
            return self.wordless, "text"
        if len(self.open) == 1:
            return self.open[0], self._place_in_text()
        for depth in range(len(self.open) - 1, 0, -1):
            if line.column >= self.open[depth].column + SPRINGS_IN:
                return self._within(depth)
        return self._by_outermost(line, quiet=quiet)

    def _within(self, depth: int) -> tuple[Opened, Place]:
        del self.open[depth + 1 :]
        owner = self.open[depth]
        return owner, "closing" if owner.has_list else "text"

    def _place_in_text(self) -> Place:
        if not self.open[0].has_list:
            return "text"
        last = self.document.children[-1]
        return last.place if isinstance(last, Paragraph) else "loose"

    def _by_outermost(self, line: Source, *, quiet: bool) -> tuple[Opened, Place]:
        outermost = self.open[1]
        assert outermost.item is not None  # noqa: S101  only the text itself has none
        above = self.above
        if not outermost.is_member:
            return self._closing(line, 0, quiet=quiet)
        if len(self.open) > 2:
            indented = self.open[2].column >= outermost.column + SPRINGS_IN
            return (
                self._loose(line, quiet=quiet) if above is None and indented else self._closing(line, 1, quiet=quiet)
            )
        if above is None and not self.after_block:
            return self._loose(line, quiet=quiet)
        if above and above.body.endswith((".", ";", "!", "?")) and not quiet:
            self._tell(line, "P3", outermost.item.label)
        return self._within(1)

    def _closing(self, line: Source, depth: int, *, quiet: bool) -> tuple[Opened, Place]:
        last = self.open[-1].item
        if self.above and not self.above.ends_sentence and last and not quiet:
            self._tell(line, "P1", last.label)
        del self.open[depth + 1 :]
        return self.open[depth], "closing"

    def _loose(self, line: Source, *, quiet: bool) -> tuple[Opened, Place]:
        if not quiet:
            self._tell(line, "P2")
        del self.open[1:]
        return self.open[0], "loose"

    def _entries(self, place: int) -> list[Source]:
        """Return the lines of a list without labels that begins here; [] when none does."""
        if self.before is None or not self.before.opens_entries:
            return []
        found: list[Source] = []
        for at in range(place, len(self.lines)):
            line = self.lines[at]
            if line.is_blank:
                continue
            if labels_of(line.body) or line.number in self.notes or tables.begins_at(self.lines, at):
                break
            if line.is_entry:
                found.append(line)
                continue
            if found and not line.body.endswith(":"):
                found.append(line)
            break
        return found if len(found) > 1 else []

    def _list(self, entries: Sequence[Source]) -> int:
        owner, _ = self._owner(entries[0], quiet=False)
        owner.children += [Entry(self._words(line, line.body)) for line in entries]
        for line in entries[1:]:
            self._signs(line)
        self.going, self.wordless = None, None
        return self._past(entries[-1], entries[-1].number)
