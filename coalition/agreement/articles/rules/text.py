"""References to articles and defined terms inside a text: kept by what they mean, read by what they are called. Pure.

In the stored text stands `[[artikel 0190…]]` or `[[begrip 0190…]]`, with the id: whatever the article is
numbered or the term is called, it stays right. Who writes sees and types `[[artikel 3.2, tweede lid]]` and
`[[begrip natte natuur]]`; who reads gets a link.

A text is read by a grammar (`Grammar`): LAW is docs/law-text.md, MARKDOWN how texts from before it are read: frozen ones
for ever, the others until their area takes the new reading over.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from coalition.agreement.document.enums import Grammar
from novex_portal.toolkit.law_text.html import Labels, html
from novex_portal.toolkit.law_text.inline import Found
from novex_portal.toolkit.law_text.messages import messages, stops
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.references import Reference, read_reference
from novex_portal.toolkit.law_text.showing import placed_lines, plain_lines
from novex_portal.toolkit.law_text.tree import Block, Document, Item
from novex_portal.toolkit.text.markup import Html, render

_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_STORED = re.compile(rf"\[\[(artikel|begrip) ({_ID})([^\[\]]{{0,110}})\]\]")
# Whatever stands between two brackets is taken as a whole and read in Python. A pattern with spaces on both
# sides of a name tries every way to share them out: a run of spaces then holds a web process for minutes.
_TYPED = re.compile(r"\[\[([^\[\]]{1,150})\]\]")
_NUMBER = re.compile(r"[A-Za-z]?\d[\w.]*")
GONE_ARTICLE, GONE_TERM = "een vervallen artikel", "een vervallen begrip"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#|!~])")


class UnknownReference(ValueError):
    """A text refers to an article or a term that is not there; the message says which, in Dutch."""


@dataclass(frozen=True)
class Readable:
    """What every article is numbered and every term is called, by id, and by which grammar texts are read.

    `texts` are those of the articles, for references to a member or a part in them.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    grammar: int = Grammar.LAW

    def html(self, text: str, base: str = "", *, anchor: str = "", labels: Labels = "text") -> Html:
        """Return a text for the page, with links to articles and terms.

        `base` is the page they stand on; `anchor` begins the ids of members and notes, "artikel-3.2" on that page.
        """
        if self.grammar == Grammar.MARKDOWN:
            return Html(render(self._markdown(text, base)))
        typed = self.typed(text)
        return Html(_law_html(typed, self._found(typed, base), anchor, labels))

    def read(self, text: str) -> Document:
        """Return a text as a tree, read by the law, with what there is to tell of it."""
        typed = self.typed(text)
        return read(typed, dict(self._found(typed, "")).get)

    def told(self, text: str) -> list[str]:
        """Return what its writer should know of a text, as sentences; nothing of one in the grammar of before."""
        return messages(self.read(text)) if self.grammar == Grammar.LAW else []

    def stops(self, text: str) -> list[str]:
        """Return what keeps a text from being saved or frozen, as sentences."""
        return stops(self.read(text)) if self.grammar == Grammar.LAW else []

    def words(self, text: str) -> str:
        """Return a text in words, line by line, for where no link can be: lists, differences, letters."""
        if self.grammar == Grammar.LAW:
            return "\n".join(plain_lines(self.read(text)))

        def word(found: re.Match[str]) -> str:
            if found[1] == "begrip":
                return self.terms.get(found[2], GONE_TERM)
            number = self.numbers.get(found[2])
            return f"artikel {number}" if number else GONE_ARTICLE

        return _STORED.sub(word, text)

    def placed(self, text: str) -> list[tuple[str, str]]:
        """Return the lines of `words`, each with where it stands: "tweede lid, onder b", nothing outside of members."""
        if self.grammar != Grammar.LAW:
            return [("", line) for line in self.words(text).split("\n")]
        return [(_place(within), line) for within, line in placed_lines(self.read(text))]

    def typed(self, text: str) -> str:
        """Return a text as its writer sees it: with numbers and terms between double brackets."""

        def show(found: re.Match[str]) -> str:
            kind, key, rest = found[1], found[2], found[3]
            name = (self.numbers if kind == "artikel" else self.terms).get(key)
            return f"[[{kind} {name}{rest}]]" if name else found[0]

        return _STORED.sub(show, text)

    def frozen(self, text: str) -> str:
        """Return a text as a version keeps it: complete in itself, and read by the same grammar for ever."""
        return self.typed(text) if self.grammar == Grammar.LAW else self._markdown(text, "")

    def stored(self, text: str) -> str:
        """Return a typed text as it is kept. Raises UnknownReference for an article or term that is not there."""
        articles = {number.lower(): key for key, number in self.numbers.items()}
        terms = {term.lower(): key for key, term in self.terms.items()}

        def keep(found: re.Match[str]) -> str:
            kind, _, name = " ".join(found[1].split()).partition(" ")
            kind = kind.lower()
            if kind not in {"artikel", "begrip"} or not name:
                return found[0]
            if _STORED.fullmatch(f"[[{kind} {name}]]"):
                return f"[[{kind} {name}]]"  # of something that is gone: it says so where it is read
            number = _NUMBER.match(name) if kind == "artikel" and self.grammar == Grammar.LAW else None
            name, rest = (number[0].rstrip("."), name[number.end() :]) if number else (name, "")
            key = (articles if kind == "artikel" else terms).get(name.lower())
            if key is None:
                where = "in dit akkoord" if kind == "artikel" else "bij de begrippen"
                raise UnknownReference(f"“{kind} {name}” staat niet {where}. Kijk de verwijzing na.")
            return f"[[{kind} {key}{rest}]]"

        return _TYPED.sub(keep, text)

    def _markdown(self, text: str, base: str) -> str:
        def link(found: re.Match[str]) -> str:
            kind, key = found[1], found[2]
            if kind == "artikel":
                number = self.numbers.get(key)
                return f"[artikel {number}]({base}#artikel-{number})" if number else GONE_ARTICLE
            term = self.terms.get(key)
            return f"[{_MARKUP.sub(r'\\\1', term)}]({base}#begrippen)" if term else GONE_TERM

        return _STORED.sub(link, text)

    def _found(self, typed: str, base: str) -> tuple[tuple[str, Found], ...]:
        """Return what every reference in a text leads to; those to nothing are left out."""
        named = dict.fromkeys(" ".join(match[1].split()) for match in _TYPED.finditer(typed))
        found = {name: self._resolve(name, typed, base) for name in named}
        return tuple((name, one) for name, one in found.items() if one)

    def _resolve(self, name: str, own: str, base: str) -> Found | None:
        kind, _, term = name.partition(" ")
        if _STORED.fullmatch(f"[[{name}]]"):
            return Found(GONE_ARTICLE if kind == "artikel" else GONE_TERM, "")
        if kind.lower() == "begrip":
            there = term.lower() in {known.lower() for known in self.terms.values()}
            return Found(term, f"{base}#begrippen") if there else None
        reference = read_reference(name)
        if reference is None:
            return None
        key = next((key for key, number in self.numbers.items() if number.lower() == reference.article.lower()), "")
        if reference.article and not key:
            return None
        text = self.typed(self.texts.get(key, "")) if reference.article else own
        if reference.labels and _places(text)[reference.labels] != 1:
            return None
        anchor = "-".join([f"{base}#artikel-{self.numbers[key]}", *map(_id, reference.labels)]) if key else ""
        return Found(reference.words, anchor)


def refers_to(text: str, key: str) -> bool:
    """Tell whether a stored text refers to this article or term."""
    return any(found[2] == key for found in _STORED.finditer(text))


@lru_cache(maxsize=1024)
def _law_html(typed: str, found: tuple[tuple[str, Found], ...], anchor: str, labels: Labels) -> str:
    """A long akkoord is shown on every visit, so each process keeps the latest texts."""
    return html(read(typed, dict(found).get), base=anchor, labels=labels)


@lru_cache(maxsize=256)
def _places(text: str) -> Counter[tuple[str, ...]]:
    """Return how often each way of labels leads somewhere in a text: a reference needs exactly one."""
    return Counter(_ways(read(text).children, ()))


def _ways(blocks: Sequence[Block], above: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        if isinstance(block, Item):
            way = (*above, core(block.label))
            yield way
            yield from _ways(block.children, way)


def core(label: str) -> str:
    """Return a label as references name it: `a.` and `a)` are a, `1°.` and `1º` are 1°."""
    return label.replace("º", "°").rstrip(".)")


def _place(within: Sequence[Item]) -> str:
    """Tweede lid, onder b: as a reference to it reads; points have no name."""
    named = [item for item in within if item.role != "point"]
    has_member = bool(named) and named[0].role == "member"
    labels = [core(item.label) for item in named]
    return Reference(member=labels[0] if has_member else "", parts=tuple(labels[has_member:])).words


def _id(label: str) -> str:
    return label.replace("°", "o")
