"""References to articles and defined terms inside a text: kept by what they mean, read by what they are called. Pure.

In the stored text stands `[[artikel 0190…]]` or `[[begrip 0190…]]`, with the id: whatever the article is
numbered or the term is called, it stays right. Who writes sees and types `[[artikel 3.2, tweede lid]]` and
`[[begrip natte natuur]]`; who reads gets a link.

A reference to a member or a part is kept as it was written, with the number of moves its article had made by then
(`[[artikel 0190… @2, tweede lid]]`): the moves since lead to where it is now, so no text changes because another does.

A text is read by a grammar (`Grammar`): LAW is docs/law-text.md, MARKDOWN how texts from before it are read: frozen ones
for ever, the others until their area takes the new reading over.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from coalition.agreement.document.enums import Grammar
from novex_portal.toolkit.law_text.following import Followed, carried, follow, led_to
from novex_portal.toolkit.law_text.html import Labels, html
from novex_portal.toolkit.law_text.inline import Found
from novex_portal.toolkit.law_text.messages import messages, stops
from novex_portal.toolkit.law_text.reading import read
from novex_portal.toolkit.law_text.references import Reference, read_reference
from novex_portal.toolkit.law_text.showing import placed_lines, plain_lines
from novex_portal.toolkit.law_text.tree import Document, Item, core, ways
from novex_portal.toolkit.text.markup import Html, render

_ID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_STORED = re.compile(rf"\[\[([Aa]rtikel|[Bb]egrip) ({_ID})(?: @(\d{{1,4}}))?([^\[\]]{{0,110}})\]\]")
# Whatever stands between two brackets is taken as a whole and read in Python. A pattern with spaces on both
# sides of a name tries every way to share them out: a run of spaces then holds a web process for minutes.
_TYPED = re.compile(r"\[\[([^\[\]]{1,150})\]\]")
_NUMBER = re.compile(r"[A-Za-z]?\d[\w.]*")
GONE_ARTICLE, GONE_TERM, GONE_PART = "een vervallen artikel", "een vervallen begrip", "een vervallen onderdeel"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#|!~])")


class UnknownReference(ValueError):
    """A text refers to an article or a term that is not there; the message says which, in Dutch."""


@dataclass(frozen=True)
class Led:
    """What becomes of a reference when another text is kept, as a sentence."""

    sentence: str
    is_lost: bool = False


@dataclass(frozen=True)
class Readable:
    """What every article is numbered and every term is called, by id, and by which grammar texts are read.

    `texts` are those of the articles, for references to a member or a part in them; `moves` are what moved in them at
    each change, old way to new way.
    """

    numbers: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    grammar: int = Grammar.LAW
    moves: Mapping[str, Sequence[Mapping[str, str | None]]] = field(default_factory=dict)

    def html(self, text: str, base: str = "", *, anchor: str = "", labels: Labels = "text") -> Html:
        """Return a text for the page, with links to articles and terms.

        `base` is the page they stand on; `anchor` begins the ids of members and notes, "artikel-3.2" on that page.
        """
        if self.grammar == Grammar.MARKDOWN:
            return Html(render(self._markdown(text, base)))
        typed = self.typed(text)
        return Html(_law_html(typed, self._found(typed, base), anchor, labels))

    def tried(self, typed: str, base: str = "") -> Html:
        """Return what somebody is typing as readers will see it; a reference to what is not there stays as typed."""
        try:
            return self.html(self.stored(typed), base)
        except UnknownReference:
            return self.html(typed, base)

    def read(self, text: str) -> Document:
        """Return a text as a tree, read by the law, with what there is to tell of it."""
        typed = self.typed(text)
        return read(typed, dict(self._found(typed, "")).get)

    def told(self, text: str) -> list[str]:
        """Return what its writer should know of a text, as sentences; nothing of one in the grammar of before."""
        if self.grammar != Grammar.LAW:
            return []
        lost = [
            f"Een verwijzing leidt naar {words}. Kies een ander lid, alleen het artikel, of woorden."
            for words in self.lost(text)
        ]
        return [*messages(self.read(text)), *lost]

    def stops(self, text: str) -> list[str]:
        """Return what keeps a text from being saved or frozen, as sentences."""
        return stops(self.read(text)) if self.grammar == Grammar.LAW else []

    def words(self, text: str) -> str:
        """Return a text in words, line by line, for where no link can be: lists, differences, letters."""
        if self.grammar == Grammar.LAW:
            return "\n".join(plain_lines(self.read(text)))

        def word(found: re.Match[str]) -> str:
            if _is_term(found):
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
            kind, key = found[1], found[2]
            if _is_term(found):
                term = self.terms.get(key)
                return f"[[begrip {_capital(term) if kind == 'Begrip' else term}]]" if term else found[0]
            name, rest = self.numbers.get(key), self._now(found)
            return found[0] if name is None or rest is None else f"[[{kind} {name}{rest}]]"

        return _STORED.sub(show, text)

    def frozen(self, text: str) -> str:
        """Return a text as a version keeps it: complete in itself, and read by the same grammar for ever."""
        if self.grammar != Grammar.LAW:
            return self._markdown(text, "")
        return self.typed(_STORED.sub(lambda found: self._gone(found) or found[0], text))

    def lost(self, text: str) -> list[str]:
        """Return what the references of a text that lead nowhere any more read as."""
        return [words for found in _STORED.finditer(text) if (words := self._gone(found))]

    def following(self, key: str, text: str) -> list[Led]:
        """Tell of the references in other articles what becomes of them when this article gets another text."""
        found = follow(self.texts.get(key, ""), text)
        led = [
            self._led(one, self.numbers[other], found)
            for other, body in self.texts.items()
            if other != key
            for one in _STORED.finditer(body)
            if one[2] == key
        ]
        return [one for one in dict.fromkeys(led) if one]

    def carried(self, key: str, old: str, typed: str) -> str:
        """Return a typed text in which references to its own members went along with them; `old` is what was kept."""
        since = len(self.moves.get(key, ()))
        gone = f"[[artikel {key}{f' @{since}' if since else ''}, "
        return carried(self.typed(old), typed, lambda words: f"{gone}{words}]]")

    def stored(self, text: str, before: str = "") -> str:
        """Return a typed text as it is kept. Raises UnknownReference for an article or term that is not there.

        What was kept `before` and is typed the same stays the same, to the letter.
        """
        kept = {self.typed(found[0]): found[0] for found in _STORED.finditer(before)}
        articles = {number.lower(): key for key, number in self.numbers.items()}
        terms = {term.lower(): key for key, term in self.terms.items()}

        def keep(found: re.Match[str]) -> str:
            if found[0] in kept:
                return kept[found[0]]
            kind, _, name = " ".join(found[1].split()).partition(" ")
            mark, kind = kind, kind.lower()
            if kind not in {"artikel", "begrip"} or not name:
                return found[0]
            if _STORED.fullmatch(f"[[{mark} {name}]]"):
                return f"[[{mark} {name}]]"  # of something that is gone: it says so where it is read
            number = _NUMBER.match(name) if kind == "artikel" and self.grammar == Grammar.LAW else None
            name, rest = (number[0].rstrip("."), name[number.end() :]) if number else (name, "")
            key = (articles if kind == "artikel" else terms).get(name.lower())
            if key is None:
                where = "in dit akkoord" if kind == "artikel" else "bij de begrippen"
                raise UnknownReference(f"“{kind} {name}” staat niet {where}. Kijk de verwijzing na.")
            since = len(self.moves.get(key, ())) if rest else 0
            begins = (
                mark[:1].isupper() if kind == "artikel" else name[:1].isupper() and not self.terms[key][:1].isupper()
            )
            return f"[[{kind.capitalize() if begins else kind} {key}{f' @{since}' if since else ''}{rest}]]"

        return _TYPED.sub(keep, text)

    def _markdown(self, text: str, base: str) -> str:
        def link(found: re.Match[str]) -> str:
            kind, key = found[1], found[2]
            if not _is_term(found):
                number = self.numbers.get(key)
                return f"[{kind} {number}]({base}#artikel-{number})" if number else GONE_ARTICLE
            term = self.terms.get(key)
            return f"[{_MARKUP.sub(r'\\\1', term)}]({base}#begrippen)" if term else GONE_TERM

        return _STORED.sub(link, text)

    def _way(self, found: re.Match[str]) -> tuple[Reference, tuple[str, ...] | None] | None:
        """Return what a kept reference to a member or part says, and where that is now: None when it is lost."""
        reference = None if _is_term(found) else read_reference(f"{found[1]} 1{found[4]}")
        if reference is None or not reference.labels:
            return None
        way = "/".join(reference.labels)
        for step in self.moves.get(found[2], ())[int(found[3] or 0) :]:
            then = step.get(way, way)
            if then is None:
                return reference, None
            way = then
        return reference, tuple(way.split("/"))

    def _now(self, found: re.Match[str]) -> str | None:
        """Return what follows the number of the article today: as it was written, or where it moved; None when lost."""
        there = self._way(found)
        if there is None or there[1] == there[0].labels:
            return found[4]
        reference, way = there
        return led_to(reference, way).words[len("artikel 1") :] if way else None

    def _gone(self, found: re.Match[str]) -> str:
        """Return what a reference reads as that leads nowhere; empty when it leads somewhere."""
        if _is_term(found):
            return "" if found[2] in self.terms else GONE_TERM
        number = self.numbers.get(found[2])
        if number is None:
            return GONE_ARTICLE
        return f"{GONE_PART} van artikel {number}" if self._now(found) is None else ""

    def _led(self, found: re.Match[str], number: str, followed: Followed) -> Led | None:
        there = self._way(found)
        if there is None or there[1] is None:
            return None
        reference, way = replace(there[0], article=self.numbers.get(found[2], ""), capital=False), there[1]
        whose = f"De verwijzing in artikel {number} naar {led_to(reference, way).words}"
        if way in followed.lost:
            return Led(f"{whose} verliest haar doel. Kies daar daarna een ander doel.", is_lost=True)
        if way in followed.in_place:
            return Led(f"{whose} blijft staan, maar die tekst is nu anders. Klopt dat?")
        now = followed.now.get(way, way)
        return Led(f"{whose} gaat mee: {led_to(reference, now).words}.") if now != way else None

    def _found(self, typed: str, base: str) -> tuple[tuple[str, Found], ...]:
        """Return what every reference in a text leads to; those to nothing are left out."""
        named = dict.fromkeys(" ".join(match[1].split()) for match in _TYPED.finditer(typed))
        found = {name: self._resolve(name, typed, base) for name in named}
        return tuple((name, one) for name, one in found.items() if one)

    def _resolve(self, name: str, own: str, base: str) -> Found | None:
        kind, _, term = name.partition(" ")
        if stored := _STORED.fullmatch(f"[[{name}]]"):
            number = self.numbers.get(stored[2])
            return Found(self._gone(stored) or name, f"{base}#artikel-{number}" if number else "")
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


def _is_term(found: re.Match[str]) -> bool:
    return found[1].lower() == "begrip"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


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
    return Counter(way for way, _ in ways(read(text).children))


def _place(within: Sequence[Item]) -> str:
    """Tweede lid, onder b: as a reference to it reads; points have no name."""
    named = [item for item in within if item.role != "point"]
    has_member = bool(named) and named[0].role == "member"
    labels = [core(item.label) for item in named]
    return Reference(member=labels[0] if has_member else "", parts=tuple(labels[has_member:])).words


def _id(label: str) -> str:
    return label.replace("°", "o")
