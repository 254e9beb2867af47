"""References to articles and defined terms inside a text: kept by what they mean, read by what they are called. Pure.

In the stored text stands `[[artikel 0190…]]` or `[[begrip 0190…]]`, with the id: whatever the article is
numbered or the term is called, it stays right. Who writes sees and types `[[artikel 3.2]]` and
`[[begrip natte natuur]]`; who reads gets a link.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_STORED = re.compile(r"\[\[(artikel|begrip) ([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]\]")
# Whatever stands between two brackets is taken as a whole and read in Python. A pattern with spaces on both
# sides of a name tries every way to share them out: a run of spaces then holds a web process for minutes.
_TYPED = re.compile(r"\[\[([^\[\]]{1,150})\]\]")
GONE_ARTICLE, GONE_TERM = "een vervallen artikel", "een vervallen begrip"
_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#|!~])")


class UnknownReference(ValueError):
    """A text refers to an article or a term that is not there; the message says which, in Dutch."""


@dataclass(frozen=True)
class Readable:
    """What every article is numbered and every term is called, by id."""

    numbers: Mapping[str, str] = field(default_factory=dict)
    terms: Mapping[str, str] = field(default_factory=dict)

    def markdown(self, text: str, base: str = "") -> str:
        """Return a text for the page: Markdown with links to articles and terms; `base` is the page they stand on."""

        def link(found: re.Match[str]) -> str:
            kind, key = found[1], found[2]
            if kind == "artikel":
                number = self.numbers.get(key)
                return f"[artikel {number}]({base}#artikel-{number})" if number else GONE_ARTICLE
            term = self.terms.get(key)
            return f"[{_MARKUP.sub(r'\\\1', term)}]({base}#begrippen)" if term else GONE_TERM

        return _STORED.sub(link, text)

    def words(self, text: str) -> str:
        """Return a text in words, for where no link can be: lists, differences, letters."""

        def word(found: re.Match[str]) -> str:
            if found[1] == "begrip":
                return self.terms.get(found[2], GONE_TERM)
            number = self.numbers.get(found[2])
            return f"artikel {number}" if number else GONE_ARTICLE

        return _STORED.sub(word, text)

    def typed(self, text: str) -> str:
        """Return a text as its writer sees it: with numbers and terms between double brackets."""
        return _STORED.sub(
            lambda found: (
                f"[[{found[1]} {(self.numbers if found[1] == 'artikel' else self.terms).get(found[2], found[2])}]]"
            ),
            text,
        )

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
            key = (articles if kind == "artikel" else terms).get(name.lower())
            if key is None:
                where = "in dit akkoord" if kind == "artikel" else "bij de begrippen"
                raise UnknownReference(f"“{kind} {name}” staat niet {where}. Kijk de verwijzing na.")
            return f"[[{kind} {key}]]"

        return _TYPED.sub(keep, text)


def refers_to(text: str, key: str) -> bool:
    """Tell whether a stored text refers to this article or term."""
    return any(found[2] == key for found in _STORED.finditer(text))
